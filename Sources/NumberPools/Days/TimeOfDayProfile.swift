/// Which share of a usual day's sessions begins by each time of day.
struct TimeOfDayProfile: Sendable {
  /// The share up to the end of each slot; slots are of ten minutes.
  private var sums: [Double] = []

  private static let slot: Int64 = 600_000
  private static let slots = Int(LogDay.length / slot)

  /// Adds up sessions by the time of day at which they begin.
  ///
  /// - Parameter counts: How many begin in each slot of ten minutes.
  init(counts: [Int]) {
    let total = Double(max(1, counts.reduce(0, +)))
    var sum = 0
    sums = counts.map { count in
      sum += count
      return Double(sum) / total
    }
  }

  /// The share of a day's sessions that begins in a part of it.
  ///
  /// - Complexity: O(1).
  func share(of part: Range<Int64>) -> Double {
    share(before: part.upperBound) - share(before: part.lowerBound)
  }

  private func share(before ofDay: Int64) -> Double {
    let slot = Int(ofDay / Self.slot)
    if slot >= Self.slots { return 1 }
    let below = slot == 0 ? 0 : sums[slot - 1]
    let into = Double(ofDay % Self.slot) / Double(Self.slot)
    return below + into * (sums[slot] - below)
  }

  /// The slot of a time of day.
  static func slot(of ofDay: Int64) -> Int { Int(ofDay / slot) }

  /// No sessions yet, by slot.
  static var noCounts: [Int] { [Int](repeating: 0, count: slots) }
}
