import Foundation
import NumberPoolTestSupport
import NumberPools
import Testing

/// What visits are like, and who returns.
@Suite("The laws of visits and returns")
struct VisitLawTests {
  private func gaps(_ workload: Workload) -> [Double] {
    var last = [Timestamp?](repeating: nil, count: workload.sessions.count)
    var gaps: [Double] = []
    for (time, session) in zip(workload.pageViewTimes, workload.pageViewSessions) {
      if let before = last[Int(session.index)] {
        gaps.append(Double((time - before).milliseconds))
      }
      last[Int(session.index)] = time
    }
    return gaps
  }

  @Test("Pages are geometric from 1 up", arguments: [1.0, 1.5, 2.8, 12])
  func pages(mean: Double) throws {
    var scenario = SmallBusiness.flat(visitsPerDay: 400, days: 14, seed: 2)
    scenario.visit.pageViews = mean
    let workload = try scenario.made()
    let counts = workload.sessions.map { Int($0.pageViews) }
    #expect(counts.reduce(0, +) == workload.pageViewTimes.count)
    let most = 60
    let observed = (1...most).map { pages in counts.count { $0 == pages } }
    let chance = 1 / mean
    let expected = (1...most).map {
      Double(counts.count) * chance * pow(1 - chance, Double($0 - 1))
    }
    if mean > 1 {
      #expect(Likelihood.isLikely(observed, expected))
    } else {
      #expect(counts.allSatisfy { $0 == 1 })
    }
  }

  @Test(
    "Gaps follow their law below the session timeout",
    arguments: [
      DurationLaw.lognormal(median: .seconds(40), sigma: 1.1), .exponential(mean: .minutes(12)),
      .uniform(from: .minutes(1), to: .minutes(25)),
      .lognormal(median: .minutes(5), p90: .minutes(40)),
    ])
  func gaps(law: DurationLaw) throws {
    var scenario = SmallBusiness.flat(visitsPerDay: 300, days: 14, seed: 3)
    scenario.visit = Scenario.Visit(pageViews: 3, gap: law)
    scenario.pool.sessionTimeout = .minutes(20)
    let gaps = gaps(try scenario.made())
    let limit = 1_200_000.0
    #expect(gaps.allSatisfy { $0 < limit })
    let whole = Self.share(law, below: limit)
    // To the next whole millisecond, as times are.
    #expect(Likelihood.isLikely(gaps) { Self.share(law, below: $0) / whole })
  }

  /// The share of a law below a number of milliseconds.
  static func share(_ law: DurationLaw, below value: Double) -> Double {
    switch law {
    case .exponential(let mean): return 1 - exp(-value / Double(mean.milliseconds))
    case .lognormal(let median, let sigma):
      return Likelihood.normal(log(value / Double(median.milliseconds)) / sigma)
    case .constant(let length): return value < Double(length.milliseconds) ? 0 : 1
    case .uniform(let from, let to):
      let width = Double(to.milliseconds - from.milliseconds)
      return min(max((value - Double(from.milliseconds)) / width, 0), 1)
    }
  }

  /// The sessions of each person, ascending.
  private func chains(_ workload: Workload) -> [[GeneratedSession]] {
    var chains = [[GeneratedSession]](repeating: [], count: workload.personCount)
    for session in workload.sessions { chains[Int(session.person)].append(session) }
    return chains
  }

  @Test("Every session is followed by another with its probability, after its law")
  func returns() throws {
    var scenario = SmallBusiness.flat(visitsPerDay: 600, days: 28, seed: 6)
    let law = DurationLaw.exponential(mean: .hours(2))
    scenario.returning = Scenario.Returning(share: 0.35, after: law, newCookie: 0.3)
    let workload = try scenario.made()
    let chains = chains(workload)
    // What begins two days before the end has room for its return: e^-24 of them don't.
    let edge = workload.period.upperBound - .days(2)
    var followed = 0
    var all = 0
    var lost = 0
    var delays: [Double] = []
    for chain in chains {
      for (index, session) in chain.enumerated() where session.start < edge {
        all += 1
        guard index + 1 < chain.count else { continue }
        let next = chain[index + 1]
        followed += 1
        delays.append(Double((next.start - session.lastPageView).milliseconds))
        if next.visitor != session.visitor { lost += 1 }
      }
    }
    #expect(Likelihood.isBinomial(followed, of: all, 0.35))
    #expect(Likelihood.isBinomial(lost, of: followed, 0.3))
    #expect(delays.allSatisfy { $0 >= 1_800_000 })
    #expect(Likelihood.isLikely(delays) { 1 - exp(-($0 - 1_800_000) / 7_200_000) })
    // First visits are so many fewer that sessions are as many as a counter shows.
    let mean = 600.0 * 28
    // A first visit brings 1/(1-q) sessions, whose square has the mean (1+q)/(1-q)^2.
    let deviation = (mean * (1 + 0.35) / (1 - 0.35)).squareRoot()
    #expect(
      Likelihood.isLikely(Double(workload.sessions.count), mean: mean, deviation: deviation))
  }

  @Test("The first day has as many sessions as the last: returns of earlier visitors are there")
  func isStationary() throws {
    var scenario = SmallBusiness.flat(visitsPerDay: 3000, days: 14, seed: 8)
    scenario.visit.pageViews = 1
    scenario.returning.share = 0.4
    let workload = try scenario.made()
    let start = workload.period.lowerBound
    for day in [0, 13] {
      let from = start + .days(Int64(day))
      let count = workload.sessions.count { $0.start >= from && $0.start < from + .days(1) }
      // Returns of one visitor on one day make the count vary more than a Poisson one.
      #expect(Likelihood.isLikely(Double(count), mean: 3000, deviation: (3000 * 2.4).squareRoot()))
    }
    #expect(workload.sessions.contains { $0.via != .first && $0.start < start + .hours(6) })
    #expect(workload.sessions.allSatisfy { workload.period.contains($0.start) })
  }

  @Test("Ways of returning have their shares")
  func ways() throws {
    var scenario = SmallBusiness.flat(visitsPerDay: 500, days: 28, seed: 11)
    scenario.visit.pageViews = 1
    scenario.returning = Scenario.Returning(
      share: 0.5, as: .init(direct: 4, organic: 3, sameLink: 2, ownLink: 1))
    let sessions = try scenario.made().sessions.filter { $0.via != .first }
    let ways: [GeneratedSession.Via] = [.direct, .organic, .sameLink, .ownLink]
    let observed = ways.map { way in sessions.count { $0.via == way } }
    let expected = [0.4, 0.3, 0.2, 0.1].map { $0 * Double(sessions.count) }
    #expect(observed.reduce(0, +) == sessions.count)
    #expect(Likelihood.isLikely(observed, expected))
  }

  @Test("Persons who see no number are as many as they should be, and remain so")
  func notSwapped() throws {
    var scenario = SmallBusiness.flat(visitsPerDay: 500, days: 14, seed: 12)
    scenario.returning.share = 0.4
    scenario.notSwapped = 0.15
    let workload = try scenario.made()
    let chains = chains(workload)
    #expect(chains.allSatisfy { Set($0.map(\.isNotSwapped)).count <= 1 })
    #expect(
      Likelihood.isBinomial(
        chains.count { $0.first?.isNotSwapped ?? false }, of: chains.count, 0.15))
  }
}
