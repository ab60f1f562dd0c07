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

  private init(_ name: String, weekday: [Int], weekend: [Int]) {
    self.init(
      name: name, weights: (0..<7).map { $0 < 5 ? weekday : weekend })
  }

  /// People look things up at work: most come between nine and six, fewer at weekends.
  public static let officeHours = WeekRhythm(
    "office-hours",
    weekday: [1, 1, 1, 1, 1, 1, 2, 5, 9, 12, 12, 12, 10, 11, 12, 11, 10, 7, 5, 4, 4, 3, 2, 1],
    weekend: [1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 2, 1])

  /// People come from the morning until late, on every day.
  public static let everyday = WeekRhythm(
    "everyday",
    weekday: [1, 1, 1, 1, 1, 1, 2, 4, 7, 9, 10, 10, 9, 9, 10, 10, 9, 9, 9, 9, 9, 8, 5, 3],
    weekend: [2, 1, 1, 1, 1, 1, 1, 2, 4, 6, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 7, 5, 3])

  /// Most people come after work.
  public static let evenings = WeekRhythm(
    "evenings",
    weekday: [3, 2, 1, 1, 1, 1, 2, 3, 4, 4, 5, 5, 6, 6, 6, 6, 7, 8, 10, 12, 13, 12, 9, 5],
    weekend: [3, 2, 1, 1, 1, 1, 2, 3, 4, 4, 5, 5, 6, 6, 6, 6, 7, 8, 10, 12, 13, 12, 9, 5])

  /// As many people by night as by day, which is seldom true.
  public static let flat = WeekRhythm(
    "flat", weekday: [Int](repeating: 1, count: 24), weekend: [Int](repeating: 1, count: 24))

  /// The weeks that have a name, the one that is assumed first.
  public static let named = [officeHours, everyday, evenings, flat]
}
