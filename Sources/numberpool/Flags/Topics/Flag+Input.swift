import NumberPools
import TrafficLogs

extension FlagGroup {
  /// What the input is.
  static let input = FlagGroup("What the input is") {
    Flag.format
    Flag.column
    Flag.timeZone
    Flag.dateOrder
  }
}

extension Set<FileFormat> {
  /// The formats whose times may have no offset.
  fileprivate static let tables: Self = [
    .pageViews, .sessions, .metricaVisits, .metricaHits, .counts,
  ]
}

extension Flag where Value == FileFormat? {
  static var format: Self {
    Flag(
      "--format", .format(.traffic),
      help: "the input's format, instead of telling it by its content")
  }
}

extension Flag where Value == [String: String] {
  static var column: Self {
    Flag(columns: "--column", help: "a table's own name for a column, such as at=t_unix")
  }
}

extension Flag where Value == LogTimeZone? {
  static var timeZone: Self {
    Flag(
      "--time-zone", .timeZone, help: "of times without an offset, such as Europe/Paris or +03:00"
    ).only(for: .tables)
  }
}

extension Flag where Value == DateOrder? {
  static var dateOrder: Self {
    Flag(
      "--date-order", .words("ORDER"),
      help: "of dates such as 02/03/2026 that nothing else tells"
    ).only(for: .tables)
  }
}
