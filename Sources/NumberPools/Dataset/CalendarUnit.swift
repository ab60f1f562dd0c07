/// A stretch of the calendar that a report counts by.
public enum CalendarUnit: String, CaseIterable, Hashable, Sendable {
  case day
  case week
  case month
}
