/// Reads the counts of one column: whole numbers, maybe with something between the thousands.
///
/// A space or an apostrophe there can't be mistaken. A comma or a point can: `1,234` is read as a
/// thousand and more where the whole column is written so, else nothing is read at all.
package struct CountText {
  /// What is between the thousands, where it is a comma or a point.
  private var separator: UInt8?
  private var hasThousandsWithout = false
  private var hasFraction = false
  /// Whether every number with such a separator ends in three zeros, as fractions of zero would.
  private var endInZeros = true

  /// Why a column can't be read.
  enum Problem: Error {
    /// It isn't a whole number; other rows may be.
    case notWhole
    /// The column is written in two ways, so that none of its numbers is known.
    case unclear
  }

  /// A number and how it is written.
  package struct Reading: Equatable {
    var value: Int
    /// A comma or a point between thousands.
    var separator: UInt8?
    /// Whether it has a fraction, of nothing but zeros.
    var hasFraction = false
  }

  /// The number in a field of the column.
  ///
  /// - Complexity: O(length).
  mutating func count(_ row: Span<UInt8>, _ field: Range<Int>) throws(Problem) -> Int {
    guard let reading = Self.reading(row, field) else {
      if Self.isFraction(row, field) {
        hasFraction = true
        if separator != nil { throw .unclear }
      }
      throw .notWhole
    }
    if let found = reading.separator {
      endInZeros = endInZeros && reading.value % 1000 == 0
      if hasThousandsWithout || hasFraction || (separator ?? found) != found { throw .unclear }
      separator = found
    } else if reading.hasFraction || reading.value >= 1000 && !Self.hasSpaces(row, field) {
      if reading.hasFraction { hasFraction = true } else { hasThousandsWithout = true }
      if separator != nil { throw .unclear }
    }
    return reading.value
  }

  /// Whether every number with a separator may as well be a small one with a fraction of zeros.
  var isUnclear: Bool { separator != nil && endInZeros }

  /// A whole number that isn't negative, whatever it is written with.
  package static func reading(_ row: Span<UInt8>, _ field: Range<Int>) -> Reading? {
    var value = 0
    var digits = 0
    var groups: [Int] = []
    var group = 0
    var separator: UInt8?
    var index = field.lowerBound
    while index < field.upperBound {
      let byte = row[index]
      if 0x30...0x39 ~= byte {
        guard digits < 15 else { return nil }
        value = value * 10 + Int(byte - 0x30)
        digits += 1
        group += 1
        index += 1
        continue
      }
      let (length, isMistakable) = Self.separator(row, index, field.upperBound)
      guard length > 0, digits > 0 else { return nil }
      if isMistakable {
        // `12.0` and `12,00`: as programs write whole numbers among others.
        let rest = (index + 1)..<field.upperBound
        if separator == nil, (1...2).contains(rest.count), rest.allSatisfy({ row[$0] == 0x30 }) {
          return groups.isEmpty && group == digits
            ? Reading(value: value, hasFraction: true) : nil
        }
        guard (separator ?? byte) == byte else { return nil }
        separator = byte
      }
      groups.append(group)
      group = 0
      index += length
    }
    guard digits > 0 else { return nil }
    if groups.isEmpty { return Reading(value: value) }
    let isGrouped =
      (1...3).contains(groups[0]) && (groups.dropFirst() + [group]).allSatisfy { $0 == 3 }
    let startsWithZero = row[field.lowerBound] == 0x30
    guard isGrouped, separator == nil || !startsWithZero else { return nil }
    return Reading(value: value, separator: separator)
  }

  /// How many bytes are between thousands here, and whether they may be something else.
  private static func separator(
    _ row: Span<UInt8>, _ index: Int, _ end: Int
  ) -> (length: Int, isMistakable: Bool) {
    switch row[index] {
    case UInt8(ascii: " "), UInt8(ascii: "'"): (1, false)
    case UInt8(ascii: ","), UInt8(ascii: "."): (1, true)
    // No-break spaces and the typographic apostrophe.
    case 0xC2 where index + 1 < end && row[index + 1] == 0xA0: (2, false)
    case 0xE2
    where index + 2 < end && row[index + 1] == 0x80
      && [0x89, 0xAF, 0x99].contains(row[index + 2]):
      (3, false)
    default: (0, false)
    }
  }

  private static func hasSpaces(_ row: Span<UInt8>, _ field: Range<Int>) -> Bool {
    field.contains { !(0x30...0x39 ~= row[$0]) }
  }

  /// `0.25`, `1,5` or `0.000`.
  private static func isFraction(_ row: Span<UInt8>, _ field: Range<Int>) -> Bool {
    var points = 0
    for index in field {
      switch row[index] {
      case 0x30...0x39: continue
      case UInt8(ascii: "."), UInt8(ascii: ","): points += 1
      default: return false
      }
    }
    return points == 1 && field.count > 1
  }
}
