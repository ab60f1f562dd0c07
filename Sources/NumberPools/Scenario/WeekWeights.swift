/// When in a week people come: a weight for each hour that the clock on the wall shows.
///
/// Only ratios count, over the whole week. The named weeks have no source: they are assumptions.
public struct WeekWeights: Hashable, Sendable {
  /// What scenarios call it; `nil` for one of somebody's own.
  public let name: String?
  /// The weights of 168 hours, from Monday at midnight on.
  public let hours: [Double]

  /// Creates a week.
  ///
  /// - Parameters:
  ///   - hours: 168 weights that aren't negative, one of them at least above 0.
  ///   - name: What it is called.
  public init(_ hours: [Double], name: String? = nil) {
    precondition(hours.count == 168, "A week has 168 hours")
    self.hours = hours
    self.name = name
  }

  private init(_ name: String, weekday: [Double], weekend: [Double]) {
    var hours: [Double] = []
    for day in 0..<7 { hours += day < 5 ? weekday : weekend }
    self.init(hours, name: name)
  }

  /// The mean weight of an hour.
  public var mean: Double { hours.reduce(0, +) / 168 }
}

extension WeekWeights {
  /// People come from the morning until late, on every day.
  public static let everyday = WeekWeights(
    "everyday",
    weekday: [1, 1, 1, 1, 1, 1, 2, 4, 7, 9, 10, 10, 9, 9, 10, 10, 9, 9, 9, 9, 9, 8, 5, 3],
    weekend: [2, 1, 1, 1, 1, 1, 1, 2, 4, 6, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 7, 5, 3])

  /// As many people by night as by day, which is seldom true.
  public static let flat = WeekWeights(
    "flat", weekday: [Double](repeating: 1, count: 24),
    weekend: [Double](repeating: 1, count: 24))

  /// People look things up at work: most come between nine and six, fewer at weekends.
  public static let officeHours = WeekWeights(
    "office-hours",
    weekday: [1, 1, 1, 1, 1, 1, 2, 5, 9, 12, 12, 12, 10, 11, 12, 11, 10, 7, 5, 4, 4, 3, 2, 1],
    weekend: [1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 2, 1])

  /// Most people come after work.
  public static let evenings = WeekWeights(
    "evenings",
    weekday: [3, 2, 1, 1, 1, 1, 2, 3, 4, 4, 5, 5, 6, 6, 6, 6, 7, 8, 10, 12, 13, 12, 9, 5],
    weekend: [3, 2, 1, 1, 1, 1, 2, 3, 4, 4, 5, 5, 6, 6, 6, 6, 7, 8, 10, 12, 13, 12, 9, 5])

  /// The weeks that have a name, the one that scenarios assume first.
  public static let named = [everyday, flat, officeHours, evenings]
}
