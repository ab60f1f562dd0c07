import NumberPools
import TrafficLogs

/// Which calls to read, and how.
struct CallOptions {
  let input: LogInput
  let format: FileFormat?
  let reader: TrafficReader
  /// What is added to the time of every call.
  let clockOffset: Interval

  /// What the flags of ``FlagGroup/calls`` say; `nil` where no calls are given.
  init?(_ values: FlagValues) throws(UsageError) {
    guard let input = values[.calls] ?? values.made?.calls else {
      try values.refuse(
        .calls, "says how calls are read, and none are given.", hint: "Add --calls FILE.")
      return nil
    }
    self.input = input
    format = values[.callsFormat]
    var reader = TrafficReader(
      tables: TableReader(
        columns: values[.callsColumn], timeZone: values[.callsTimeZone] ?? values[.timeZone]))
    reader.tables.dateOrder = values[.dateOrder]
    self.reader = reader
    clockOffset = values[.callsClockOffset]
  }
}
