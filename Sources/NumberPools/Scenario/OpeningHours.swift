/// When calls after a visit are made, by the clock on the wall.
public struct OpeningHours: Hashable, Sendable {
  /// For each day from Monday on the minutes from its midnight at which one can call, ascending;
  /// `nil` where one always can. An end past 1,440 lies on the next day.
  public let days: [[Range<Int>]]?

  /// One can call at any time.
  public static let always = OpeningHours()

  private init() {
    days = nil
  }

  /// Creates the hours of a week.
  ///
  /// - Parameter days: Seven lists of stretches in minutes from midnight, each stretch within two
  ///   days; one stretch at least.
  public init(_ days: [[Range<Int>]]) {
    precondition(
      days.count == 7 && days.contains { !$0.isEmpty }, "A week has seven days, and hours in one")
    var sorted: [[Range<Int>]] = []
    for day in days { sorted.append(day.sorted { $0.lowerBound < $1.lowerBound }) }
    self.days = sorted
  }
}

extension OpeningHours {
  /// The first moment at or after another one at which one can call.
  ///
  /// - Parameters:
  ///   - moment: When somebody wants to call.
  ///   - clock: The clocks of the place.
  /// - Complexity: O(days until then).
  func opening(from moment: Timestamp, by clock: ZoneOffsets) -> Timestamp {
    guard let days else { return moment }
    // What is open past midnight began the day before.
    var day = clock.localTime(at: moment).day - 1
    let last = day + 9
    while day <= last {
      for stretch in days[LocalTime(day: day).weekday] {
        let opens = Self.moment(day, minute: stretch.lowerBound, clock)
        let closes = Self.moment(day, minute: stretch.upperBound, clock)
        if moment < closes { return max(moment, opens) }
      }
      day += 1
    }
    return moment
  }

  private static func moment(_ day: Int, minute: Int, _ clock: ZoneOffsets) -> Timestamp {
    clock.occurrence(of: LocalTime(day: day) + .minutes(Int64(minute))).moment
  }
}
