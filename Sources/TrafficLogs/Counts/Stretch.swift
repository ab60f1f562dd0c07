import NumberPools

/// A stretch of time of which the number of visits is known.
struct Stretch: Hashable {
  /// Its beginning: a moment or, where `isLocal`, what the clock on the wall showed, as if in UTC.
  var start: Timestamp
  /// Whether the beginning has no offset from UTC.
  var isLocal: Bool
  /// How long it lasts.
  var length: Length

  /// How long a stretch lasts.
  enum Length: Hashable {
    /// So long by the clock on the wall.
    case time(Interval)
    /// So many days, of whatever number of hours.
    case days(Int)
    /// A month of the calendar.
    case month
    /// An hour or less of each of some days, from the first midnight to the last; its beginning is
    /// the time of day.
    case ofEachDay(Interval, of: ClosedRange<Timestamp>)
    /// What the other beginnings tell, at most so long; `nil` where nothing limits it.
    case asOthersTell(most: Interval?)
  }

  /// Whether the hours of its visits aren't known.
  var hasDays: Bool {
    switch length {
    case .days, .month: true
    default: false
    }
  }

  /// Where it ends, by the same clock as its beginning.
  var end: Timestamp {
    switch length {
    case .time(let length), .ofEachDay(let length, _): start + length
    case .days(let days): start + .days(Int64(days))
    case .month:
      start
        + .days(
          Int64(
            Timestamp.days(inMonth: start.civilDate.month, of: start.civilDate.year)))
    case .asOthersTell: start
    }
  }
}
