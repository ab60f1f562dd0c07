import NumberPools
import TrafficLogs

/// Moves the times of one column by whole days, each in its own spelling.
///
/// What is a time is for the reader of the original to say, so that whatever can be read can be
/// copied. Times without an offset move by the calendar.
struct TimeMover {
  private let shift: Interval
  private let style: TimeText.Style
  private let order: DateOrder?
  /// Reads the original. The zone doesn't show: none has to be known to move a time by days.
  private var times: TimeText
  /// Reads the rows of the copy so far.
  private var timesOfCopy: TimeText
  /// Has read this one too, which may yet be left out.
  private var timesOfRow: TimeText?

  /// - Parameter order: What comes first in dates that don't tell. In a copy the year does.
  init(shift: Interval, style: TimeText.Style, order: DateOrder? = nil) {
    self.shift = shift
    self.style = style
    self.order = order
    times = TimeText(zone: .utc, style: style, order: order)
    timesOfCopy = TimeText(zone: .utc, style: style)
  }

  /// Adds a time, moved.
  ///
  /// - Returns: Whether it can be read, and its copy too, as the moment that it is moved to; else
  ///   nothing is added.
  mutating func append(
    _ row: Span<UInt8>, _ field: Range<Int>, to output: inout [UInt8]
  ) -> Bool {
    timesOfRow = nil
    let start = output.count
    guard let time = try? times.time(row, field) else { return false }
    var again = timesOfCopy
    guard appendMoved(row, field, time, to: &output),
      (try? again.time(output.span, start..<output.count)) == time + shift
    else {
      output.removeLast(output.count - start)
      return false
    }
    timesOfRow = again
    return true
  }

  /// Told that the row of the last time is part of the copy.
  mutating func commit() {
    timesOfCopy = timesOfRow ?? timesOfCopy
  }

  private func appendMoved(
    _ row: Span<UInt8>, _ field: Range<Int>, _ time: Timestamp, to output: inout [UInt8]
  ) -> Bool {
    guard (time + shift).civilDate.year <= 9999 else { return false }
    let digits = field.prefix { 0x30...0x39 ~= row[$0] }
    if digits.count == field.count, style == .buckets,
      let bucket = Bucket(time, digits: digits.count),
      row.extracting(field).withUnsafeBufferPointer({ $0.elementsEqual(bucket.text) })
    {
      guard let moved = Bucket(time + shift, digits: digits.count) else { return false }
      output.append(contentsOf: moved.text)
      return true
    }
    if digits.count == field.count
      || (!digits.isEmpty && field.dropFirst(digits.count + 1).allSatisfy { 0x30...0x39 ~= row[$0] }
        && (row[digits.upperBound] == UInt8(ascii: ".")
          || (times.unit == .days && row[digits.upperBound] == UInt8(ascii: ","))))
    {
      guard appendNumber(row, digits, to: &output) else { return false }
      if times.unit == .days, digits.count < field.count {
        output.append(row[digits.upperBound])
        appendPartOfDay(time, to: &output)
      } else {
        appendRest(row, digits.upperBound..<field.upperBound, to: &output)
      }
      return true
    }
    return appendText(row, field, to: &output)
  }

  private func appendNumber(
    _ row: Span<UInt8>, _ digits: Range<Int>, to output: inout [UInt8]
  ) -> Bool {
    guard let value = JSONNumber.int64(row, digits), let unit = times.unit else { return false }
    let number =
      switch unit {
      case .seconds: value + shift.milliseconds / 1000
      case .milliseconds: value + shift.milliseconds
      case .microseconds: value + shift.milliseconds * 1000
      case .days: value + shift.milliseconds / 86_400_000
      }
    output.append(contentsOf: String(number).utf8)
    return true
  }

  private func appendText(
    _ row: Span<UInt8>, _ field: Range<Int>, to output: inout [UInt8]
  ) -> Bool {
    var scanner = TimeScanner(bytes: field, cursor: field.lowerBound)
    if let (day, spelling) = scanner.day(row) {
      spelling.append(day + shift, to: &output)
      appendRest(row, scanner.cursor..<field.upperBound, to: &output)
    } else if let date = NumericDate(row, field), let day = date.midnight(order) {
      DateSpelling.yearFirst.append(day + shift, to: &output)
      appendRest(row, date.end..<field.upperBound, to: &output)
    } else {
      return false
    }
    return true
  }

  /// Adds the part of a day that a time is, as spreadsheet programs write it: to the second.
  private func appendPartOfDay(_ time: Timestamp, to output: inout [UInt8]) {
    let second = time.millisecondOfDay / 1000
    let millionths = String((Int(second) * 2_000_000 + 86_400) / 172_800)
    output.append(contentsOf: repeatElement(0x30, count: 6 - millionths.utf8.count))
    output.append(contentsOf: millionths.utf8)
  }

  /// Adds what stands behind a date. More than three digits of a fraction say nothing.
  private func appendRest(_ row: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
    var digits = -1
    for index in range {
      if 0x30...0x39 ~= row[index] {
        if digits >= 0 { digits += 1 }
        if digits > 3 { continue }
      } else {
        digits = ".,".utf8.contains(row[index]) ? 0 : -1
      }
      output.append(row[index])
    }
  }
}

/// `YYYYMMDD`, `YYYYMMDDHH` or `YYYYMMDDHHMM`.
private struct Bucket {
  let text: [UInt8]

  /// - Returns: `nil` where readers wouldn't take it for a date.
  init?(_ time: Timestamp, digits: Int) {
    let (year, month, day) = time.civilDate
    guard [8, 10, 12].contains(digits), (1990..<2200).contains(year) else { return nil }
    let minutes = Int(time.milliseconds / 60_000 % 1440)
    let whole = (year * 10000 + month * 100 + day) * 10000 + minutes / 60 * 100 + minutes % 60
    text = Array("\(whole)".utf8.prefix(digits))
  }
}
