import Foundation
import NumberPoolTestSupport
import NumberPools
import Testing

/// When first visits begin.
@Suite("The laws of arrivals")
struct ArrivalLawTests {
  private func counts(
    _ sessions: [GeneratedSession], from start: Timestamp, width: Interval, _ count: Int
  ) -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    for session in sessions {
      let index = (session.start - start).milliseconds / width.milliseconds
      counts[Int(index)] += 1
    }
    return counts
  }

  @Test("As many as their mean, and as they should be in every minute", arguments: UInt64(1)...4)
  func flat(seed: UInt64) throws {
    let workload = try SmallBusiness.flat(visitsPerDay: 720, days: 14, seed: seed).made()
    #expect(Likelihood.isPoisson(workload.sessions.count, mean: 720 * 14))
    let start = workload.period.lowerBound
    for width in [Interval.minutes(20), .hours(1), .days(1)] {
      let count = Int(Interval.days(14).milliseconds / width.milliseconds)
      let mean = 720 * Double(width.milliseconds) / 86_400_000
      let counts = counts(workload.sessions, from: start, width: width, count)
      #expect(
        Likelihood.isLikely(counts, [Double](repeating: mean, count: count), isTotalFixed: false))
    }
    let gaps = zip(workload.sessions, workload.sessions.dropFirst()).map {
      Double(($1.start - $0.start).milliseconds)
    }
    // Two minutes apart in the mean; whole milliseconds make no difference here.
    #expect(Likelihood.isLikely(gaps) { 1 - exp(-$0 / 120_000) })
  }

  @Test("Hours have their weights, and the week its total", arguments: WeekWeights.named)
  func hours(week: WeekWeights) throws {
    var scenario = SmallBusiness.flat(visitsPerDay: 1500, days: 28, seed: 7)
    scenario.week = week
    let workload = try scenario.made()
    let observed = counts(
      workload.sessions, from: workload.period.lowerBound, width: .hours(1), 28 * 24)
    let expected = (0..<(28 * 24)).map { 1500 / 24 * week.hours[$0 % 168] / week.mean }
    #expect(Likelihood.isLikely(observed, expected, isTotalFixed: false))
  }

  @Test("A channel's own week stands for it alone")
  func ownWeek() throws {
    var scenario = SmallBusiness.flat(visitsPerDay: 500)
    var nights = Scenario.Channel("nights", visitsPerDay: 500)
    nights.week = WeekWeights(
      (0..<168).map { $0 % 24 < 6 ? 1.0 : 0.0 })
    scenario.channels.append(nights)
    let workload = try scenario.made()
    let own = workload.sessions.filter { $0.channel == 1 }
    #expect(own.allSatisfy { $0.start.millisecondOfDay < 6 * 3_600_000 })
    #expect(Likelihood.isPoisson(own.count, mean: 500 * 28))
  }

  @Test("An hour that is skipped has no visit, one that comes twice has twice as many")
  func clocks() throws {
    var scenario = SmallBusiness.flat(visitsPerDay: 24_000, days: 2, seed: 3)
    // Only the hour from two to three, by the clock on the wall.
    scenario.week = WeekWeights((0..<168).map { $0 % 24 == 2 ? 1.0 : 0.0 })
    scenario.start = LocalTime(year: 2026, month: 3, day: 29)
    var workload = try scenario.made(by: SmallBusiness.berlin)
    #expect(workload.period.upperBound - workload.period.lowerBound == .hours(47))
    let clock = SmallBusiness.berlin
    #expect(workload.sessions.allSatisfy { clock.localTime(at: $0.start).day == 20_542 })
    #expect(Likelihood.isPoisson(workload.sessions.count, mean: 24_000))
    scenario.start = LocalTime(year: 2026, month: 10, day: 25)
    workload = try scenario.made(by: clock)
    #expect(workload.period.upperBound - workload.period.lowerBound == .hours(49))
    let first = workload.sessions.count {
      $0.start < Timestamp(year: 2026, month: 10, day: 25, second: 3600)
    }
    let onFirstDay = workload.sessions.count { clock.localTime(at: $0.start).day == 20_751 }
    #expect(Likelihood.isPoisson(first, mean: 24_000))
    #expect(Likelihood.isPoisson(onFirstDay, mean: 48_000))
    #expect(Likelihood.isPoisson(workload.sessions.count - onFirstDay, mean: 24_000))
  }

  @Test("Days differ by a lognormal factor with mean 1, common or by site")
  func dayFactor() throws {
    var scenario = SmallBusiness.flat(visitsPerDay: 400, days: 364, seed: 5)
    scenario.channels.append(Scenario.Channel("beside", visitsPerDay: 400))
    var other = Scenario.Channel("other", visitsPerDay: 400)
    other.site = "other.example"
    scenario.channels.append(other)
    scenario.visit.pageViews = 1
    scenario.dayToDay = Scenario.DayToDay(common: 0.3, own: 0)
    let sigmas = try [
      scenario,
      { () -> Scenario in
        var own = scenario
        own.dayToDay = Scenario.DayToDay(common: 0, own: 0.3)
        return own
      }(),
    ].map { scenario -> (sigma: Double, mean: Double, beside: Double, apart: Double) in
      let workload = try scenario.made()
      let days = (0..<3).map { channel in
        counts(
          workload.sessions.filter { $0.channel == Int32(channel) },
          from: workload.period.lowerBound, width: .days(1), 364
        ).map { Double($0) / 400 }
      }
      let logs = days.map { $0.map { log($0) } }
      return (
        deviation(logs[0]), days[0].reduce(0, +) / 364, correlation(logs[0], logs[1]),
        correlation(logs[0], logs[2])
      )
    }
    for found in sigmas {
      // Chance adds 1/400 to the variance of the logarithm.
      let sigma = (0.09 + 1 / 400).squareRoot()
      #expect(Likelihood.isLikely(found.sigma, mean: sigma, deviation: sigma / 728.0.squareRoot()))
      // Of one factor exp(s^2) - 1, and of the counts.
      let deviation = ((exp(0.09) - 1 + 1 / 400) / 364).squareRoot()
      #expect(Likelihood.isLikely(found.mean, mean: 1, deviation: deviation))
      #expect(found.beside > 0.9)
    }
    #expect(sigmas[0].apart > 0.9)
    // Without a connection, correlations of 364 pairs have a deviation of 1 / sqrt(364).
    #expect(abs(sigmas[1].apart) < Likelihood.deviations / 364.0.squareRoot())
  }

  private func deviation(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    return (squares / Double(values.count - 1)).squareRoot()
  }

  private func correlation(_ left: [Double], _ right: [Double]) -> Double {
    let means = [left, right].map { $0.reduce(0, +) / Double($0.count) }
    let products = zip(left, right).map { ($0 - means[0]) * ($1 - means[1]) }.reduce(0, +)
    return products / Double(left.count - 1) / deviation(left) / deviation(right)
  }

  @Test("Growth multiplies each week's visits", arguments: [0.1, -0.2])
  func growth(growth: Double) throws {
    var scenario = SmallBusiness.flat(visitsPerDay: 300, days: 42, seed: 2)
    scenario.growthPerWeek = growth
    let workload = try scenario.made()
    let observed = counts(workload.sessions, from: workload.period.lowerBound, width: .days(1), 42)
    let expected = (0..<42).map { 300 * pow(1 + growth, Double($0) / 7) }
    #expect(Likelihood.isLikely(observed, expected, isTotalFixed: false))
  }

  @Test("A burst begins at its moment and dies away with its half life")
  func burst() throws {
    var scenario = SmallBusiness.flat(visitsPerDay: 0, days: 14, seed: 9)
    scenario.start = LocalTime(year: 2026, month: 3, day: 20)
    scenario.bursts = [
      .init(
        at: LocalTime(year: 2026, month: 3, day: 26, second: 20 * 3600 + 900), visits: 2000,
        halfLife: .minutes(4), every: .days(1), times: 5)
    ]
    let clock = SmallBusiness.berlin
    let workload = try scenario.made(by: clock)
    #expect(Likelihood.isPoisson(workload.sessions.count, mean: 10_000))
    // A quarter past eight by the clock on the wall, which is moved between the third and fourth.
    let sinceBurst = workload.sessions.map { session -> Double in
      let shown = clock.localTime(at: session.start)
      return Double(shown.millisecondOfDay - (20 * 3600 + 900) * 1000)
    }
    let mean = 4 * 60_000 / log(2.0)
    #expect(Likelihood.isLikely(sinceBurst) { 1 - exp(-$0 / mean) })
    let days = Set(workload.sessions.map { clock.localTime(at: $0.start).day })
    #expect(days.count == 5)
  }

  @Test("Robots come evenly, one page each, as many of them say so as should")
  func robots() throws {
    var scenario = SmallBusiness.flat(visitsPerDay: 700, days: 14, seed: 4)
    scenario.week = .officeHours
    scenario.bots = Scenario.Bots(share: 0.2, declared: 0.7)
    let workload = try scenario.made()
    let robots = workload.sessions.filter(\.isBot)
    let mean = 0.25 * 700 * 14
    #expect(Likelihood.isPoisson(robots.count, mean: mean))
    #expect(robots.allSatisfy { $0.pageViews == 1 && $0.lastPageView == $0.start })
    #expect(Likelihood.isBinomial(robots.count { $0.isDeclared }, of: robots.count, 0.7))
    let start = workload.period.lowerBound
    let length = Double((workload.period.upperBound - start).milliseconds)
    #expect(
      Likelihood.isLikely(robots.map { Double(($0.start - start).milliseconds) }) { $0 / length })
    #expect(Set(robots.map(\.visitor)).count == robots.count)
  }
}
