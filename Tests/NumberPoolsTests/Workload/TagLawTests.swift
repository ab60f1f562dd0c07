import Foundation
import NumberPoolTestSupport
import NumberPools
import Testing

/// What addresses of visits carry, and who passes them on.
@Suite("The laws of tags")
struct TagLawTests {
  private func scenario(_ seed: UInt64) -> Scenario {
    var paid = Scenario.Channel("paid", visitsPerDay: 600)
    (paid.source, paid.medium) = ("google", "cpc")
    paid.campaigns = .list([
      .init("implants", share: 3, terms: 20, zipf: 1.2),
      .init("whitening", share: 1, tagging: .init(clickID: 0.5)),
    ])
    paid.tagging = Scenario.Tagging(utm: 0.6, clickID: 0.25, mistyped: 0.05)
    paid.clickIDBesideUTM = 0.4
    var scenario = Scenario(channels: [paid])
    scenario.visit.pageViews = 1
    scenario.seed = seed
    scenario.sharedLinks = 0.2
    scenario.returning.after = .uniform(from: .hours(1), to: .hours(3))
    return scenario
  }

  @Test("Campaigns, keywords and tags have their shares", arguments: UInt64(1)...3)
  func shares(seed: UInt64) throws {
    let sessions = try scenario(seed).made().sessions.filter { $0.via == .first }
    let total = Double(sessions.count)
    let first = sessions.filter { $0.address.campaign == 0 }
    let second = sessions.filter { $0.address.campaign == 1 }
    #expect(
      Likelihood.isLikely([first.count, second.count], [total * 0.75, total * 0.25]))
    let powers = (1...20).map { pow(Double($0), -1.2) }
    let sum = powers.reduce(0, +)
    #expect(
      Likelihood.isLikely(
        (1...20).map { term in first.count { $0.address.term == Int32(term) } },
        powers.map { $0 / sum * Double(first.count) }))
    #expect(second.allSatisfy { $0.address.term == 0 })
    func counts(_ sessions: [GeneratedSession]) -> [Int] {
      GeneratedSession.Tags.allCases.map { tags in sessions.count { $0.address.tags == tags } }
    }
    // Nothing, UTM tags, misspelt ones, a click id.
    #expect(
      Likelihood.isLikely(
        counts(first), [0.1, 0.6, 0.05, 0.25].map { $0 * Double(first.count) }))
    #expect(
      Likelihood.isLikely(counts(second), [0.5, 0, 0, 0.5].map { $0 * Double(second.count) }))
    let utm = first.filter { $0.address.tags == .utm || $0.address.tags == .mistyped }
    #expect(Likelihood.isBinomial(utm.count { $0.address.click != 0 }, of: utm.count, 0.4))
    #expect(first.allSatisfy { $0.address.tags != .clickID || $0.address.click != 0 })
    let ids = sessions.map(\.address.click).filter { $0 != 0 }
    #expect(Set(ids).count == ids.count)
  }

  @Test("Tagged first visits are passed on with their probability, after the law of returns")
  func sharedLinks() throws {
    let workload = try scenario(5).made()
    let edge = workload.period.upperBound - .hours(4)
    let tagged = workload.sessions.filter {
      $0.via == .first && $0.address.isTagged && $0.start < edge
    }
    let shared = workload.sessions.filter { $0.via == .sharedLink }
    var starts: [UInt64: Timestamp] = [:]
    for session in tagged where session.address.click != 0 {
      starts[session.address.click] = session.lastPageView
    }
    #expect(shared.allSatisfy { $0.address.isTagged })
    let delays = shared.compactMap { session in
      starts[session.address.click].map { Double((session.start - $0).milliseconds) }
    }
    #expect(delays.count > 400)
    #expect(Likelihood.isLikely(delays) { ($0 - 3_600_000) / 7_200_000 })
    let early = workload.period.lowerBound + .hours(4)
    let ofPeriod = shared.count { $0.start >= early }
    // Passed on within the period, less the few of its first hours.
    #expect(
      Likelihood.isLikely(
        Double(ofPeriod), mean: Double(tagged.count) * 0.2,
        deviation: (Double(tagged.count) * 0.2 + 40).squareRoot()))
    #expect(Set(shared.map(\.person)).count == shared.count)
  }

  @Test("Campaigns and keywords by rank")
  func ranks() throws {
    var channel = Scenario.Channel("market", visitsPerDay: 1000)
    (channel.source, channel.medium) = ("yandex", "cpc")
    channel.campaigns = .zipf(count: 30, exponent: 0.8, terms: 5)
    var scenario = Scenario(channels: [channel])
    scenario.visit.pageViews = 1
    let workload = try scenario.made()
    let sessions = workload.sessions
    let powers = (1...30).map { pow(Double($0), -0.8) }
    let sum = powers.reduce(0, +)
    #expect(
      Likelihood.isLikely(
        (0..<30).map { rank in sessions.count { $0.address.campaign == Int32(rank) } },
        powers.map { $0 / sum * Double(sessions.count) }))
    let truth = workload.truth(of: sessions[0])
    #expect(truth.campaign == "campaign-\(sessions[0].address.campaign + 1)")
    #expect(truth.term == "\(truth.campaign ?? "")-\(sessions[0].address.term)")
    // A medium other than organic and referral is tagged without being told.
    #expect(sessions.allSatisfy { $0.address.tags == .utm && $0.address.click == 0 })
  }

  @Test("Addresses and referrers say what was paid for, unless tags were lost")
  func addresses() throws {
    var scenario = scenario(6)
    scenario.returning = Scenario.Returning(
      share: 0.5, after: .exponential(mean: .hours(3)),
      as: .init(direct: 1, organic: 1, sameLink: 1, ownLink: 1))
    let workload = try scenario.made()
    for session in workload.sessions.prefix(3000) {
      let address = workload.landingAddress(of: session)
      let referrer = workload.referrer(of: session)
      let truth = workload.truth(of: session)
      #expect(address.hasPrefix("https://www.shop.example/"))
      switch session.via {
      case .first:
        #expect(truth.source == "google" && truth.medium == "cpc")
        #expect(referrer == "https://www.google.com/")
        #expect(
          address.contains("utm_source=google") == [.utm, .mistyped].contains(session.address.tags))
        #expect(address.contains("-mistyped") == (session.address.tags == .mistyped))
        #expect((session.address.tags == .none) == !address.contains("?"))
      case .organic:
        #expect(referrer == "https://www.google.com/" && !address.contains("?"))
        #expect(truth == .init(channel: "organic", source: "google", medium: "organic"))
      case .ownLink:
        #expect(referrer == "https://www.shop.example/" && address.contains("utm_source="))
      case .direct, .sameLink, .sharedLink:
        #expect(referrer.isEmpty && truth == .init(channel: "direct"))
        #expect(address.contains("?") == (session.via != .direct && session.address.isTagged))
      }
    }
  }
}
