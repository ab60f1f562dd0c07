import TrafficLogs

/// A text as a reader would see it, each of its letters with the bytes that it was written by.
///
/// Escapes are undone as often as there are any: `%2540` is an `@`, and so are `\x40`, `\u0040` and
/// `&#64;`. Dashes, blanks, digits and signs of other alphabets and widths become those of ASCII,
/// and what takes no room is passed over. Any other letter is ``other``.
struct DecodedText {
  /// The letters.
  private(set) var letters: [UInt8] = []
  /// For each letter where the bytes begin that it was written by.
  private var starts: [Int] = []
  /// The same for where they end.
  private var ends: [Int] = []
  /// Whether escapes are left, as they were escaped more often than anybody does.
  private(set) var isUnfinished = false

  /// A letter that isn't one of ASCII.
  static let other: UInt8 = 0xFF

  private static let mostPasses = 8

  /// Reads a part of a line.
  ///
  /// - Complexity: O(length).
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    letters.reserveCapacity(range.count)
    for index in range { append(bytes[index], index..<(index + 1)) }
    var passes = 0
    while passes < Self.mostPasses, undoEscapes() { passes += 1 }
    isUnfinished = passes == Self.mostPasses
    if letters.contains(where: { $0 >= 0x80 }) { foldSigns() }
  }

  /// Where the letters of a range were written.
  func written(_ range: Range<Int>) -> Range<Int> {
    starts[range.lowerBound]..<ends[range.upperBound - 1]
  }

  /// The address that some letters are.
  func address(_ range: Range<Int>) -> IPAddress? { IPAddress(letters.span, range) }

  private mutating func append(_ letter: UInt8, _ written: Range<Int>) {
    letters.append(letter)
    starts.append(written.lowerBound)
    ends.append(written.upperBound)
  }

  /// Undoes one layer of escapes.
  ///
  /// - Returns: Whether there was any.
  private mutating func undoEscapes() -> Bool {
    let marks: [UInt8] = [UInt8(ascii: "%"), UInt8(ascii: "\\"), UInt8(ascii: "&")]
    guard letters.contains(where: marks.contains) else { return false }
    let before = self
    letters.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    var index = 0
    var isUndone = false
    while index < before.letters.count {
      guard let (value, length) = before.escape(at: index) else {
        append(before.letters[index], before.written(index..<(index + 1)))
        index += 1
        continue
      }
      let written = before.written(index..<(index + length))
      for byte in String(Character(value.scalar)).utf8 where value.isScalar {
        append(byte, written)
      }
      if !value.isScalar { append(value.byte, written) }
      isUndone = true
      index += length
    }
    return isUndone
  }

  /// What an escape stands for: a byte, or a letter by its number.
  private struct Value {
    var number: UInt32
    var isScalar: Bool
    var byte: UInt8 { UInt8(truncatingIfNeeded: number) }
    var scalar: Unicode.Scalar { Unicode.Scalar(number) ?? "?" }
  }

  /// The escape that begins at a letter: `%40`, `%u0040`, `\x40`, `\u0040`, `&#64;` or `&#x40;`.
  private func escape(at start: Int) -> (Value, length: Int)? {
    switch letters[start] {
    case UInt8(ascii: "%"), UInt8(ascii: "\\"):
      let isPercent = letters[start] == UInt8(ascii: "%")
      let mark = letter(start + 1) | 0x20
      if mark == UInt8(ascii: "u"), let number = hexadecimal(start + 2, digits: 4) {
        return (Value(number: number, isScalar: true), 6)
      }
      if isPercent, let number = hexadecimal(start + 1, digits: 2) {
        return (Value(number: number, isScalar: false), 3)
      }
      if !isPercent, mark == UInt8(ascii: "x"), let number = hexadecimal(start + 2, digits: 2) {
        return (Value(number: number, isScalar: false), 4)
      }
      return nil
    case UInt8(ascii: "&"): return entity(at: start)
    default: return nil
    }
  }

  private func entity(at start: Int) -> (Value, length: Int)? {
    guard letter(start + 1) == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = letter(start + 2) | 0x20 == UInt8(ascii: "x")
    var index = start + (isHexadecimal ? 3 : 2)
    let first = index
    var number: UInt32 = 0
    while index - first < 7, let digit = JSONString.hexDigit(letter(index)),
      isHexadecimal || digit < 10
    {
      number = number * (isHexadecimal ? 16 : 10) + UInt32(digit)
      index += 1
    }
    guard index > first, letter(index) == UInt8(ascii: ";") else { return nil }
    return (Value(number: number, isScalar: true), index + 1 - start)
  }

  private func letter(_ index: Int) -> UInt8 { index < letters.count ? letters[index] : 0 }

  private func hexadecimal(_ start: Int, digits: Int) -> UInt32? {
    var number: UInt32 = 0
    for index in start..<(start + digits) {
      guard let digit = JSONString.hexDigit(letter(index)) else { return nil }
      number = number << 4 | UInt32(digit)
    }
    return number
  }
}

/// Signs of other alphabets and widths.
extension DecodedText {
  private mutating func foldSigns() {
    let before = self
    letters.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    var index = 0
    while index < before.letters.count {
      let (scalar, length) = before.scalar(at: index)
      if let letter = Self.folded(scalar) {
        append(letter, before.written(index..<(index + length)))
      }
      index += length
    }
  }

  /// The letter that UTF-8 writes at a place; a byte that isn't UTF-8 is one of Latin-1.
  private func scalar(at start: Int) -> (UInt32, length: Int) {
    let first = letters[start]
    let length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
    guard length > 1 else { return (UInt32(first), 1) }
    var number = UInt32(first) & (0x7F >> UInt32(length))
    for index in (start + 1)..<(start + length) {
      guard letter(index) & 0xC0 == 0x80 else { return (UInt32(first), 1) }
      number = number << 6 | UInt32(letter(index) & 0x3F)
    }
    return (number, length)
  }

  /// The letter of ASCII that another one stands for; `nil` for one that takes no room.
  private static func folded(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0..<0x80: UInt8(scalar)
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFE00...0xFE0F,
      0xFEFF:
      nil
    case 0x96, 0x97, 0x2010...0x2015, 0x2043, 0x2212, 0x30FC, 0xFE58, 0xFE63: UInt8(ascii: "-")
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: UInt8(ascii: " ")
    case 0xB7, 0x2022, 0x2024, 0x2027, 0x3002, 0xFF61: UInt8(ascii: ".")
    case 0xFF01...0xFF5E: UInt8(scalar - 0xFEE0)
    case 0xFE6B: UInt8(ascii: "@")
    default: digit(scalar) ?? other
    }
  }

  private static func digit(_ scalar: UInt32) -> UInt8? {
    let zeros: [UInt32] = [
      0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50,
      0xED0, 0xF20, 0x1040, 0x17E0, 0x1810, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6,
    ]
    return zeros.first { (0..<10).contains(Int64(scalar) - Int64($0)) }
      .map { 0x30 + UInt8(scalar - $0) }
  }
}
