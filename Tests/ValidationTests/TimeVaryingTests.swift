import Foundation
import NumberPoolTestSupport
import NumberPools
import Testing

/// A rate that rises and falls: how many are present at a moment has a Poisson law, whose mean is
/// known for both laws of holds.
///
/// Formulas: S. Eick, W. Massey, W. Whitt, "The physics of the M(t)/G/infinity queue", Operations
/// Research 41(4), and "M(t)/G/infinity queues with sinusoidal arrival rates", Management Science
/// 39(2), both 1993.
@Suite("A rate that changes")
struct TimeVaryingTests {
  private static let mean = 20.0
  private static let swing = 10.0
  private static let period = 5.0

  /// How many are present in the mean, at a time in mean holds.
  private static func present(_ law: PoissonSessions.Law, at time: Double) -> Double {
    let speed = 2 * Double.pi / period
    if law == .constant {
      return mean + 2 * swing / speed * sin(speed / 2) * sin(speed * (time - 0.5))
    }
    return mean
      + swing / (1 + speed * speed) * (sin(speed * time) - speed * cos(speed * time))
  }

  @Test("The formulas have their values, computed in another language")
  func formulas() {
    #expect(abs(Self.present(.exponential, at: 0) - 15.127683386) < 1e-8)
    #expect(abs(Self.present(.exponential, at: 2) - 26.220786933) < 1e-8)
    #expect(abs(Self.present(.constant, at: 0) - 14.501331953) < 1e-8)
    #expect(abs(Self.present(.constant, at: 2) - 28.897031793) < 1e-8)
  }

  @Test(
    "Holds are present as the formulas say, at every phase",
    arguments: [PoissonSessions.Law.exponential, .constant], UInt64(1)...2)
  func sinusoid(law: PoissonSessions.Law, seed: UInt64) {
    let speed = 2 * Double.pi / Self.period
    let most = Self.mean + Self.swing
    let sessions = PoissonSessions(200_000, law, seed: seed) { time, random in
      var wait = 0.0
      while true {
        wait += -log1p(-random.nextUnit()) / most
        let rate = Self.mean + Self.swing * sin(speed * (time + wait))
        if random.nextUnit() * most < rate { return wait }
      }
    }
    let holds = sessions.holds
    let phases = stride(from: 0.0, to: 5, by: 0.5)
    // The first two periods are not yet as all others.
    let periods = 2..<Int(sessions.span / PoissonSessions.meanHold / Self.period)
    #expect(periods.count > 1900)
    let releases = holds.releases.sorted()
    for phase in phases {
      var counts: [Int] = []
      for number in periods {
        let time = (Double(number) * Self.period + phase) * PoissonSessions.meanHold
        let moment = Timestamp(milliseconds: Int64(time))
        counts.append(
          holds.starts.firstPosition { moment < $0 } - releases.firstPosition { moment < $0 })
      }
      let expected = Self.present(law, at: phase)
      let total = counts.reduce(0, +)
      // Counts a period apart have hardly a visitor in common.
      #expect(Likelihood.isPoisson(total, mean: expected * Double(counts.count)))
      let squares = counts.map { pow(Double($0) - expected, 2) }.reduce(0, +)
      let dispersion = squares / Double(counts.count) / expected
      #expect(abs(dispersion - 1) < 5 * (2 / Double(counts.count)).squareRoot())
    }
  }

  @Test("Half an hour into each hour a scenario has as many holds as its week says")
  func scenario() throws {
    var scenario = Scenario(channels: [.init("all", visitsPerDay: 1500)])
    scenario.week = .everyday
    scenario.visit.pageViews = 1
    let workload = try scenario.made()
    let traffic = Sessionizer().traffic(from: workload.pageViewLog())
    // A page view and a reuse timeout of 25 minutes: all that began since the hour's fifth minute.
    let holds = Holds(of: traffic, rule: HoldRule(reuseTimeout: .minutes(25)))
    let releases = holds.releases.sorted()
    var observed = [Int](repeating: 0, count: 168)
    for hour in 0..<(28 * 24) {
      let moment = workload.period.lowerBound + .minutes(Int64(hour) * 60 + 30)
      observed[hour % 168] +=
        holds.starts.firstPosition { moment < $0 } - releases.firstPosition { moment < $0 }
    }
    let week = WeekWeights.everyday
    let expected = week.hours.map { 4 * 1500 / 24 * $0 / week.mean * 25 / 60 }
    #expect(Likelihood.isLikely(observed, expected, isTotalFixed: false))
  }
}

extension RandomAccessCollection {
  /// The first position from which on a condition holds.
  fileprivate func firstPosition(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[index(startIndex, offsetBy: middle)]) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }
}
