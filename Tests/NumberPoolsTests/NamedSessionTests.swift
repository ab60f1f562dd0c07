import NumberPoolTestSupport
import Testing

@testable import NumberPools

/// Sessions that the input names: silences in them, and names that several visitors have.
@Suite("Named sessions")
struct NamedSessionTests {
  /// Page views in minutes, of one visitor where none is told.
  private func log(
    _ views: [(minute: Int64, session: Int32)], visitors: [Int32] = []
  ) -> PageViewLog {
    var log = PageViewLog()
    for (index, view) in views.enumerated() {
      log.append(
        session: SessionID(view.session),
        visitor: VisitorID(visitors.isEmpty ? view.session : visitors[index]),
        at: .seconds(view.minute * 60))
    }
    return log
  }

  @Test("A silence longer than the session timeout ends the hold and not the session")
  func silence() {
    let traffic = Sessionizer().traffic(
      from: log([(0, 0), (30, 0), (61, 0), (1501, 0), (1502, 1)]))
    #expect(traffic.sessions.map(\.pageViews) == [4, 1])
    #expect(traffic.stays.map(\.pageViews) == [2, 1, 1, 1])
    for presence in Presence.allCases {
      let holds = Holds(
        of: traffic, rule: HoldRule(reuseTimeout: .minutes(31), presence: presence))
      // One that a timeout longer than the silence spans is held on, as of a visitor who returns.
      #expect(holds.starts.map { $0.milliseconds / 60_000 } == [0, 61, 1501, 1502])
      #expect(holds.midVisitChanges == 0)
      #expect(PoolCurve(of: holds).sessionsCovered == [0, 1, 2])
    }
    let silent = SilentSessions(in: traffic)
    #expect(silent.sessions == 1 && silent.all == 2 && silent.forDays == 1)
    #expect(silent.longest == .minutes(1440))
    let kept = TrafficSelection(of: traffic) { id, _ in id.index == 1 }.traffic
    #expect(kept.stays == kept.sessions && kept.sessions.count == 1)
    let other = TrafficSelection(of: traffic) { id, _ in id.index == 0 }.traffic
    #expect(other.stays.map(\.pageViews) == [2, 1, 1])
    #expect(Holds(of: other, rule: HoldRule()).count == 3)
  }

