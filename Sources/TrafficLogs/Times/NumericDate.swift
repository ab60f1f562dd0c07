package import NumberPools

/// A date as people write it: `02/03/2026`, `2.3.26`, `2026/03/02`, `2-Mar-2026`, `Mar 2, 2026`.
package struct NumericDate {
  /// The three parts as they come; a month's name is its number.
  private(set) var first = 0
  private(set) var second = 0
  private(set) var third = 0
  /// Whether the last part is a year of two digits.
  private(set) var hasShortYear = false
  /// Where the date ends.
  package private(set) var end: Int
  private var kind = Kind.needsOrder

  private enum Kind {
    case yearFirst
    case dayFirst
    case monthNameFirst
    case needsOrder
  }

  /// Whether it has to be known if the day or the month comes first.
  var needsOrder: Bool { kind == .needsOrder }

  /// Reads a date; `nil` where there is none.
  ///
  /// - Complexity: O(length).
  package init?(_ text: Span<UInt8>, _ field: Range<Int>) {
    var scanner = PartScanner(cursor: field.lowerBound, end: field.upperBound)
    end = field.lowerBound
    guard let first = scanner.part(text), let separator = scanner.separator(text),
      let second = scanner.part(text), scanner.separator(text, like: separator),
      let third = scanner.part(text), third.name == nil
    else { return nil }
    end = scanner.cursor
    self.first = first.number
    self.second = second.number
    self.third = third.number
    hasShortYear = third.digits == 2
    if first.digits == 4, second.name == nil, third.digits <= 2 {
      kind = .yearFirst
      hasShortYear = false
    } else {
      guard third.digits == 2 || third.digits == 4, first.digits <= 2, second.digits <= 2 else {
        return nil
      }
      // Years of two digits are those of websites; any other is no year.
      if hasShortYear { guard 10...60 ~= third.number else { return nil } }
      if first.name != nil {
        kind = .monthNameFirst
      } else if second.name != nil || separator == UInt8(ascii: ".") {
        kind = .dayFirst
      }
      if first.name != nil, second.name != nil { return nil }
    }
  }

  /// Its midnight, as if in UTC; `nil` where there is no such day.
  package func midnight(_ order: DateOrder?) -> Timestamp? {
    let year: Int
    let month: Int
    let day: Int
    switch (kind, order) {
    case (.yearFirst, _): (year, month, day) = (first, second, third)
    case (.dayFirst, _), (.needsOrder, .dayFirst): (day, month, year) = (first, second, third)
    case (.monthNameFirst, _), (.needsOrder, .monthFirst):
      (month, day, year) = (first, second, third)
    case (.needsOrder, nil): return nil
    }
    let full = hasShortYear ? 2000 + year : year
    guard full > 0, (1...12).contains(month),
      (1...Timestamp.days(inMonth: month, of: full)).contains(day)
    else { return nil }
    return Timestamp(year: full, month: month, day: day, second: 0)
  }
}

/// Reads the parts of a date.
private struct PartScanner {
  var cursor: Int
  let end: Int

  struct Part {
    var number: Int
    var digits: Int
    /// Whether it is the name of a month, of so many letters.
    var name: Int?
  }

  mutating func part(_ text: Span<UInt8>) -> Part? {
    let start = cursor
    var number = 0
    while cursor < end, cursor - start < 4, 0x30...0x39 ~= text[cursor] {
      number = number * 10 + Int(text[cursor] - 0x30)
      cursor += 1
    }
    if cursor > start { return Part(number: number, digits: cursor - start) }
    while cursor < end, 0x41...0x5A ~= text[cursor] & 0xDF { cursor += 1 }
    guard cursor - start >= 3, let month = MonthName.month(text, at: start) else { return nil }
    return Part(number: month, digits: 0, name: cursor - start)
  }

  mutating func separator(_ text: Span<UInt8>) -> UInt8? {
    guard cursor < end, "/-. ".utf8.contains(text[cursor]) else { return nil }
    cursor += 1
    return text[cursor - 1]
  }

  /// Takes the same separator again; a comma may stand before a space.
  mutating func separator(_ text: Span<UInt8>, like first: UInt8) -> Bool {
    let isSpace = first == UInt8(ascii: " ")
    if isSpace, cursor < end, text[cursor] == UInt8(ascii: ",") { cursor += 1 }
    guard cursor < end, text[cursor] == first else { return false }
    cursor += 1
    return true
  }
}
