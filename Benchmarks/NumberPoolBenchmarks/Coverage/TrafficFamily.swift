import Foundation
import NumberPools

/// A kind of made-up traffic whose coming weeks are known, to try forecasts on. None of them is the
/// one that the forecast takes for granted.
enum TrafficFamily: String, CaseIterable, Sendable {
  /// Each day has a factor of its own, lognormal.
  case lognormalDays = "lognormal-days"
  /// The rate jumps between states, within a day and from day to day.
  case modulated = "modulated-rates"
  /// Weeks go by in regimes, and bursts come on top.
  case regimes = "regimes-and-bursts"
  /// The rate moves on every scale, from hours to weeks.
  case manyScales = "many-scales"

  /// The minutes over which a rate is the same.
  static let slotMinutes = 10
  static let slotsOfDay = 1440 / slotMinutes

  /// Draws traffic from Monday midnight on, or another day's.
  ///
  /// - Parameters:
  ///   - days: How many days.
  ///   - seed: What everything is drawn by.
  func traffic(days: Int, seed: UInt64) -> Traffic {
    var random = Deviates(seed: seed)
    let business = Business(&random)
    var rates = factors(days: days, &random)
    for slot in rates.indices { rates[slot] *= business.rate(inSlot: slot) }
    var arrivals: [Int64] = []
    let length = Int64(Self.slotMinutes) * 60_000
    for (slot, rate) in rates.enumerated() {
      for _ in 0..<random.poisson(rate) {
        arrivals.append(Int64(slot) * length + Int64(random.unit() * Double(length)))
      }
    }
    if self == .regimes { addBursts(to: &arrivals, days: days, &random) }
    arrivals.sort()
    var log = PageViewLog()
    var views: [(time: Int64, session: Int32)] = []
    for (session, arrival) in arrivals.enumerated() {
      var time = arrival
      repeat {
        views.append((time, Int32(session)))
        time += Int64(40_000 * exp(1.1 * random.normal()))
      } while random.unit() < 1 - 1 / 2.8 && time - views[views.count - 1].time < 1_500_000
    }
    views.sort { ($0.time, $0.session) < ($1.time, $1.session) }
    for view in views {
      log.append(
        visitor: VisitorID(view.session),
        at: business.start + .milliseconds(view.time))
    }
    return Sessionizer().traffic(from: log)
  }

  /// What multiplies the usual rate in each slot.
  private func factors(days: Int, _ random: inout Deviates) -> [Double] {
    let slots = days * Self.slotsOfDay
    switch self {
    case .lognormalDays:
      let ofDays = (0..<days).map { _ in exp(0.22 * random.normal() - 0.0242) }
      return (0..<slots).map { ofDays[$0 / Self.slotsOfDay] }
    case .modulated:
      var isBusy = false
      let states = [0.75, 1, 1.35]
      var state = Int(random.unit() * 3)
      return (0..<slots).map { slot in
        // Calm for four hours on average, busy for one.
        if random.unit() < (isBusy ? 1 / 6.0 : 1 / 24.0) { isBusy.toggle() }
        if slot % Self.slotsOfDay == 0, random.unit() < 1 / 3.0 {
          state = Int(random.unit() * 3)
        }
        return (isBusy ? 2.2 : 0.7) * states[state]
      }
    case .regimes:
      var level = 0.25 * random.normal()
      return (0..<slots).map { slot in
        if slot % (7 * Self.slotsOfDay) == 0, random.unit() < 1 / 3.0 {
          level = 0.25 * random.normal()
        }
        return exp(level)
      }
    case .manyScales:
      let scales: [(hours: Double, spread: Double)] = [
        (1, 0.15), (8, 0.15), (72, 0.15), (336, 0.2),
      ]
      var states = scales.map { $0.spread * random.normal() }
      return (0..<slots).map { _ in
        for (index, scale) in scales.enumerated() {
          let stays = exp(-Double(Self.slotMinutes) / 60 / scale.hours)
          states[index] =
            stays * states[index]
            + scale.spread * (1 - stays * stays).squareRoot() * random.normal()
        }
        return exp(states.reduce(0, +))
      }
    }
  }

  /// Bursts of some fifteen visitors within minutes, in the daytime of every other day.
  private func addBursts(to arrivals: inout [Int64], days: Int, _ random: inout Deviates) {
    for day in 0..<days where random.unit() < 0.5 {
      let start = (Double(day) + 8 / 24.0 + random.unit() * 12 / 24) * 86_400_000
      for _ in 0..<Int(15 * exp(0.4 * random.normal())) {
        let after = -log(1 - random.unit()) * 8 * 60_000
        arrivals.append(min(Int64(start + after), Int64(days) * 86_400_000 - 1))
      }
    }
  }
}

/// What a site's traffic has in common with itself.
private struct Business {
  /// The first midnight.
  let start: Timestamp
  private let perSlot: Double
  private let hours: [Double]
  private let weekend: [Double]
  private let firstWeekday: Int

  private static let officeHours: [Double] = [
    1, 1, 1, 1, 1, 1, 2, 5, 9, 12, 12, 12, 10, 11, 12, 11, 10, 7, 5, 4, 4, 3, 2, 1,
  ]
  private static let evenings: [Double] = [
    3, 2, 1, 1, 1, 1, 2, 3, 4, 4, 5, 5, 6, 6, 6, 6, 7, 8, 10, 12, 13, 12, 9, 5,
  ]

  init(_ random: inout Deviates) {
    firstWeekday = Int(random.unit() * 7)
    // 2026-03-02 was a Monday.
    start = Timestamp(year: 2026, month: 3, day: 2 + firstWeekday, second: 0)
    let perDay = 80 * exp(random.unit() * log(5))
    hours = random.unit() < 0.5 ? Self.officeHours : Self.evenings
    perSlot = perDay / hours.reduce(0, +) / (60 / Double(TrafficFamily.slotMinutes))
    weekend = [0.4 + 0.6 * random.unit(), 0.3 + 0.7 * random.unit()]
  }

  func rate(inSlot slot: Int) -> Double {
    let weekday = (slot / TrafficFamily.slotsOfDay + firstWeekday) % 7
    let hour = slot % TrafficFamily.slotsOfDay * TrafficFamily.slotMinutes / 60
    return perSlot * hours[hour] * (weekday > 4 ? weekend[weekday - 5] : 1)
  }
}

/// Random numbers for made-up traffic.
private struct Deviates {
  private var generator: SplitMix64

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
    // Neighbouring seeds have nothing in common.
    generator = SplitMix64(seed: generator.next())
  }

  mutating func unit() -> Double { generator.nextUnit() }

  mutating func normal() -> Double {
    (-2 * log(1 - unit())).squareRoot() * cos(2 * .pi * unit())
  }

  mutating func poisson(_ mean: Double) -> Int {
    var count = 0
    var passed = -log(1 - unit())
    while passed <= mean {
      count += 1
      passed -= log(1 - unit())
    }
    return count
  }
}
