package import NumberPools

/// The parts of a time that is written out.
package struct TimeScanner {
  /// Where the text is.
  let bytes: Range<Int>
  /// What comes next.
  package var cursor: Int

  package init(bytes: Range<Int>, cursor: Int) {
    self.bytes = bytes
    self.cursor = cursor
  }

  /// Whether everything has been read.
  var isAtEnd: Bool { cursor == bytes.upperBound }

  /// The day, in any of the orders that can't be mistaken.
  ///
  /// - Returns: Its midnight, as if in UTC, and how it is written.
  package mutating func day(_ text: Span<UInt8>) -> (Timestamp, DateSpelling)? {
    let year: Int?
    let month: Int?
    let day: Int?
    let spelling: DateSpelling
    if let first = number(text, 4) {
      spelling = .iso
      year = first
      month = take(text, UInt8(ascii: "-")) ? number(text, 2) : nil
      day = take(text, UInt8(ascii: "-")) ? number(text, 2) : nil
    } else if byte(text, 2) == UInt8(ascii: "."), let first = number(text, 2) {
      spelling = .dayFirst
      day = first
      month = take(text, UInt8(ascii: ".")) ? number(text, 2) : nil
      year = take(text, UInt8(ascii: ".")) ? number(text, 4) : nil
    } else {
      // `Mon, 02 Mar 2026` of RFC 2822. The day of the week is passed over, whatever it is.
      spelling = .written(separator: UInt8(ascii: " "))
      if byte(text, 3) == UInt8(ascii: ",") {
        cursor += 4
        _ = take(text, UInt8(ascii: " "))
      }
      day = number(text, 2) ?? number(text, 1)
      month = take(text, UInt8(ascii: " ")) ? monthName(text) : nil
      year = take(text, UInt8(ascii: " ")) ? number(text, 4) : nil
    }
    guard let year, year > 0, let month, (1...12).contains(month), let day,
      (1...Timestamp.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    return (Timestamp(year: year, month: month, day: day, second: 0), spelling)
  }

  /// `T10:15`, ` 10:15:30`, `, 10:15:30.123` or ` 10:15 PM`. A leap second is the first of the next
  /// minute.
  mutating func timeOfDay(_ text: Span<UInt8>) -> Interval? {
    guard let (time, hour) = clockTime(text) else { return nil }
    let start = cursor
    guard let isAfternoon = halfOfDay(text) else {
      cursor = start
      return time
    }
    guard (1...12).contains(hour) else { return nil }
    return time + .hours((isAfternoon ? 12 : 0) - (hour == 12 ? 12 : 0))
  }

  /// A time of day and its hour, as it is written.
  private mutating func clockTime(_ text: Span<UInt8>) -> (Interval, hour: Int)? {
    let hasComma = take(text, UInt8(ascii: ","))
    guard take(text, UInt8(ascii: " ")) || (!hasComma && take(text, UInt8(ascii: "T"))),
      let hour = number(text, 2) ?? number(text, 1), hour < 24, take(text, UInt8(ascii: ":")),
      let minute = number(text, 2), minute < 60
    else { return nil }
    var milliseconds = Int64(hour * 3600 + minute * 60) * 1000
    guard take(text, UInt8(ascii: ":")) else { return (.milliseconds(milliseconds), hour) }
    guard let second = number(text, 2), second <= 60 else { return nil }
    milliseconds += Int64(second) * 1000
    if take(text, UInt8(ascii: ".")) || take(text, UInt8(ascii: ",")) {
      guard let first = peek(text), 0x30...0x39 ~= first else { return nil }
      var scale: Int64 = 100
      while let digit = peek(text), 0x30...0x39 ~= digit {
        milliseconds += Int64(digit - 0x30) * scale
        scale /= 10
        cursor += 1
      }
    }
    return (.milliseconds(milliseconds), hour)
  }

  /// Whether `AM` or `PM` follows, in any spelling, behind any of the spaces that stand there.
  private mutating func halfOfDay(_ text: Span<UInt8>) -> Bool? {
    if !take(text, UInt8(ascii: " ")), !take(text, "\u{202F}") { _ = take(text, "\u{A0}") }
    guard let letter = peek(text).map({ $0 | 0x20 }), "ap".utf8.contains(letter) else { return nil }
    cursor += 1
    _ = take(text, UInt8(ascii: "."))
    guard take(text, UInt8(ascii: "M")) || take(text, UInt8(ascii: "m")) else { return nil }
    _ = take(text, UInt8(ascii: "."))
    return letter == UInt8(ascii: "p")
  }

  /// `Z`, `UTC`, `GMT`, `+03`, `+0300` or `+03:00`.
  mutating func offset(_ text: Span<UInt8>) -> Interval? {
    _ = take(text, UInt8(ascii: " "))
    if take(text, UInt8(ascii: "Z")) || take(text, "UTC") || take(text, "GMT") { return .zero }
    let isWest = peek(text) == UInt8(ascii: "-")
    guard take(text, UInt8(ascii: "+")) || take(text, UInt8(ascii: "-")),
      let hours = number(text, 2), hours < 24
    else { return nil }
    _ = take(text, UInt8(ascii: ":"))
    guard isAtEnd || bytes.upperBound - cursor >= 2 else { return nil }
    let minutes = isAtEnd ? 0 : number(text, 2)
    guard let minutes, minutes < 60 else { return nil }
    return .minutes(Int64((hours * 60 + minutes) * (isWest ? -1 : 1)))
  }

  private func peek(_ text: Span<UInt8>) -> UInt8? { byte(text, 0) }

  private func byte(_ text: Span<UInt8>, _ ahead: Int) -> UInt8? {
    cursor + ahead < bytes.upperBound ? text[cursor + ahead] : nil
  }

  private mutating func take(_ text: Span<UInt8>, _ wanted: UInt8) -> Bool {
    guard peek(text) == wanted else { return false }
    cursor += 1
    return true
  }

  private mutating func take(_ text: Span<UInt8>, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard cursor + count <= bytes.upperBound else { return false }
    let isEqual = word.withUTF8Buffer { letters in
      letters.indices.allSatisfy { letters[$0] == text[cursor + $0] }
    }
    if isEqual { cursor += count }
    return isEqual
  }

  private mutating func number(_ text: Span<UInt8>, _ digits: Int) -> Int? {
    guard cursor + digits <= bytes.upperBound else { return nil }
    var value = 0
    for index in cursor..<(cursor + digits) {
      guard 0x30...0x39 ~= text[index] else { return nil }
      value = value * 10 + Int(text[index] - 0x30)
    }
    cursor += digits
    return value
  }

  private mutating func monthName(_ text: Span<UInt8>) -> Int? {
    guard cursor + 3 <= bytes.upperBound, let month = MonthName.month(text, at: cursor) else {
      return nil
    }
    cursor += 3
    return month
  }
}
