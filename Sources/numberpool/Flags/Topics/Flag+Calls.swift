import NumberPools
import TrafficLogs

extension FlagGroup {
  /// Calls with their truth.
  static let calls = FlagGroup("Calls") {
    Flag.calls
    Flag.callsFormat
    Flag.callsColumn
    Flag.callsTimeZone
    Flag.callsClockOffset
  }
}

extension Flag where Value == LogInput? {
  static var calls: Self {
    Flag("--calls", .input, help: "calls with their truth: whom each came from")
  }
}

extension Flag where Value == FileFormat? {
  static var callsFormat: Self {
    Flag("--calls-format", .format(.calls), help: "the format of the calls, as --format")
  }
}

extension Flag where Value == [String: String] {
  static var callsColumn: Self {
    Flag(columns: "--calls-column", help: "as --column, for the calls")
  }
}

extension Flag where Value == LogTimeZone? {
  static var callsTimeZone: Self {
    Flag("--calls-time-zone", .timeZone, help: "as --time-zone, where the calls have another")
  }
}

extension Flag where Value == Interval {
  static var callsClockOffset: Self {
    Flag(
      "--calls-clock-offset", .offset, default: .zero,
      help: "added to the time of every call, such as -2h or +90s")
  }
}
