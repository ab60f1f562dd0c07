/// What a field that should identify something turns out to be.
///
/// Spreadsheet programs take long identifiers for numbers: what they show, and save, is shortened
/// to `1.77E+18` or rounded to 15 digits, so that many become one. Whole numbers in a column that
/// has gaps are written as `1772434800.0` by programs that count with fractions.
package enum IdentifierShape: Equatable {
  /// As good as any.
  case sound
  /// A whole number of 16 digits or more, which ends in so many zeros.
  case longNumber(zeros: Int, digits: Int)
  /// A whole number with `.0` behind it; where the number is.
  case wholeNumber(Range<Int>)
  /// A word for nothing, such as `null`.
  case missing
  /// Shortened, or an error of a formula: what it was can't be known.
  case damaged

  /// Looks at a field.
  ///
  /// - Complexity: O(length), and O(1) for most.
  package init(_ row: Span<UInt8>, _ field: Range<Int>) {
    guard let last = field.last.map({ row[$0] }) else {
      self = .missing
      return
    }
    guard 0x30...0x39 ~= last else {
      self = Self.word(row, field)
      return
    }
    let head = field.prefix { 0x30...0x39 ~= row[$0] }
    if head.count == field.count {
      let zeros = field.reversed().prefix { row[$0] == 0x30 }.count
      self = field.count >= 16 ? .longNumber(zeros: zeros, digits: field.count) : .sound
    } else if head.isEmpty {
      self = .sound
    } else if last == 0x30, head.count <= 15, head.count + 2 == field.count,
      ".,".utf8.contains(row[head.upperBound])
    {
      self = .wholeNumber(head)
    } else {
      self = head.count <= 3 && Self.isScientific(row, field, head) ? .damaged : .sound
    }
  }

  /// `1.77E+18`, with any separator, any `E` and any number of digits; `1,77×10^18`.
  ///
  /// Without a separator and a sign it might be hexadecimal.
  private static func isScientific(
    _ row: Span<UInt8>, _ field: Range<Int>, _ head: Range<Int>
  ) -> Bool {
    var cursor = head.upperBound
    func byte(_ ahead: Int = 0) -> UInt8 {
      cursor + ahead < field.upperBound ? row[cursor + ahead] : 0
    }
    func takeDigits() -> Bool {
      let start = cursor
      while 0x30...0x39 ~= byte() { cursor += 1 }
      return cursor > start
    }
    /// Bytes of `E` in Latin or Cyrillic letters.
    func exponentLength() -> Int {
      if byte() | 0x20 == UInt8(ascii: "e") { return 1 }
      return byte() == 0xD0 && (byte(1) == 0x95 || byte(1) == 0xB5) ? 2 : 0
    }
    let separator = cursor
    while cursor - separator < 3, exponentLength() == 0, !isAlphanumeric(byte()), byte() != 0,
      byte() != 0xC3 || byte(1) != 0x97
    {
      cursor += 1
    }
    let hasSeparator = cursor > separator
    if hasSeparator, !takeDigits() { return false }
    if byte() == 0xC3, byte(1) == 0x97 {
      cursor += 2
    } else if byte() == UInt8(ascii: "*") {
      cursor += 1
    } else {
      let length = exponentLength()
      cursor += length
      if length > 0, byte() == UInt8(ascii: "+") {
        cursor += 1
      } else if length == 0 || !hasSeparator {
        return false
      }
      return takeDigits() && cursor == field.upperBound
    }
    guard byte() == 0x31, byte(1) == 0x30, byte(2) == UInt8(ascii: "^") else { return false }
    cursor += 3
    return takeDigits() && cursor == field.upperBound
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x5A ~= byte & 0xDF
  }

  /// An error of a formula, a column too narrow for its number, or a word for nothing.
  private static func word(_ row: Span<UInt8>, _ field: Range<Int>) -> Self {
    guard field.count <= 16 else { return .sound }
    if row[field.lowerBound] == UInt8(ascii: "#") {
      if wordsForNothing.contains(where: { row.isWord($0, in: field) }) {
        return .missing
      }
      let last = row[field.upperBound - 1]
      let isError = last == UInt8(ascii: "!") || last == UInt8(ascii: "?")
      return isError || field.allSatisfy { row[$0] == UInt8(ascii: "#") } ? .damaged : .sound
    }
    return wordsForNothing.contains { row.isWord($0, in: field) } ? .missing : .sound
  }

  private static let wordsForNothing: [StaticString] = [
    "null", "(null)", "nil", "none", "(none)", "nan", "undefined", "(not set)", "not set", "\\n",
    "n/a", "#n/a", "-", "--", "[object object]",
  ]
}
