import NumberPools

/// When the rows of a table began and ended.
struct TableTimes {
  private let file: String
  private var times: TimeText
  private var lastActivities: TimeText
  private var first: Timestamp?

  /// Longer than browsers keep a cookie, so a longer visit is a mistake in the table.
  private static let longestVisit = Interval.days(400)

  init(zone: LogTimeZone? = nil, order: DateOrder? = nil, file: String = "") {
    self.file = file
    times = TimeText(zone: zone, order: order)
    lastActivities = times
  }

  /// How many times had no offset and were shown by the clocks twice or not at all.
  var ambiguous: Int { times.ambiguous + lastActivities.ambiguous }

  /// What is uncertain of them; `nil` where nothing is.
  var doubt: LogWarning? {
    guard times.unit == .days, let first else { return nil }
    return .serialDates(file: file, first: first)
  }

  /// The time of a row, and how many minutes its clock was ahead of UTC.
  mutating func begin(
    _ row: Span<UInt8>, _ fields: [Range<Int>], line: Int
  ) throws(RowFault) -> (time: Timestamp, offset: Int) {
    let time = try times.time(row, fields[TrafficColumn.time.rawValue], file: file, line: line)
    if first == nil { first = time }
    return (time, Int((times.offset ?? .zero).milliseconds / 60_000))
  }

  /// When the visit of a row ended; `nil` where nothing says it.
  mutating func end(
    _ row: Span<UInt8>, _ fields: [Range<Int>], after time: Timestamp, line: Int
  ) throws(RowFault) -> Timestamp? {
    let last: Timestamp
    let duration = fields[TrafficColumn.duration.rawValue]
    let lastActivity = fields[TrafficColumn.lastActivity.rawValue]
    if !lastActivity.isEmpty {
      last = try lastActivities.time(row, lastActivity, file: file, line: line)
    } else if duration.isEmpty {
      return nil
    } else if let seconds = row.wholeNumber(in: duration) {
      last = time + .seconds(Int64(seconds))
    } else {
      throw .unreadable("its duration isn't a whole number of seconds")
    }
    guard last - time <= Self.longestVisit else {
      throw .unreadable("it lasts more than 400 days")
    }
    return last
  }
}
