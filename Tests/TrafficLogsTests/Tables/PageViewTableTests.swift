import LogFiles
import NumberPoolTestSupport
import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Tables of page views and sessions")
struct PageViewTableTests {
  @Test("Page views of named sessions aren't cut again")
  func namedSessions() async throws {
    let log = try await TableText.read(
      """
      at,session_id,visitor_id
      60,s1,v1
      36000,s1,v1
      120,s2,v1
      180,s3,
      240,,v9
      300,,
      """)
    #expect(log.drawn == ["v1 1 x2", "v1 2 x1", "\0s3 3 x1", "v9 4 x1"])
    #expect(log.summary.leftOut == [.noVisitor: 1])
    #expect(log.summary.outOfOrder == 1)
    #expect(log.summary.visitorBasis == .identifier)
  }

  @Test("Equal times stay in the order of the file")
  func ties() async throws {
    let log = try await TableText.read("at,visitor_id\n60,c\n60,a\n60,b\n60,a\n")
    #expect(log.drawn == ["c 1 x1", "a 1 x2", "b 1 x1"])
  }

  @Test("Identifiers of 64 bits and more stay apart")
  func longIdentifiers() async throws {
    let log = try await TableText.read(
      "at,visitor_id\n60,9223372036854775807\n120,9223372036854775806\n180,18446744073709551617\n")
    #expect(log.visitorNames.count == 3)
    #expect(log.visitorNames.text(2) == "18446744073709551617")
  }

  @Test("Heartbeats, reveals and unknown kinds")
  func kinds() async throws {
    let log = try await TableText.read(
      "at,visitor_id,kind\n60,a,page\n90,a,Heartbeat\n100,a,reveal\n120,a,outlink\n130,a,\n")
    #expect(log.pageViews.count == 2)
    #expect(log.pageViews.heartbeats.map(\.time) == [.seconds(90), .seconds(120)])
    #expect(log.summary.leftOut == [.notPageView: 3])
    #expect(log.summary.assumptions == [.signsOfLife(kinds: ["outlink"], rows: 1)])
  }

  @Test("Rows of robots", arguments: WebLogReader.Bots.allCases)
  func bots(bots: WebLogReader.Bots) async throws {
    let log = try await TableText.read(
      "at,visitor_id,bot\n60,a,1\n120,b,TRUE\n180,c,yes\n240,d,0\n300,e,\n",
      TableReader(bots: bots))
    #expect(log.pageViews.count == (bots == .drop ? 2 : 5))
    #expect(log.summary.leftOut[.bot, default: 0] == (bots == .drop ? 3 : 0))
  }

  @Test("Visitors by address and browser, or by address alone")
  func addresses() async throws {
    let both = try await TableText.read(
      "at,ip,user_agent\n60,192.0.2.1,x\n70,192.0.2.1,y\n80,192.0.2.1,x\n90,,x\n")
    #expect(both.summary.visitorBasis == .addressAndAgent)
    #expect(both.visitorNames.count == 2)
    #expect(both.agentNames.text(1) == "y")
    #expect(both.summary.leftOut == [.noVisitor: 1])
    let alone = try await TableText.read("at,ip\n60,192.0.2.1\n70,192.0.2.1\n")
    #expect(alone.summary.visitorBasis == .address)
    #expect(IPAddress(key: alone.visitorNames[0]) == IPAddress(0xC000_0201))
  }

