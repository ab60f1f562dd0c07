@testable import NumberPools

/// Made-up days of visits for tests of forecasts.
struct PoissonDays {
  /// Visits on an average day, from the first day on.
  var means: [Double]
  /// Hours of the day in which people come, evenly.
  var open = 0..<24
  /// Page views of a visit, a minute apart.
  var pageViews = 1
  /// The first midnight: Monday, 2026-03-02.
  var start = Timestamp(year: 2026, month: 3, day: 2, second: 0)

  /// Draws the visits, each of a visitor of its own.
  func traffic(seed: UInt64) -> Traffic {
    var stream = ForecastStream(seed: seed, .arrivals, 0)
    var starts: [Int64] = []
    let hour: Int64 = 3_600_000
    for (day, mean) in means.enumerated() {
      let opening = Int64(day) * 24 * hour + Int64(open.lowerBound) * hour
      for _ in 0..<stream.nextPoisson(mean: mean) {
        starts.append(opening + Int64(stream.next(below: open.count * Int(hour))))
      }
    }
    starts.sort()
    var views = starts.enumerated().flatMap { visit, start in
      (0..<pageViews).map { (time: start + Int64($0) * 60_000, visit: visit) }
    }
    views.sort { ($0.time, $0.visit) < ($1.time, $1.visit) }
    var log = PageViewLog()
    for view in views {
      log.append(
        visitor: VisitorID(Int32(view.visit)), at: self.start + .milliseconds(view.time))
    }
    return Sessionizer().traffic(from: log)
  }
}

/// Works on the last element first.
struct BackwardMap: ParallelMap {
  func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    elements.reversed().map { transform($0) }.reversed()
  }
}

extension Target {
  /// Coverage of 99 %, and credit of 95 % a quarter of an hour later.
  static let usual = Target([
    Condition(.coverage, .atLeast, units: 9_900_000),
    Condition(.credit(.minutes(15)), .atLeast, units: 9_500_000),
  ])
}
