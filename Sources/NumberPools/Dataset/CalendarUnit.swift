/// A stretch of the calendar that a report counts by.
public enum CalendarUnit: String, CaseIterable, Hashable, Sendable {
  /// A day of the calendar.
  case day
  /// A week, from Monday on.
  case week
  /// A month of the calendar.
  case month
}