  @Test("A visit told by its ends lasts for all of it, however long", arguments: Presence.allCases)
  func span(presence: Presence) {
    var log = log([(0, 0), (200, 0)])
    log.appendHeartbeat(
      visitor: VisitorID(0), session: SessionID(0), at: .seconds(180 * 60), since: .seconds(0))
    let traffic = Sessionizer().traffic(from: log)
    #expect(traffic.stays.count == 1)
    let holds = Holds(of: traffic, rule: HoldRule(reuseTimeout: .minutes(5), presence: presence))
    #expect(
      holds.releases.map { $0.milliseconds / 60_000 } == (presence == .tabOpen ? [205] : [5, 205]))
    var derived = PageViewLog()
    derived.append(visitor: VisitorID(0), at: .seconds(0))
    derived.appendHeartbeat(visitor: VisitorID(0), at: .seconds(2700), since: .seconds(0))
    #expect(
      Sessionizer().traffic(from: derived).sessions.map(\.lastSignOfLife) == [.seconds(2700)])
  }

  @Test("Who has a name comes back: it is of several visitors, each with a session")
  func shared() {
    let traffic = Sessionizer().traffic(
      from: log([(0, 7), (1, 7), (2, 7), (3, 7)], visitors: [0, 1, 0, 1]))
    #expect(traffic.sessions.map(\.pageViews) == [2, 2])
    #expect(traffic.naming?.shared == 1 && traffic.naming?.mostVisitors == 2)
    #expect(PoolCurve(of: Holds(of: traffic, rule: HoldRule())).peak == 2)
  }

  @Test(
    "A name that passes on within the session timeout is one session, but not among many shared")
  func passedOn() {
    let login = log([(0, 7), (5, 7), (6, 8)], visitors: [0, 1, 2])
    let traffic = Sessionizer().traffic(from: login)
    #expect(traffic.sessions.map(\.pageViews) == [2, 1])
    #expect(traffic.naming?.passedOn == 1 && traffic.naming?.shared == 0)
    #expect(PoolCurve(of: Holds(of: traffic, rule: HoldRule())).peak == 2)
    // The same name days later is somebody else's.
    let later = log([(0, 7), (2000, 7)], visitors: [0, 1])
    #expect(Sessionizer().traffic(from: later).sessions.count == 2)
    let amongShared = log(
      [(0, 7), (5, 7), (6, 8), (7, 8), (8, 8)], visitors: [0, 1, 2, 3, 2])
    let both = Sessionizer().traffic(from: amongShared)
    #expect(both.sessions.map(\.pageViews) == [1, 1, 2, 1])
    #expect(both.naming?.shared == 2)
    var said = login
    said.namesAreOfVisitors = true
    #expect(Sessionizer().traffic(from: said).sessions.count == 3)
  }

  @Test("Names that are of visitors make the sessions that pairs of both make", arguments: 0..<60)
  func pairs(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    var shared = PageViewLog()
    var paired = PageViewLog()
    shared.namesAreOfVisitors = true
    for _ in 0..<60 {
      let name = Int32(generator.next(below: 5))
      let visitor = Int32(generator.next(below: 6))
      let time = Timestamp(milliseconds: Int64(generator.next(below: 100)))
      let pair = SessionID(name * 6 + visitor)
      if generator.next(below: 4) == 0 {
        shared.appendHeartbeat(visitor: VisitorID(visitor), session: SessionID(name), at: time)
        paired.appendHeartbeat(visitor: VisitorID(visitor), session: pair, at: time)
      } else {
        shared.append(session: SessionID(name), visitor: VisitorID(visitor), at: time)
        paired.append(session: pair, visitor: VisitorID(visitor), at: time)
      }
    }
    let sessionizer = Sessionizer(timeout: .milliseconds(7))
    let traffic = sessionizer.traffic(from: shared)
    let expected = sessionizer.traffic(from: paired)
    #expect(traffic.sessions == expected.sessions && traffic.stays == expected.stays)
    #expect(traffic.pageViewSessions == expected.pageViewSessions)
    #expect(traffic.heartbeats == expected.heartbeats)
  }

  @Test(
    "With a timeout longer than every gap within a stay both presences are the same",
    arguments: UInt64(0)..<200)
  func presences(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let random = RandomTraffic(&generator)
      let traffic = random.traffic
      let timeout = traffic.longestGapWithinStays + .milliseconds(1)
      func holds(_ presence: Presence) -> Holds {
        Holds(
          of: traffic,
          rule: HoldRule(
            reuseTimeout: timeout, presence: presence,
            lastPageTime: .milliseconds(random.lastPageTime)))
      }
      #expect(holds(.views).starts == holds(.tabOpen).starts)
      #expect(holds(.views).releases == holds(.tabOpen).releases)
    }
  }

  @Test("Stays are held as sessions of their own would be", arguments: UInt64(0)..<100)
  func staysAsSessions(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var random = RandomTraffic(&generator)
    guard random.namesSessions else { return }
    // Without heartbeats, what a stay is can be said in a line.
    random.heartbeats = []
    let traffic = random.traffic
    var log = PageViewLog()
    var stays = 0
    var stayOfSession: [Int: Int] = [:]
    var alive: [Int: Int64] = [:]
    for view in random.views.enumerated().sorted(by: {
      ($0.element.minute, $0.offset) < ($1.element.minute, $1.offset)
    }).map(\.element) {
      if alive[view.session].map({ view.minute - $0 > random.sessionTimeout }) ?? true {
        stayOfSession[view.session] = stays
        stays += 1
      }
      alive[view.session] = view.minute
      log.append(
        session: SessionID(Int32(stayOfSession[view.session] ?? 0)),
        visitor: VisitorID(Int32(view.visitor)), at: Timestamp(milliseconds: view.minute))
    }
    let cut = Sessionizer(timeout: .milliseconds(random.sessionTimeout)).traffic(from: log)
    let holds = Holds(of: traffic, rule: random.rule)
    let expected = Holds(of: cut, rule: random.rule)
    #expect(traffic.stays == cut.sessions)
    #expect(holds.starts == expected.starts && holds.releases == expected.releases)
    #expect(holds.midVisitChanges == expected.midVisitChanges)
  }
}
