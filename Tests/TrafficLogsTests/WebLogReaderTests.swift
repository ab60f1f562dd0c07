import LogFiles
import NumberPoolTestSupport
import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Reading web logs")
struct WebLogReaderTests {
  private let browser = "Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0"

  private func line(
    _ address: String = "192.0.2.1", minute: Int = 0, request: String = "GET / HTTP/1.1",
    status: Int = 200, referrer: String = "-", agent: String? = nil
  ) -> String {
    let clock = "1\(minute / 60):\(minute % 60 / 10)\(minute % 10):00"
    return "\(address) - - [02/Mar/2026:\(clock) +0000] \"\(request)\" \(status) 1"
      + " \"\(referrer)\" \"\(agent ?? browser)\""
  }

  private func read(
    _ lines: [String], _ reader: WebLogReader = WebLogReader(), end: String = "\n"
  ) async throws -> TrafficLog {
    try await read(Array((lines.map { $0 + end }).joined().utf8), reader)
  }

  private func read(_ bytes: [UInt8], _ reader: WebLogReader) async throws -> TrafficLog {
    try await TemporaryFile.with(bytes) { try reader.read([.file($0.path)]) }
  }

  @Test("Every line is counted once, under the first reason that applies")
  func reasons() async throws {
    let log = try await read([
      line(), line("127.0.0.1"), line("::1", request: "GET /a.css HTTP/1.1"),
      line(agent: "Serf/1.1.0 mod_pagespeed/1"),
      line(request: "POST / HTTP/1.1", agent: "Googlebot/2.1"),
      line(request: "", status: 400), line(request: "POST /cart HTTP/1.1"),
      line(request: "HEAD / HTTP/1.1"),
      line(request: "GET /a.css HTTP/1.1", status: 404),
      line(request: "GET /no HTTP/1.1", status: 404),
      line(request: "GET /old HTTP/1.1", status: 301),
      line(request: "GET /same HTTP/1.1", status: 304), "nonsense",
    ])
    #expect(log.summary.lines == 13)
    #expect(log.summary.unreadable == 1)
    #expect(log.summary.problems.map(\.line) == [13])
    #expect(
      log.summary.leftOut == [
        .loopback: 2, .serverItself: 1, .bot: 1, .emptyRequest: 1, .post: 1, .otherMethod: 1,
        .asset: 1, .error: 1, .redirect: 1,
      ])
    #expect(log.pageViews.count == 2)
  }

  @Test("On demand everything is kept")
  func keepsAll() async throws {
    let lines = [
      line(), line("127.0.0.1"), line(agent: "-"), line(request: "POST / HTTP/1.1"),
      line(request: "", status: 400),
    ]
    let all = try await read(lines, WebLogReader(requests: .all, bots: .keep))
    #expect(all.pageViews.count == 5)
    #expect(all.summary.linesLeftOut == 0)
    #expect(try await read(lines, WebLogReader(requests: .all)).pageViews.count == 3)
    #expect(try await read(lines, WebLogReader(bots: .keep)).pageViews.count == 3)
  }

  @Test("A visitor is address and browser, or address alone")
  func visitors() async throws {
    let lines = [line(), line(agent: "Mozilla/5.0 (other)"), line("192.0.2.2")]
    func count(_ basis: LogSummary.VisitorBasis) async throws -> Int {
      let log = try await read(lines, WebLogReader(basis: basis))
      return Sessionizer().traffic(from: log.pageViews).visitorCount
    }
    #expect(try await count(.addressAndAgent) == 3)
    #expect(try await count(.address) == 2)
  }

  @Test("A common log names no browser: nobody is a robot for that")
  func commonFormat() async throws {
    let log = try await read([#"192.0.2.1 - - [02/Mar/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1"#]
    )
    #expect(log.pageViews.count == 1)
    let traffic = Sessionizer().traffic(from: log.pageViews)
    #expect(
      LogWarning.warnings(about: log.summary, TrafficProfile(of: traffic)).contains(.addressOnly))
  }

  @Test("Lines end with LF or CRLF, the last one with nothing", arguments: ["\n", "\r\n"])
  func lineEnds(end: String) async throws {
    let text = [line(), line("192.0.2.2")].joined(separator: end)
    let log = try await read(Array(text.utf8), WebLogReader())
    #expect(log.pageViews.count == 2)
    #expect(log.summary.unreadable == 0)
    #expect(log.summary.lines == 2)
  }

  @Test("Several gzip members, told by content and not by name")
  func gzip() async throws {
    let bytes =
      try TemporaryFile.gzipped(Array((line() + "\n").utf8))
      + TemporaryFile.gzipped(Array((line("192.0.2.2") + "\n").utf8))
    #expect(try await read(bytes, WebLogReader()).pageViews.count == 2)
  }

  @Test("A compressed file cut short is an error, not a shorter log")
  func truncatedGzip() async throws {
    let lines = (0..<5000).map { line("192.0.2.\($0 % 250)", minute: $0 % 300) + "\n" }
    let bytes = try TemporaryFile.gzipped(Array(lines.joined().utf8))
    await #expect(throws: InputError.self) {
      try await read(Array(bytes.dropLast(bytes.count / 2)), WebLogReader())
    }
  }

  @Test("Other compressions are named")
  func otherCompressions() async {
    await #expect(throws: InputError.self) {
      try await read([0x28, 0xB5, 0x2F, 0xFD, 0, 0, 0, 0], WebLogReader())
    }
  }

  @Test("A line of ten megabytes is one unreadable line")
  func longLine() async throws {
    let bytes =
      Array((line() + "\n").utf8) + [UInt8](repeating: 0x41, count: 10_000_000)
      + Array(("\n" + line("192.0.2.2")).utf8)
    let log = try await read(bytes, WebLogReader())
    #expect(log.summary.lines == 3)
    #expect(log.summary.unreadable == 1)
    #expect(log.pageViews.count == 2)
  }

  @Test("Lines of every length around the block size arrive whole")
  func blockBoundaries() async throws {
    var text = ""
    for length in 0..<2500 {
      text +=
        line("192.0.2.1", request: "GET /\(String(repeating: "a", count: length)) HTTP/1.1") + "\n"
    }
    let log = try await read(Array(text.utf8), WebLogReader())
    #expect(log.pageViews.count == 2500)
    #expect(log.origins.requests.count == 2500)
  }

  @Test("No file, a folder")
  func missing() {
    #expect(throws: InputError.notFound("/nowhere/x")) {
      try WebLogReader().read([.file("/nowhere/x")])
    }
    #expect(throws: InputError.isDirectory("/")) { try WebLogReader().read([.file("/")]) }
  }

  @Test("Files in any order give the same sessions; disorder is counted within each")
  func order() async throws {
    let early = [line(minute: 1), line("192.0.2.2", minute: 3), line(minute: 2)]
    let late = [line(minute: 10)]
    try await TemporaryFile.with(Array((early.joined(separator: "\n")).utf8)) { first in
      try await TemporaryFile.with(Array((late.joined(separator: "\n")).utf8)) { second in
        for inputs in [[first, second], [second, first]] {
          let log = try WebLogReader().read(inputs.map { .file($0.path) })
          #expect(log.summary.outOfOrder == 1)
          let traffic = Sessionizer().traffic(from: log.pageViews)
          #expect(traffic.sessions.map(\.pageViews) == [3, 1])
        }
      }
    }
  }

  @Test("A redirect's click id belongs to the session that it leads to")
  func redirectedClick() async throws {
    let log = try await read([
      line("192.0.2.1", minute: 1, request: "GET /?gclid=X1 HTTP/1.1", status: 301),
      line("192.0.2.1", minute: 1, request: "GET /landing HTTP/1.1"),
      line("192.0.2.2", minute: 2, request: "GET /landing HTTP/1.1"),
    ])
    let touches = log.sessions(by: Sessionizer()).touches()
    #expect(touches.map(\.clickID?.value) == ["X1", nil])
    #expect(log.summary.clickIDs == 1)
    #expect(log.summary.clickIDsOfVisitors == 1)
  }

  @Test("A cached landing page is known by the referrer of its files and of the next page")
  func cachedLandingPage() async throws {
    let own = "https://shop.example/landing?gclid=X2"
    let log = try await read([
      // These two make shop.example the site's own name.
      line("192.0.2.9", minute: 0), line("192.0.2.9", minute: 1, referrer: "https://shop.example/"),
      line("192.0.2.1", minute: 5, request: "GET /a.css HTTP/1.1", referrer: own),
      line(
        "192.0.2.1", minute: 6, request: "GET /contact HTTP/1.1", referrer: "https://shop.example/x"
      ),
      line("192.0.2.2", minute: 7, request: "GET /contact HTTP/1.1", referrer: own),
    ])
    let touches = log.sessions(by: Sessionizer()).touches()
    #expect(touches.map(\.clickID?.value) == [nil, "X2", "X2"])
  }

  @Test("Groups by file and by site")
  func groups() async throws {
    let vhosts = [
      "a.example " + line(), "b.example " + line(minute: 1), "A.example " + line(minute: 2),
    ]
    let log = try await read(vhosts, WebLogReader(grouping: .host))
    #expect(log.groups == ["a.example", "b.example"])
    let traffic = Sessionizer().traffic(from: log.pageViews)
    // One person on two sites is one visitor, who holds a number on each.
    #expect(traffic.visitorCount == 1)
    let partition = TrafficPartition(of: traffic, into: 2, by: Sessionizer())
    #expect(partition.pools.map { $0.sessions.map(\.pageViews) } == [[2], [1]])
    #expect(partition.sharedVisitors == 1 && partition.sharedSessions == 1)
  }

  @Test("The client behind a proxy, on demand")
  func proxy() async throws {
    let lines = (0..<40).map { line("10.0.0.1", minute: $0) + " \"198.51.100.\($0)\"" }
    let log = try await read(lines)
    let traffic = Sessionizer().traffic(from: log.pageViews)
    #expect(traffic.visitorCount == 1)
    #expect(
      LogWarning.warnings(about: log.summary, TrafficProfile(of: traffic)).contains(
        .proxy(40, of: 40)))
    let behind = try await read(lines, WebLogReader(client: .forwarded))
    #expect(Sessionizer().traffic(from: behind.pageViews).visitorCount == 40)
  }

  @Test("Behind a proxy on this very machine, who is loopback is told by the client's address")
  func proxyOnThisMachine() async throws {
    let lines = [
      line("127.0.0.1") + " \"198.51.100.7\"", line("127.0.0.1", minute: 1) + " \"127.0.0.1\"",
      line("127.0.0.1", minute: 2) + " \"-\"",
    ]
    let behind = try await read(lines, WebLogReader(client: .forwarded))
    #expect(behind.pageViews.count == 1)
    #expect(behind.summary.leftOut == [.loopback: 2])
    #expect(try await read(lines).summary.leftOut == [.loopback: 3])
  }

  @Test("A stuck clock, a change of clock and gaps are noticed")
  func warnings() async throws {
    let stuck = (0..<120).map { line("192.0.2.1", minute: $0 / 20 * 60 + 5) }
    let log = try await read(stuck)
    let traffic = Sessionizer().traffic(from: log.pageViews)
    #expect(
      LogWarning.warnings(about: log.summary, TrafficProfile(of: traffic)).contains(
        .stuckClock(minute: 5, lines: 120)))

    let summer = line().replacing("+0000", with: "+0200")
    let winter = line(minute: 100).replacing("02/Mar", with: "09/Mar")
    let changed = try await read([summer, winter])
    let found = LogWarning.warnings(
      about: changed.summary, TrafficProfile(of: Sessionizer().traffic(from: changed.pageViews)))
    #expect(
      found.contains { if case .clockChange(from: 120, to: 0, at: _) = $0 { true } else { false } })
    #expect(found.contains { if case .gaps(1, longest: _) = $0 { true } else { false } })
  }
}
