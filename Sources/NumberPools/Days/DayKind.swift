/// What days are told apart by where a log is too short to tell each weekday from chance.
public enum DayKind: Int, CaseIterable, Hashable, Sendable {
  /// Monday to Friday.
  case workday
  /// Saturday or Sunday, of a log of less than two weeks.
  case weekend
  /// Saturday, of a longer log.
  case saturday
  /// Sunday, of a longer log.
  case sunday

  /// The kind of a day.
  ///
  /// - Parameters:
  ///   - day: Whole days since 1970-01-01, a Thursday.
  ///   - tellsWeekendDaysApart: Whether Saturday and Sunday are kinds of their own.
  init(day: Int, tellsWeekendDaysApart: Bool) {
    switch Self.weekday(of: day) {
    case 5: self = tellsWeekendDaysApart ? .saturday : .weekend
    case 6: self = tellsWeekendDaysApart ? .sunday : .weekend
    default: self = .workday
    }
  }

  /// 0 for Monday to 6 for Sunday.
  static func weekday(of day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }
}
