/// Which comes first in dates such as `02/03/2026`.
public enum DateOrder: String, CaseIterable, Sendable {
  /// The day.
  case dayFirst = "day-month"
  /// The month.
  case monthFirst = "month-day"
}
