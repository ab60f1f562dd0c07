import NumberPools

/// When in a week people visit, for counts that don't say it: how much of a stretch's visits fall
/// into each hour.
///
/// The named weeks have no source: they are assumptions.
public struct WeekRhythm: Hashable, Sendable {
  /// What options and reports call it.
  public let name: String
  /// For each day from Monday on the weights of its 24 hours, by the clock on the wall.
  let weights: [[Int]]

  /// Creates a rhythm of seven days of 24 weights.
  init(name: String, weights: [[Int]]) {
    precondition(weights.count == 7 && weights.allSatisfy { $0.count == 24 })
    self.name = name
    self.weights = weights
  }

  /// A week that has a name.
  private init(_ week: WeekWeights) {
    self.init(
      name: week.name ?? "",
      weights: (0..<7).map { day in
        week.hours[(day * 24)..<(day * 24 + 24)].map { Int($0) }
      })
  }

  /// People look things up at work: most come between nine and six, fewer at weekends.
  public static let officeHours = WeekRhythm(.officeHours)

  /// People come from the morning until late, on every day.
  public static let everyday = WeekRhythm(.everyday)

  /// Most people come after work.
  public static let evenings = WeekRhythm(.evenings)

  /// As many people by night as by day, which is seldom true.
  public static let flat = WeekRhythm(.flat)

  /// The weeks that have a name, the one that is assumed first.
  public static let named = [officeHours, everyday, evenings, flat]
}
