import NumberPoolTestSupport
import NumberPools
import Testing

/// What follows from what: each purpose and each channel has random numbers of its own.
@Suite("Random numbers of a scenario")
struct StreamTests {
  private func scenario() -> Scenario {
    var paid = Scenario.Channel("paid", visitsPerDay: 60)
    (paid.source, paid.medium) = ("google", "cpc")
    paid.campaigns = .zipf(count: 5, exponent: 1, terms: 3)
    paid.tagging = Scenario.Tagging(utm: 0.5, clickID: 0.3)
    var scenario = Scenario(channels: [paid, Scenario.Channel("direct", visitsPerDay: 40)])
    scenario.days = 14
    scenario.dayToDay = Scenario.DayToDay(common: 0.2, own: 0.1)
    scenario.returning.share = 0.3
    scenario.returning.newCookie = 0.2
    scenario.sharedLinks = 0.1
    scenario.notSwapped = 0.1
    scenario.bots = Scenario.Bots(share: 0.1, declared: 0.5)
    scenario.calls.probability = 0.2
    scenario.calls.again = 0.3
    scenario.calls.misdialledPerDay = 2
    scenario.bursts = [
      .init(
        at: LocalTime(year: 2026, month: 3, day: 4, second: 72_000), visits: 50,
        halfLife: .minutes(5), channel: "paid")
    ]
    return scenario
  }

  /// A session as its tables tell it, which no other channel can change.
  private struct Row: Hashable {
    var names: [String]
    var times: [Timestamp]
    var pageViews: Int32
    var address: String
    var via: GeneratedSession.Via
    var isNotSwapped: Bool
  }

  private func rows(_ workload: Workload, of channel: String) -> [Row] {
    workload.sessions.filter {
      $0.channel >= 0 && workload.scenario.channels[Int($0.channel)].name == channel
    }.map {
      Row(
        names: [workload.name(of: $0), workload.visitorName(of: $0), workload.personName(of: $0)],
        times: [$0.start, $0.lastPageView], pageViews: $0.pageViews,
        address: workload.landingAddress(of: $0), via: $0.via, isNotSwapped: $0.isNotSwapped)
    }
  }

  private func calls(_ workload: Workload, of channel: String) -> [String] {
    workload.calls.compactMap { call in
      guard let id = call.session else { return nil }
      let session = workload.sessions[Int(id.index)]
      guard workload.scenario.channels[Int(session.channel)].name == channel else { return nil }
      return "\(workload.name(of: call)) \(call.time) \(workload.name(of: session))"
        + " \(workload.callerName(of: call)) \(call.seconds) \(call.isSaved)"
    }
  }

  @Test("The same scenario makes the same; another seed or replication makes another")
  func replications() throws {
    let scenario = scenario()
    let first = try scenario.made()
    let again = try scenario.made()
    #expect(first.sessions == again.sessions && first.pageViewTimes == again.pageViewTimes)
    #expect(first.calls == again.calls)
    var other = scenario
    other.seed = 2
    let others = try [scenario.made(replication: 1), scenario.made(replication: 2), other.made()]
    let times = ([first] + others).map(\.pageViewTimes)
    #expect(Set(times).count == 4)
  }

  @Test("Another call model leaves every page view as it was")
  func callModel() throws {
    let scenario = scenario()
    var other = scenario
    other.calls = Scenario.Calls()
    other.calls.probability = 0.7
    other.calls.duringVisit = 0.1
    other.calls.offSitePerDay = 5
    other.channels[0].calls.probability = 0
    let (first, second) = (try scenario.made(), try other.made())
    #expect(first.sessions == second.sessions)
    #expect(first.pageViewTimes == second.pageViewTimes)
    #expect(first.pageViewSessions == second.pageViewSessions)
    #expect(first.calls != second.calls)
  }

  @Test("A channel added leaves the others as they were", arguments: [0, 1, 2])
  func channelAdded(at position: Int) throws {
    let scenario = scenario()
    var other = scenario
    var added = Scenario.Channel("added", visitsPerDay: 80)
    (added.source, added.medium) = ("bing", "cpc")
    added.calls.probability = 0.5
    other.channels.insert(added, at: position)
    let (first, second) = (try scenario.made(), try other.made())
    for name in ["paid", "direct"] {
      #expect(rows(first, of: name) == rows(second, of: name))
      #expect(calls(first, of: name) == calls(second, of: name))
    }
    #expect(!rows(second, of: "added").isEmpty)
    // Calls that no visit caused are nobody's.
    let without = [first, second].map { $0.calls.filter { $0.session == nil } }
    #expect(without[0] == without[1])
  }

  @Test("A burst added leaves other visits as they were")
  func burstAdded() throws {
    let scenario = scenario()
    var other = scenario
    other.bursts.append(
      .init(
        at: LocalTime(year: 2026, month: 3, day: 9, second: 3600), visits: 30,
        halfLife: .minutes(5), channel: "direct"))
    let (first, second) = (try scenario.made(), try other.made())
    #expect(rows(first, of: "paid") == rows(second, of: "paid"))
    let starts = Set(second.sessions.map(\.start))
    #expect(first.sessions.allSatisfy { starts.contains($0.start) })
  }

  @Test("All is in order of time, and names are given once")
  func order() throws {
    let workload = try scenario().made()
    let starts = workload.sessions.map(\.start)
    #expect(zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 })
    let times = workload.pageViewTimes
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(zip(workload.calls, workload.calls.dropFirst()).allSatisfy { $0.time <= $1.time })
    let names = workload.sessions.map { workload.name(of: $0) }
    #expect(Set(names).count == names.count)
    #expect(Set(workload.calls.map { workload.name(of: $0) }).count == workload.calls.count)
    let visitors = Set(workload.sessions.map { workload.visitorName(of: $0) })
    #expect(visitors.count == workload.visitorCount)
    // The page views of a session are those it counts, from its start to its last one.
    var counts = [Int32](repeating: 0, count: workload.sessions.count)
    for (time, id) in zip(times, workload.pageViewSessions) {
      let session = workload.sessions[Int(id.index)]
      counts[Int(id.index)] += 1
      #expect(session.start <= time && time <= session.lastPageView)
    }
    #expect(counts == workload.sessions.map(\.pageViews))
    for call in workload.calls {
      #expect(workload.period.contains(call.time))
      if let id = call.session { #expect(workload.sessions[Int(id.index)].start <= call.time) }
    }
  }
}
