package import NumberPools

/// Reads the times of one column.
///
/// Numbers count seconds, milliseconds or microseconds since 1970, whichever the first of them
/// tells by its size: the column stays with it. A fraction of 32,874 to 73,050 tells days since
/// 1900, as spreadsheet programs count them. Texts are ISO 8601, `YYYY-MM-DD hh:mm:ss`,
/// `dd.mm.yyyy hh:mm`, RFC 2822, or what ``NumericDate`` reads, with 12 or 24 hours.
package struct TimeText {
  /// How many times had no offset and were shown by the clocks twice or not at all.
  private(set) var ambiguous = 0
  private var clock: LocalClock?
  private let style: Style
  private let order: DateOrder?
  /// How far the clock of the last time was ahead of UTC; `nil` where it counted from 1970.
  private(set) var offset: Interval?
  /// What the numbers of the column count, once one of them has told.
  package private(set) var unit: Unit?

  /// What else is a time.
  package enum Style {
    case standard
    /// Also `YYYYMMDD`, `YYYYMMDDHH`, `YYYYMMDDHHMM` and dates without a time of day; no number
    /// that would count to before 1990, as hours and numbers of days stand in such columns.
    case buckets
  }

  package enum Unit {
    case seconds
    case milliseconds
    case microseconds
    /// Since the end of 1899, by the clock of the time zone.
    case days
  }

  /// What is wrong, as the end of a sentence.
  package enum Problem: String, Error {
    case missing = "it has no time"
    case notTime = "its time can't be understood"
    case noZone = "its time has no offset from UTC"
    case noOrder = "its date can have the day or the month first"
    case dayOrSecond = "its time may be a spreadsheet's day or a second of 1970"
  }

  package init(zone: LogTimeZone?, style: Style = .standard, order: DateOrder? = nil) {
    clock = zone.map { LocalClock($0) }
    self.style = style
    self.order = order
  }

  /// The moment that some bytes name.
  ///
  /// - Complexity: O(length).
  package mutating func time(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) throws(Problem) -> Timestamp {
    guard !range.isEmpty else { throw .missing }
    offset = nil
    let (value, cursor) = Self.number(bytes, range)
    if cursor == range.upperBound {
      if style == .buckets, let time = try compact(value, digits: range.count) { return time }
      if unit == .days || (unit == nil && SerialDate.wholeDays.contains(value)) {
        // Of page views at midnight there are few; the next one tells.
        guard unit == .days || style == .buckets else { throw .dayOrSecond }
        return try serial(bytes, day: value, fraction: cursor..<cursor)
      }
      return try epoch(value, thousandths: 0)
    }
    if cursor > range.lowerBound {
      let fraction = (cursor + 1)..<range.upperBound
      let isPoint = bytes[cursor] == UInt8(ascii: ".")
      if isPoint || bytes[cursor] == UInt8(ascii: ","),
        unit == .days || (unit == nil && SerialDate.days.contains(value)),
        !fraction.isEmpty, fraction.allSatisfy({ 0x30...0x39 ~= bytes[$0] })
      {
        return try serial(bytes, day: value, fraction: fraction)
      }
      if isPoint, let thousandths = Self.thousandths(bytes, fraction) {
        return try epoch(value, thousandths: thousandths)
      }
    }
    return try text(bytes, range)
  }

  /// The digits that the text begins with, 18 at most, and where they end.
  private static func number(_ text: Span<UInt8>, _ range: Range<Int>) -> (Int64, end: Int) {
    text.extracting(range).withUnsafeBufferPointer { bytes in
      var value: Int64 = 0
      var cursor = 0
      let end = min(bytes.count, 18)
      while cursor < end {
        let digit = bytes[cursor] &- 0x30
        if digit > 9 { break }
        value = value &* 10 &+ Int64(digit)
        cursor &+= 1
      }
      return (value, range.lowerBound + cursor)
    }
  }

  private mutating func serial(
    _ bytes: Span<UInt8>, day: Int64, fraction: Range<Int>
  ) throws(Problem) -> Timestamp {
    guard SerialDate.days.contains(day),
      let time = SerialDate.time(day: day, fraction: fraction, bytes)
    else { throw .notTime }
    let moment = try local(time)
    unit = .days
    return moment
  }

  private mutating func epoch(
    _ value: Int64, thousandths: Int64
  ) throws(Problem) -> Timestamp {
    let unit = self.unit ?? Self.unit(of: value)
    if style == .buckets, unit == .seconds, value < Self.secondsTo1990 { throw .notTime }
    self.unit = unit
    let milliseconds: Int64
    switch unit {
    case .seconds:
      // Checked before it is multiplied.
      guard value < Self.end / 1000 else { throw .notTime }
      milliseconds = value * 1000 + thousandths
    case .milliseconds: milliseconds = value
    case .microseconds: milliseconds = value / 1000
    case .days: throw .notTime
    }
    guard milliseconds < Self.end else { throw .notTime }
    return Timestamp(milliseconds: milliseconds)
  }

  /// The beginning of the year 10000 in milliseconds.
  static let end: Int64 = 253_402_300_800_000

  private static let secondsTo1990: Int64 = 631_152_000

  static func unit(of value: Int64) -> Unit {
    value < 100_000_000_000 ? .seconds : value < 100_000_000_000_000 ? .milliseconds : .microseconds
  }

  private static func thousandths(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int64? {
    var value: Int64 = 0
    var scale: Int64 = 100
    for index in range {
      guard 0x30...0x39 ~= bytes[index] else { return nil }
      value += Int64(bytes[index] - 0x30) * scale
      scale /= 10
    }
    return value
  }

  private mutating func compact(_ value: Int64, digits: Int) throws(Problem) -> Timestamp? {
    let scale: Int64? = [8: 10000, 10: 100, 12: 1][digits]
    guard let scale, unit == nil || digits != 10 else { return nil }
    let all = Int(value * scale)
    let (year, month, day) = (all / 100_000_000, all / 1_000_000 % 100, all / 10000 % 100)
    let (hour, minute) = (all / 100 % 100, all % 100)
    guard (1990..<2200).contains(year), (1...12).contains(month),
      (1...Timestamp.days(inMonth: month, of: year)).contains(day), hour < 24, minute < 60
    else { return nil }
    return try local(
      Timestamp(year: year, month: month, day: day, second: hour * 3600 + minute * 60))
  }

  private mutating func local(_ time: Timestamp) throws(Problem) -> Timestamp {
    guard let moment = clock?.moment(of: time) else { throw .noZone }
    if moment.isAmbiguous { ambiguous += 1 }
    offset = time - moment.time
    return moment.time
  }

  private mutating func text(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) throws(Problem) -> Timestamp {
    var scanner = TimeScanner(bytes: range, cursor: range.lowerBound)
    var time: Timestamp
    if let day = scanner.day(bytes)?.0 {
      time = day
    } else {
      guard let date = NumericDate(bytes, range) else { throw .notTime }
      if date.needsOrder, order == nil { throw .noOrder }
      guard let day = date.midnight(order) else { throw .notTime }
      time = day
      scanner.cursor = date.end
    }
    if scanner.isAtEnd {
      guard style == .buckets else { throw .notTime }
      return try local(time)
    }
    guard let ofDay = scanner.timeOfDay(bytes) else { throw .notTime }
    time = time + ofDay
    if scanner.isAtEnd { return try local(time) }
    guard let offset = scanner.offset(bytes), scanner.isAtEnd else { throw .notTime }
    self.offset = offset
    return time - offset
  }
}
