import NumberPoolTestSupport
import NumberPools
import Testing

@testable import TrafficLogs

/// Tables of what a scenario made, read back.
@Suite("Tables of a scenario")
struct WorkloadTableTests {
  private func workload() throws -> Workload {
    var paid = Scenario.Channel("paid", visitsPerDay: 60)
    (paid.source, paid.medium) = ("google", "cpc")
    paid.campaigns = .list([.init("blue & white, 50 %", terms: 3), .init("näher \"dran\"")])
    paid.tagging = Scenario.Tagging(utm: 0.5, clickID: 0.3, mistyped: 0.1)
    paid.clickIDBesideUTM = 0.5
    var organic = Scenario.Channel("organic", visitsPerDay: 40)
    (organic.source, organic.medium) = ("yandex", "organic")
    var partner = Scenario.Channel("partner", visitsPerDay: 20)
    (partner.source, partner.medium) = ("partner.example", "referral")
    var mailing = Scenario.Channel("mailing", visitsPerDay: 20)
    (mailing.source, mailing.medium) = ("newsletter", "email")
    mailing.tagging = Scenario.Tagging(utm: 0.5)
    var scenario = Scenario(
      channels: [paid, organic, partner, mailing, .init("direct", visitsPerDay: 20)])
    scenario.days = 10
    scenario.returning.share = 0.4
    scenario.sharedLinks = 0.2
    scenario.bots = Scenario.Bots(share: 0.1, declared: 0.5)
    scenario.notSwapped = 0.1
    scenario.calls.probability = 0.2
    return try scenario.made()
  }

  @Test("Addresses and referrers are read back as what was paid for, where tags weren't lost")
  func touches() throws {
    let workload = try workload()
    var reader = TrafficReader()
    reader.tables.knowsRobotsByAgent = true
    let log = try reader.read([.table(name: "made", .pageViews, of: workload)])
    let sessions = log.sessions(by: Sessionizer()).withTouches()
    let counted = workload.sessions.filter { !$0.isDeclared }
    #expect(log.summary.unreadable == 0)
    #expect(log.summary.leftOut == [.bot: workload.sessions.count - counted.count])
    #expect(sessions.names() == counted.map { workload.name(of: $0) })
    for (touch, session) in zip(sessions.traffic.touches, counted) where !session.isBot {
      let truth = workload.truth(of: session)
      switch (session.via, session.address.tags) {
      case (.first, .utm):
        #expect(touch.source == truth.source && touch.medium == truth.medium)
        #expect(touch.campaign == truth.campaign && touch.term == truth.term)
      case (.first, .mistyped):
        #expect(
          touch.source == truth.source && touch.campaign == "\(truth.campaign ?? "")-mistyped")
      case (.first, .clickID):
        #expect(touch.source == truth.source && touch.medium == truth.medium)
        #expect(touch.clickID == workload.clickID(of: session) && touch.campaign == nil)
      case (.first, .none):
        switch truth.channel {
        case "paid": #expect(touch.source == "google" && touch.medium == "organic")
        case "mailing": #expect(touch.source == nil && touch.medium == nil)
        default: #expect(touch.source == truth.source && touch.medium == truth.medium)
        }
      case (.organic, _):
        #expect(touch.source == "yandex" && touch.medium == "organic" && !touch.isTagged)
      case (.direct, _), (.ownLink, _):
        #expect(touch.source == nil && touch.medium == nil && !touch.isTagged)
      case (.sameLink, _), (.sharedLink, _):
        #expect(touch.isTagged == session.address.isTagged)
        if session.address.tags == .utm { #expect(touch.source == workload.source(of: session)) }
      }
    }
  }

  @Test("Calls find their sessions, and flags of sessions are found by their names")
  func calls() throws {
    let workload = try workload()
    let log = try TrafficReader().read([.table(name: "made", .pageViews, of: workload)])
    let calls = try TrafficReader().readCalls([.table(name: "made", .calls, of: workload)])
    let linked = calls.linked(to: log.sessions(by: Sessionizer()))
    #expect(linked.calls.map(\.time) == workload.calls.map(\.time))
    let names = try SessionFlags.names(
      in: .table(name: "made", .sessions, of: workload), where: "not_swapped")
    let expected = workload.sessions.filter(\.isNotSwapped).map { workload.name(of: $0) }
    #expect(names == Set(expected) && !names.isEmpty)
  }
}

extension Workload {
  /// Where the first visit of a session's address came from.
  fileprivate func source(of session: GeneratedSession) -> String? {
    scenario.channels[Int(session.channel)].source
  }
}
