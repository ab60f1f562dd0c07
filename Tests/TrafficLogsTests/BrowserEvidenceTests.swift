import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Who is a browser")
struct BrowserEvidenceTests {
  private func line(
    _ person: Int, minute: Int, _ request: String = "GET / HTTP/1.1", status: Int = 200,
    agent: String = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"
  ) -> String {
    let clock = "1\(minute / 60):\(minute % 60 / 10)\(minute % 10):00"
    return "192.0.2.\(person) - - [02/Mar/2026:\(clock) +0000] \"\(request)\" \(status) 1"
      + " \"-\" \"\(agent)\""
  }

  private func read(
    _ lines: [String], _ reader: WebLogReader = WebLogReader()
  ) throws -> TrafficLog {
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    return try reader.read([.bytes(name: "access.log", bytes)])
  }

  private func sessions(
    _ lines: [String], _ reader: WebLogReader = WebLogReader()
  ) throws -> Int {
    try read(lines, reader).traffic(by: Sessionizer()).sessions.count
  }

  /// Person 1 is a browser, which fetches its style sheet before, at or after the page.
  @Test("One file anywhere in the log is evidence for all sessions", arguments: [0, 5, 200, 400])
  func anywhere(minute: Int) throws {
    let lines = [
      line(1, minute: 10), line(1, minute: 150), line(1, minute: 300), line(2, minute: 20),
      line(1, minute: minute, "GET /a.css HTTP/1.1"),
    ]
    let log = try read(lines)
    #expect(log.pageViews.count == 4)
    #expect(log.evidence?.isDecisive == true)
    #expect(log.traffic(by: Sessionizer()).sessions.count == 3)
    #expect(log.sessions(by: Sessionizer()).haveEvidence() == [true, false, true, true])
  }

  @Test(
    "What is evidence",
    arguments: [
      ("GET /a.css HTTP/1.1", 200, true), ("GET /a.js?v=2 HTTP/1.1", 304, true),
      ("GET /a.woff2 HTTP/1.1", 206, true), ("GET /a.PNG HTTP/2.0", 200, true),
      ("GET /favicon.ico HTTP/1.1", 200, true), ("GET /_next/image?url=%2Fa HTTP/1.1", 200, true),
      ("GET /WebResource.axd?d=1 HTTP/1.1", 200, true),
      ("GET /a.css HTTP/1.1", 404, false), ("GET /a.css HTTP/1.1", 301, false),
      ("HEAD /a.css HTTP/1.1", 200, false), ("POST /a.js HTTP/1.1", 200, false),
      ("GET /robots.txt HTTP/1.1", 200, false), ("GET /feed/ HTTP/1.1", 200, false),
      ("GET /sitemap.xml HTTP/1.1", 200, false), ("GET /price.pdf HTTP/1.1", 200, false),
      ("GET /api.json HTTP/1.1", 200, false),
    ])
  func files(request: String, status: Int, isEvidence: Bool) throws {
    let others = [line(9, minute: 1), line(9, minute: 1, "GET /a.css HTTP/1.1")]
    let lines = others + [line(1, minute: 3), line(1, minute: 4, request, status: status)]
    #expect(try sessions(lines) == (isEvidence ? 2 : 1))
  }

  @Test("An icon alone doesn't make a log conclusive")
  func icon() throws {
    let lines = [line(1, minute: 0), line(2, minute: 0, "GET /favicon.ico HTTP/1.1")]
    #expect(try read(lines).evidence?.isConclusive == false)
    #expect(try sessions(lines) == 1)
  }

  @Test("Two files in a hundred lines are enough, fewer aren't", arguments: 0...4)
  func share(files: Int) throws {
    let lines =
      (0..<(200 - files)).map { line($0 % 100 + 100, minute: 1) }
      + (0..<files).map { _ in line(100, minute: 2, "GET /a.css HTTP/1.1") }
    let log = try read(lines)
    #expect(log.evidence?.lines == 200)
    #expect(log.evidence?.parts == files)
    #expect(log.evidence?.isDecisive == (files == 4))
    #expect(try sessions(lines) == (files == 4 ? 1 : 100))
    #expect(try sessions(lines, WebLogReader(evidence: .none)) == 100)
    #expect(try sessions(lines, WebLogReader(evidence: .assets)) == (files == 0 ? 0 : 1))
  }

  @Test("Robots' lines are neither evidence nor counted against it")
  func robots() throws {
    let bot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
    let lines =
      (0..<500).map { line($0 % 100, minute: 1, agent: bot) }
      + [line(7, minute: 0, "GET /a.css HTTP/1.1", agent: bot)]
      + [line(7, minute: 2), line(8, minute: 2), line(8, minute: 2, "GET /a.js HTTP/1.1")]
    #expect(try sessions(lines) == 1)
    #expect(try sessions(lines, WebLogReader(basis: .address)) == 1)
  }

  @Test("By address alone the address's files are evidence; by browser only the browser's")
  func basis() throws {
    let lines = [
      line(1, minute: 0, agent: "Mozilla/5.0 (A)"),
      line(1, minute: 0, "GET /a.css HTTP/1.1", agent: "Mozilla/5.0 (B)"),
      line(1, minute: 90, agent: "Mozilla/5.0 (B)"),
    ]
    #expect(try sessions(lines) == 1)
    #expect(try sessions(lines, WebLogReader(basis: .address)) == 2)
  }

  @Test("Whoever asks for every line, or for robots, isn't asked for evidence")
  func everything() throws {
    let lines = [line(1, minute: 0), line(2, minute: 0), line(2, minute: 0, "GET /a.css HTTP/1.1")]
    #expect(try sessions(lines) == 1)
    #expect(try sessions(lines, WebLogReader(requests: .all)) == 2)
    #expect(try sessions(lines, WebLogReader(bots: .keep)) == 2)
    #expect(try sessions(lines, WebLogReader(bots: .keep, evidence: .assets)) == 1)
  }

  @Test("Files for the pages of another log decide nothing")
  func hotlinks() throws {
    let lines = [line(1, minute: 0), line(2, minute: 0, "GET /a.jpg HTTP/1.1")]
    #expect(try sessions(lines) == 1)
  }

  /// With evidence required there are never more sessions, and those that count are among those
  /// that would.
  @Test("What counts is a selection of what would", arguments: UInt64(1)...20)
  func selection(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let requests = ["GET / HTTP/1.1", "GET /b HTTP/1.1", "GET /a.css HTTP/1.1", "HEAD / HTTP/1.1"]
    let lines = (0..<200).map { index in
      line(
        Int(random.next(below: 60)), minute: index, requests[Int(random.next(below: 4))],
        status: random.next(below: 5) == 0 ? 404 : 200)
    }
    let log = try read(lines)
    let all = log.sessions(by: Sessionizer())
    let counted = log.traffic(by: Sessionizer())
    let isBrowser = try #require(all.haveEvidence())
    #expect(counted.sessions.count == isBrowser.count { $0 })
    #expect(
      counted.sessions.map(\.start)
        == zip(all.traffic.sessions, isBrowser).filter { $0.1 }.map { $0.0.start })
    let browsers = all.selecting { id, _ in isBrowser[Int(id.index)] }
    #expect(browsers.traffic.sessions == counted.sessions)
    #expect(browsers.haveEvidence()?.allSatisfy { $0 } == true)
  }
}
