extension Timestamp {
  /// Creates a moment from a date and a time of day in UTC, by the proleptic Gregorian calendar.
  ///
  /// Formula: days from civil, H. Hinnant, "chrono-compatible low-level date algorithms".
  ///
  /// - Parameters:
  ///   - year: Any year from -9999 to 9999.
  ///   - month: 1 to 12.
  ///   - day: 1 to 31.
  ///   - second: Seconds since that day's midnight.
  public init(year: Int, month: Int, day: Int, second: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    self.init(milliseconds: Int64(days) * 86_400_000 + Int64(second) * 1000)
  }

  /// Whole days since 1970-01-01, rounded toward the past.
  public var day: Int {
    Int((milliseconds >= 0 ? milliseconds : milliseconds - 86_399_999) / 86_400_000)
  }

  /// Milliseconds since midnight UTC.
  public var millisecondOfDay: Int {
    Int(milliseconds - Int64(day) * 86_400_000)
  }

  /// Year, month and day in UTC.
  public var civilDate: (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// Days in a month of the Gregorian calendar.
  ///
  /// - Parameters:
  ///   - month: From 1.
  ///   - year: Of the Christian era.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Timestamp: CustomStringConvertible {
  /// ISO 8601 in UTC: `2015-08-05T11:28:07Z`, with milliseconds where there are any.
  public var description: String {
    let date = civilDate
    let ofDay = millisecondOfDay
    let second = ofDay / 1000
    let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, to: 2) }
    let fraction = ofDay % 1000 == 0 ? "" : ".\(padded(ofDay % 1000, to: 3))"
    let dateText =
      "\(padded(date.year, to: 4))-\(padded(date.month, to: 2))-\(padded(date.day, to: 2))"
    return "\(dateText)T\(clock.joined(separator: ":"))\(fraction)Z"
  }

  private func padded(_ value: Int, to width: Int) -> String {
    let digits = String(abs(value))
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (value < 0 ? "-" : "") + zeros + digits
  }
}
