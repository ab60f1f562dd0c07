import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Lines of access logs")
struct CombinedLineTests {
  /// The fields of a line as text.
  private struct Fields: Equatable {
    var host: String
    var site: String?
    var time: String
    var request: String
    var status: Int
    var referrer: String?
    var agent: String?
    var forwarded: String?
  }

  private func fields(_ text: String) throws -> Fields {
    let bytes = Array(text.utf8)
    var survey = WebLogSurvey()
    survey.add(bytes.span)
    let line = try CombinedLine(bytes.span, survey.layout)
    func part(_ range: Range<Int>?) -> String? {
      range.map { String(decoding: bytes[$0], as: UTF8.self) }
    }
    return Fields(
      host: part(line.host) ?? "", site: part(line.virtualHost), time: line.time.description,
      request: part(line.request) ?? "", status: line.status, referrer: part(line.referrer),
      agent: part(line.agent), forwarded: part(line.forwarded))
  }

  private let time = "[10/Oct/2000:13:55:36 -0700]"

  @Test("The common format")
  func common() throws {
    // The example of the Apache manual.
    let line = try fields(
      #"127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif HTTP/1.0" 200 2326"#)
    #expect(
      line
        == Fields(
          host: "127.0.0.1", time: "2000-10-10T20:55:36Z", request: "GET /apache_pb.gif HTTP/1.0",
          status: 200))
  }

  @Test("The combined format")
  func combined() throws {
    let line = try fields(
      #"2001:db8::7 - - \#(time) "GET / HTTP/1.1" 304 - "https://a.example/?q=1" "Mozilla/5.0 (X)""#
    )
    #expect(line.host == "2001:db8::7")
    #expect(line.referrer == "https://a.example/?q=1")
    #expect(line.agent == "Mozilla/5.0 (X)")
    #expect(line.site == nil)
  }

  @Test(
    "A site before or after the other fields",
    arguments: [
      #"www.a.example:443 192.0.2.1 - - TIME "GET / HTTP/1.1" 200 1 "-" "M""#,
      #"www.a.example 192.0.2.1 - - TIME "GET / HTTP/1.1" 200 1 "-" "M""#,
      #"192.0.2.1 - - TIME "GET / HTTP/1.1" 200 1 "-" "M" www.a.example"#,
      #"192.0.2.1 - - TIME "GET / HTTP/1.1" 200 1 "-" "M" 0.012 "www.a.example" -"#,
      #"192.0.2.1 - - TIME "GET / HTTP/1.1" 200 1 www.a.example"#,
    ])
  func site(text: String) throws {
    let line = try fields(text.replacing("TIME", with: time))
    #expect(line.host == "192.0.2.1")
    #expect(line.site == "www.a.example")
  }

