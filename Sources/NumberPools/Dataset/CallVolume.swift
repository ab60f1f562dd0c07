/// What calls tell that name nobody: how many come, when, and how long they last.
public struct CallVolume: Hashable, Sendable {
  /// How many calls there are.
  public var calls: Int
  /// Calls a day from the first to the last.
  public var perDay: Double
  /// The hour of the day, by the log's clock, in which most of them come.
  public var busiestHour: Int
  /// The middle of their durations; `nil` where none is known.
  public var medianDuration: Interval?

  /// Sums up calls.
  ///
  /// - Parameters:
  ///   - calls: The time of each call, and how long it lasted.
  ///   - clock: How far ahead of UTC the clock is by which hours are told.
  /// - Returns: `nil` without calls.
  /// - Complexity: O(calls x log(calls)).
  public init?(of calls: [(time: Timestamp, duration: Interval?)], clock: Interval) {
    guard let first = calls.map({ $0.time }).min(), let last = calls.map({ $0.time }).max() else {
      return nil
    }
    self.calls = calls.count
    let days = (last + clock).day - (first + clock).day + 1
    perDay = Double(calls.count) / Double(days)
    var hours = [Int](repeating: 0, count: 24)
    for call in calls { hours[(call.time + clock).millisecondOfDay / 3_600_000] += 1 }
    busiestHour = hours.firstIndex(of: hours.max() ?? 0) ?? 0
    let durations = calls.compactMap { $0.duration }.sorted()
    medianDuration = durations.isEmpty ? nil : durations[(durations.count - 1) / 2]
  }
}
