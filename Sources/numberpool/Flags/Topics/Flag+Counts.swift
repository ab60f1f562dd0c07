import NumberPools
import TrafficLogs

extension FlagGroup {
  /// Visits that are only counted.
  static let counts = FlagGroup("Reports that only count visits") {
    Flag.visitLength
    Flag.week
    Flag.reportDays
  }
}

extension Flag where Value == Interval {
  static var visitLength: Self {
    Flag("--visit-length", .length, default: .minutes(3), help: "how long a visit lasts")
      .only(for: [.counts])
  }
}

extension Flag where Value == WeekRhythm {
  static var week: Self {
    Flag(
      "--week", .week, default: .officeHours,
      help: "when people come, where counts are by day; or a FILE of 24 weights a day"
    ).only(for: [.counts])
  }
}

extension Flag where Value == ClosedRange<Timestamp>? {
  static var reportDays: Self {
    Flag(
      "--report-days", .days,
      help: "the dates of a report of hours without dates, such as 2026-03-01..2026-03-31"
    ).only(for: [.counts])
  }
}