  @Test(
    "What is a site's name behind the browser",
    arguments: [
      ("a.example", "a.example"), ("A.Example:8443", "A.Example"), ("a.example.", "a.example."),
      ("xn--80a.xn--p1ai", "xn--80a.xn--p1ai"), ("1.de:80", "1.de"), ("localhost", nil),
      ("GA1.2.1234567891.1700000000", nil), ("TLSv1.3", nil), ("0.5ms", nil), ("10.0.0.7:80", nil),
      ("a..", nil), ("a.xn--", nil), ("session.5f3a", nil),
    ] as [(String, String?)])
  func siteNames(field: String, site: String?) throws {
    for extra in [field, "\"\(field)\""] {
      let line = try fields(
        #"192.0.2.1 - - \#(time) "GET / HTTP/1.1" 200 1 "-" "M" "# + extra)
      #expect(line.site == site)
    }
  }

  @Test("A site known by its address and port comes before the client")
  func siteByAddress() throws {
    let line = try fields(
      #"203.0.113.9:80 192.0.2.1 - - \#(time) "GET / HTTP/1.1" 200 1 "-" "M""#)
    #expect(line.host == "192.0.2.1")
    #expect(line.site == "203.0.113.9")
  }

  @Test(
    "Fields behind the browser don't disturb",
    arguments: [#" "-""#, #" 0.123 0.120 ."#, #" "-" "-" rt=0.5 uct="0.1""#, "  "])
  func extraFields(extra: String) throws {
    let line = try fields(
      #"192.0.2.1 - - \#(time) "GET / HTTP/1.1" 200 1 "-" "M""# + extra)
    #expect(line.agent == "M")
    #expect(line.site == nil)
    #expect(line.forwarded == nil)
  }

  @Test("The client that a proxy names")
  func forwarded() throws {
    let line = try fields(
      #"10.0.0.1 - - \#(time) "GET / HTTP/1.1" 200 1 "-" "M" "198.51.100.4, 10.0.0.9""#)
    #expect(line.host == "10.0.0.1")
    #expect(line.forwarded == "198.51.100.4")
  }

  @Test("A client known by its name, a user with spaces, a proxy's list of addresses")
  func otherClients() throws {
    let rest = #" \#(time) "GET / HTTP/1.1" 200 1 "-" "M""#
    #expect(try fields("crawl.a.example - -" + rest).host == "crawl.a.example")
    #expect(try fields("192.0.2.1 - John Smith" + rest).host == "192.0.2.1")
    #expect(try fields("192.0.2.1, 10.0.0.1 - -" + rest).host == "192.0.2.1")
    #expect(try fields("www.a.example client.b.example - -" + rest).host == "client.b.example")
  }

  @Test("Escaped and bare quotes inside a field")
  func quotes() throws {
    let escaped = try fields(
      #"192.0.2.1 - - \#(time) "GET /\x22a\" HTTP/1.1" 200 1 "-" "\"Mozilla\" \x22X""#)
    #expect(escaped.request == #"GET /\x22a\" HTTP/1.1"#)
    #expect(escaped.agent == #"\"Mozilla\" \x22X"#)
    let bare = try fields(#"192.0.2.1 - - \#(time) "GET / HTTP/1.1" 200 1 "-" "a"b c""#)
    #expect(bare.agent == #"a"b c"#)
  }

  @Test("Empty requests and handshakes are lines all the same", arguments: ["", "-", #"\x16\x03"#])
  func emptyRequests(request: String) throws {
    let line = try fields(#"192.0.2.1 - - \#(time) "\#(request)" 400 0 "-" "-""#)
    #expect(line.request == request)
    #expect(line.agent == nil)
    #expect(line.status == 400)
  }

  @Test("A time in ISO 8601")
  func isoTime() throws {
    let rest = #" "GET / HTTP/1.1" 200 1"#
    #expect(
      try fields("192.0.2.1 - - [2026-03-02T10:00:00+03:00]" + rest).time == "2026-03-02T07:00:00Z")
    #expect(
      try fields("192.0.2.1 - - [2026-03-02T10:00:00.25Z]" + rest).time
        == "2026-03-02T10:00:00.250Z")
  }

  @Test("Dates long ago and far ahead, and a leap second")
  func dates() throws {
    let rest = #" "GET / HTTP/1.1" 200 1"#
    #expect(
      try fields("a.example - - [31/Dec/1969:23:59:59 +0000]" + rest).time
        == "1969-12-31T23:59:59Z")
    #expect(
      try fields("a.example - - [01/Jan/2100:00:00:00 +0000]" + rest).time
        == "2100-01-01T00:00:00Z")
    #expect(
      try fields("a.example - - [31/Dec/2016:23:59:60 +0000]" + rest).time
        == "2017-01-01T00:00:00Z")
  }

  @Test(
    "What can't be understood, and why",
    arguments: [
      ("", .empty), ("hello", .noTime), ("192.0.2.1 - - [now] \"GET /\" 200 1", .noTime),
      (#"a - - [99/Oct/2000:13:55:36 -0700] "GET /" 200 1"#, .badTime),
      (#"a - - [29/Feb/2001:13:55:36 -0700] "GET /" 200 1"#, .badTime),
      (#"a - - [10/Oct/2000:13:55"#, .badTime),
      (#"a - - [10/Oct/2000:13:55:36] "GET /" 200 1"#, .noZone),
      (#"a - - [10/Oct/2000:13:55:36 -0700] GET / 200 1"#, .noRequest),
      (#"a - - [10/Oct/2000:13:55:36 -0700] "GET /"#, .openQuote),
      (#"a - - [10/Oct/2000:13:55:36 -0700] "GET /" OK 1"#, .badStatus),
      (#"a - - [10/Oct/2000:13:55:36 -0700] "GET /" 200 1 "-" "Mozi"#, .openQuote),
      (#" [10/Oct/2000:13:55:36 -0700] "GET /" 200 1"#, .noHost),
    ] as [(String, CombinedLine.Problem)])
  func problems(text: String, problem: CombinedLine.Problem) {
    let bytes = Array(text.utf8)
    #expect(throws: problem) { try CombinedLine(bytes.span) }
  }

  @Test("Cut anywhere, a line is read or refused, but never breaks the reader")
  func cutLines() {
    let text =
      #"www.a.example:443 192.0.2.1 - - \#(time) "GET /a?b#c HTTP/1.1" 200 1 "http://r/?x" "M\"" "1.2.3.4" z"#
    let bytes = Array(text.utf8)
    for end in 0...bytes.count {
      for start in [0, end / 2, max(0, end - 3)] {
        guard let line = try? CombinedLine(bytes.span.extracting(start..<end)) else { continue }
        #expect(line.request.upperBound <= end - start)
      }
    }
  }
}
