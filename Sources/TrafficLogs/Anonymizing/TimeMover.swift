import NumberPools

/// Moves the times of one column by whole days, each in its own spelling.
///
/// What is a time is for the reader of the original to say, so that whatever can be read can be
/// copied. Times without an offset move by the calendar.
struct TimeMover {
  private let shift: Interval
  private let style: TimeText.Style
  /// Reads the original. The zone doesn't show: none has to be known to move a time by days.
  private var times: TimeText
  /// What numbers count in the copy; `nil` until there is one.
  private var unitOfCopy: TimeText.Unit?
  private var unitOfRow: TimeText.Unit?

  init(shift: Interval, style: TimeText.Style) {
    self.shift = shift
    self.style = style
    times = TimeText(zone: .utc, style: style)
  }

  /// Adds a time, moved.
  ///
  /// - Returns: Whether it can be read, and its copy too.
  mutating func append(
    _ row: Span<UInt8>, _ field: Range<Int>, to output: inout [UInt8]
  ) -> Bool {
    unitOfRow = nil
    guard let time = try? times.time(row, field), (time + shift).civilDate.year <= 9999 else {
      return false
    }
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
        && row[digits.upperBound] == UInt8(ascii: "."))
    {
      return appendNumber(row, digits, time + shift, to: &output)
        && appendBytes(row, digits.upperBound..<field.upperBound, to: &output)
    }
    return appendText(row, field, to: &output)
  }

  /// Told that the row of the last time is part of the copy.
  mutating func commit() {
    unitOfCopy = unitOfCopy ?? unitOfRow
  }

  private mutating func appendNumber(
    _ row: Span<UInt8>, _ digits: Range<Int>, _ moved: Timestamp, to output: inout [UInt8]
  ) -> Bool {
    guard let value = JSONNumber.int64(row, digits), let unit = times.unit else { return false }
    let number =
      switch unit {
      case .seconds: value + shift.milliseconds / 1000
      case .milliseconds: value + shift.milliseconds
      case .microseconds: value + shift.milliseconds * 1000
      }
    // The first number of a column says what all of them count.
    guard (unitOfCopy ?? TimeText.unit(of: number)) == unit else { return false }
    unitOfRow = unit
    let text = Array(String(number).utf8)
    if style == .buckets {
      var reader = TimeText(zone: .utc, style: style)
      let again = try? reader.time(text.span, text.indices)
      guard again.map({ ($0 - moved).milliseconds / 1000 }) == 0 else { return false }
    }
    output.append(contentsOf: text)
    return true
  }

  private func appendText(
    _ row: Span<UInt8>, _ field: Range<Int>, to output: inout [UInt8]
  ) -> Bool {
    var scanner = TimeScanner(bytes: field, cursor: field.lowerBound)
    guard let (day, spelling) = scanner.day(row) else { return false }
    let moved = day + shift
    guard moved.civilDate.year <= 9999 else { return false }
    spelling.append(moved, to: &output)
    return appendBytes(row, scanner.cursor..<field.upperBound, to: &output)
  }

  private func appendBytes(
    _ row: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]
  ) -> Bool {
    row.extracting(range).withUnsafeBufferPointer { output.append(contentsOf: $0) }
    return true
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
