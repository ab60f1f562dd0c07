import NumberPoolTestSupport
import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Calls linked to sessions")
struct LinkedCallsTests {
  private func calls(_ truths: [(minute: Int64, CallLog.Truth)]) -> CallLog {
    var log = CallLog()
    log.rows = truths.map { CallLog.Row(time: .seconds($0.minute * 60), truth: $0.1) }
    return log
  }

  /// Each linked call as row:start of its session in minutes.
  private func drawn(_ linked: LinkedCalls, _ traffic: Traffic) -> [String] {
    zip(linked.rows, linked.calls).map {
      "\($0):\(traffic.sessions[Int($1.session.index)].start.milliseconds / 60_000)"
    }
  }

  @Test("By visitor: the last session begun at or before the call")
  func visitors() async throws {
    let log = try await TableText.read(
      "at,visitor_id\n7200,a\n600,a\n660,b\n660,a\n")
    let sessions = log.sessions(by: Sessionizer())
    let linked = calls([
      (9, .visitor("a")), (10, .visitor("a")), (119, .visitor("a")), (120, .visitor("a")),
      (500, .visitor("a")), (500, .visitor("c")), (500, .unknown), (500, .session("a")),
      (500, .client(address: "a", agent: "")), (500, .visitor("b")),
    ]).linked(to: sessions)
    #expect(drawn(linked, sessions.traffic) == ["1:10", "2:10", "3:120", "4:120", "9:11"])
    #expect(
      linked.excluded == [.beforeFirstPageView: 1, .unknownTruth: 3, .noTruth: 1])
  }

  @Test("By session, which must have begun")
  func sessions() async throws {
    let log = try await TableText.read(
      "at,session_id,visitor_id\n600,s1,v\n660,s2,v\n3600,s1,v\n")
    let sessions = log.sessions(by: Sessionizer())
    let linked = calls([
      (9, .session("s1")), (10, .session("s1")), (70, .session("s1")), (10, .session("s2")),
      (500, .visitor("v")), (500, .session("s3")),
    ]).linked(to: sessions)
    #expect(drawn(linked, sessions.traffic) == ["1:10", "2:10", "4:11"])
    #expect(linked.excluded == [.beforeFirstPageView: 2, .unknownTruth: 1])
  }

  @Test("By a name that several visitors have, if the call names the visitor too")
  func sharedNames() async throws {
    let log = try await TableText.read(
      "at,session_id,visitor_id\n600,s,v\n660,s,w\n720,s,v\n780,t,v\n")
    let sessions = log.sessions(by: Sessionizer())
    let linked = calls([
      (100, .session("s")), (100, .session("s", visitor: "w")), (100, .session("s", visitor: "v")),
      (100, .session("s", visitor: "x")), (100, .session("t", visitor: "x")),
      (10, .session("s", visitor: "w")),
    ]).linked(to: sessions)
    #expect(drawn(linked, sessions.traffic) == ["1:11", "2:10", "4:13"])
    #expect(linked.excluded == [.sharedName: 2, .beforeFirstPageView: 1])
  }

  @Test("A session that gets no number is ineligible, and isn't replaced by an earlier one")
  func ineligible() async throws {
    let log = try await TableText.read("at,visitor_id\n600,a\n7200,a\n7260,b\n")
    let sessions = log.sessions(by: Sessionizer()).selecting { $1.start < .seconds(7200) }
    let linked = calls([
      (100, .visitor("a")), (130, .visitor("a")), (130, .visitor("b")),
    ]).linked(to: sessions)
    #expect(drawn(linked, sessions.traffic) == ["0:10"])
    #expect(linked.excluded == [.ineligible: 2])
  }

  @Test("A session without a page view isn't known, as a visitor without one isn't")
  func onlySignsOfLife() async throws {
    let log = try await TableText.read(
      "at,session_id,visitor_id,kind\n600,s1,v1,page\n610,s9,v9,heartbeat\n7200,s2,v2,page\n")
    let sessions = log.sessions(by: Sessionizer()).selecting { $1.start < .seconds(7200) }
    let linked = calls([
      (20, .session("s9")), (20, .visitor("v9")), (200, .session("s2")), (20, .session("s1")),
    ]).linked(to: sessions)
    #expect(linked.rows == [3])
    #expect(linked.excluded == [.unknownTruth: 2, .ineligible: 1])
  }

  @Test("By address and browser, in a table and in a web log")
  func clients() async throws {
    let truths: [(minute: Int64, CallLog.Truth)] = [
      (20, .client(address: "192.0.2.1", agent: "Mozilla/5.0 (X11) Firefox/1")),
      (20, .client(address: "192.0.2.1", agent: "Mozilla/5.0 (X11) Firefox/2")),
      (20, .client(address: "192.0.2.2", agent: "Mozilla/5.0 (X11) Firefox/1")),
    ]
    let table = try await TableText.read(
      "at,ip,user_agent\n600,192.0.2.1,Mozilla/5.0 (X11) Firefox/1\n")
    let line =
      #"192.0.2.1 - - [01/Jan/1970:00:10:00 +0000] "GET / HTTP/1.1" 200 1 "-" "Mozilla/5.0 (X11) Firefox/1""#
    let web = try await TableText.read(line + "\n")
    for log in [table, web] {
      let sessions = log.sessions(by: Sessionizer())
      let linked = calls(truths).linked(to: sessions)
      #expect(drawn(linked, sessions.traffic) == ["0:10"])
      #expect(linked.excluded == [.unknownTruth: 2])
    }
  }

  @Test("With groups a visitor is one, whose session is in both")
  func groups() async throws {
    let log = try await TableText.read(
      "at,visitor_id,site\n600,a,x\n660,a,y\n720,b,y\n", TableReader(grouping: .column("site")))
    let sessions = log.sessions(by: Sessionizer())
    let linked = calls([(10, .visitor("a")), (20, .visitor("a")), (20, .visitor("b"))])
      .linked(to: sessions)
    #expect(drawn(linked, sessions.traffic) == ["0:10", "1:10", "2:12"])
  }

  @Test("As the definition says, on random traffic", arguments: UInt64(0)..<20)
  func definition(seed: UInt64) async throws {
    var generator = SplitMix64(seed: seed)
    var text = "at,visitor_id\n"
    for _ in 0..<300 {
      text += "\(generator.next(below: 100) * 600),v\(generator.next(below: 10))\n"
    }
    let log = try await TableText.read(text)
    let sessions = log.sessions(by: Sessionizer())
    let traffic = sessions.traffic
    let names = traffic.firstPageViews().map {
      let visitor = log.pageViews.visitors[sessions.position(ofPageView: $0)]
      return log.visitorNames.text(Int(visitor.index))
    }
    let truths = (0..<50).map { _ in
      (
        minute: Int64(generator.next(below: 1000)),
        CallLog.Truth.visitor("v\(generator.next(below: 11))")
      )
    }
    let linked = calls(truths).linked(to: sessions)
    var found: [Int: Int32] = [:]
    for (row, call) in zip(linked.rows, linked.calls) { found[row] = call.session.index }
    for (row, truth) in truths.enumerated() {
      let expected = traffic.sessions.indices.last {
        .visitor(names[$0]) == truth.1 && traffic.sessions[$0].start <= .seconds(truth.minute * 60)
      }
      #expect(found[row] == expected.map { Int32($0) })
    }
    #expect(linked.calls.count + linked.excluded.values.reduce(0, +) == 50)
  }
}