  @Test("A visitor in two groups is one visitor, who asks in both")
  func groups() async throws {
    let log = try await TableText.read(
      "at,visitor_id,Region\n60,a,north\n120,a,south\n180,a,north\n",
      TableReader(grouping: .column("region")))
    #expect(log.groups == ["north", "south"])
    let traffic = Sessionizer().traffic(from: log.pageViews)
    #expect(traffic.sessions.map(\.pageViews) == [3])
    let pools = TrafficPartition(of: traffic, into: 2, by: Sessionizer()).pools
    #expect(pools.map { $0.sessions.map(\.pageViews) } == [[2], [1]])
    #expect(
      try await TableText.failure(
        "at,visitor_id\n", TableReader(grouping: .column("region")))
        == "'table.csv' has no column region; it has at, visitor_id.")
  }

  @Test("How they arrived, by address and referrer")
  func requests() async throws {
    let log = try await TableText.read(
      """
      at,visitor_id,url,referrer
      60,a,https://www.shop.example/p?utm_source=news&utm_medium=cpc,
      120,b,https://shop.example/,https://www.google.com/
      180,c,,
      240,a,/q,https://shop.example/p
      """)
    let touches = log.sessions(by: Sessionizer()).touches()
    #expect(
      touches.map(\.sourceAndMedium) == ["news / cpc", "google / organic", "(direct) / (none)"])
    #expect(touches[0].landingPage == "/p?utm_source=news&utm_medium=cpc")
    #expect(log.origins.siteNames == ["shop.example"])
  }

  @Test("Sessions with their last sign of life and origin")
  func sessions() async throws {
    let log = try await TableText.read(
      """
      session_id;start;last_activity;source;medium;campaign;gclid;landing_url
      1;2026-03-02T10:00:00Z;2026-03-02T10:10:00Z;google;cpc;spring;;/a
      2;2026-03-02T10:01:00Z;;google;organic;;;/b
      3;2026-03-02T10:02:00Z;2026-03-02T10:02:00Z;;;;xyz;/c
      4;2026-03-02T10:03:00Z;;;;;;/d?yclid=7
      """)
    #expect(log.pageViews.sessions.count == 4)
    #expect(log.pageViews.heartbeats.count == 1)
    #expect(log.pageViews.heartbeats.first?.session == SessionID(0))
    let touches = log.sessions(by: Sessionizer()).touches()
    #expect(
      touches.map(\.sourceAndMedium) == [
        "google / cpc", "google / organic", "google / cpc", "yandex / cpc",
      ])
    #expect(touches.map(\.isTagged) == [true, false, true, true])
    #expect(touches.map(\.isPaid) == [true, false, true, true])
    #expect(touches.map(\.landingPage) == ["/a", "/b", "/c", "/d?yclid=7"])
  }

  @Test("A visit of more than 400 days is unreadable")
  func longVisits() async throws {
    let log = try await TableText.read(
      """
      start,session_id,last_activity
      2026-01-01T00:00:00Z,1,2027-02-05T00:00:00Z
      2026-01-01T00:00:00Z,2,2027-02-05T00:00:00.001Z
      2026-01-01T00:00:00Z,3,9999-12-31T00:00:00Z
      2026-01-01T00:00:00Z,4,2025-01-01T00:00:00Z
      """)
    #expect(log.pageViews.count == 2)
    #expect(log.pageViews.heartbeats.count == 1)
    let reason = "it lasts more than 400 days"
    #expect(log.summary.problems.map(\.reason) == [reason, reason])
    let metrica = try await TableText.read(
      "ym:s:visitID\tym:s:clientID\tym:s:dateTimeUTC\tym:s:visitDuration\n"
        + "1\t1\t2026-03-02 10:00:00\t999999999999999\n2\t1\t2026-03-02 10:00:00\t34560000\n")
    #expect(metrica.pageViews.count == 1)
    #expect(metrica.summary.problems.map(\.reason) == [reason])
  }

  @Test("Inputs that name sessions and inputs that don't can't be mixed")
  func mixed() async throws {
    try await TemporaryFile.with(Array("at,visitor_id\n60,a\n".utf8), name: "a.csv") {
      first -> Void in
      try await TemporaryFile.with(Array("at,session_id\n60,a\n".utf8), name: "b.csv") {
        second -> Void in
        #expect(throws: TableError.mixedSessions(second.path, without: first.path)) {
          try TableReader().read([.file(first.path), .file(second.path)])
        }
      }
    }
  }

  @Test("Inputs that know visitors by different columns can't be mixed, in whatever order")
  func mixedVisitors() throws {
    let byName = LogInput.bytes(name: "name.csv", Array("at,visitor_id,ip\n60,,a\n".utf8))
    let byAddress = LogInput.bytes(name: "ip.csv", Array("at,ip\n60,a\n".utf8))
    let byAgent = LogInput.bytes(name: "agent.csv", Array("at,ip,user_agent\n60,a,x\n".utf8))
    for (inputs, expected) in [
      ([byName, byAddress], "'name.csv' knows visitors by visitor_id and 'ip.csv' by ip alone."),
      ([byAddress, byName], "'ip.csv' knows visitors by ip alone and 'name.csv' by visitor_id."),
      (
        [byAgent, byAddress],
        "'agent.csv' knows visitors by ip and user_agent and 'ip.csv' by ip alone."
      ),
    ] {
      var failure: String?
      do {
        _ = try TableReader().read(inputs)
      } catch {
        failure = error.description
      }
      #expect(failure == expected)
    }
    let later = LogInput.bytes(name: "later.csv", Array("at,ip\n120,a\n".utf8))
    #expect(try TableReader().read([byAddress, later]).visitorNames.count == 1)
  }

  @Test(
    "Beacons of a real site: 1,054 visitors, 1,325 sessions, 11 of them without a page view",
    .enabled(if: SharedData.isPresent, "the folder with real logs is absent"))
  func beacons() throws {
    let paths = try SharedData.paths("knowbigdata-2015", "beacons")
    var reader = TableReader(columns: ["at": "t_unix", "visitor_id": "visitor_cookie"])
    let pages = try reader.read(paths.map { .file($0) })
    #expect(pages.summary.leftOut == [.noVisitor: 10, .notPageView: 185])
    #expect(Sessionizer().traffic(from: pages.pageViews).sessions.count == 1314)
    reader.requests = .all
    let log = try reader.read(paths.map { .file($0) })
    let traffic = Sessionizer().traffic(from: log.pageViews)
    #expect(log.summary.lines == 3507)
    #expect(log.summary.unreadable == 0)
    #expect(log.summary.leftOut == [.noVisitor: 10])
    #expect(traffic.visitorCount == 1054)
    #expect(traffic.sessions.count == 1325)
  }
}
