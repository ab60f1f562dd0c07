/// Reading values.
extension JSONScanner {
  /// Reads a string.
  ///
  /// - Complexity: O(length), eight bytes at a time.
  mutating func string(_ bytes: Span<UInt8>) throws(Problem) -> JSONString {
    guard try peek(bytes) == Self.quote else { throw problem(.wrongKind) }
    let start = offset + 1
    offset = start
    var hasEscapes = false
    while true {
      skipPlainBytes(bytes)
      guard offset < bytes.count else { throw problem(.cutShort) }
      switch bytes[offset] {
      case Self.quote:
        offset += 1
        return JSONString(range: start..<(offset - 1), hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try skipEscape(bytes)
      case 0..<0x20:
        throw problem(.controlCharacter)
      default:
        offset += 1
      }
    }
  }

  /// Reads a number.
  mutating func number(_ bytes: Span<UInt8>) throws(Problem) -> JSONNumber {
    let first = try peek(bytes)
    guard first == UInt8(ascii: "-") || Self.isDigit(first) else { throw problem(.wrongKind) }
    let start = offset
    if first == UInt8(ascii: "-") { offset += 1 }
    let isZero = offset < bytes.count && bytes[offset] == UInt8(ascii: "0")
    let wholeStart = offset
    try skipDigits(bytes)
    if isZero, offset - wholeStart > 1 { throw problem(.badNumber) }
    var isWhole = true
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      isWhole = false
      offset += 1
      try skipDigits(bytes)
    }
    if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      offset += 1
      if offset < bytes.count,
        bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-")
      {
        offset += 1
      }
      try skipDigits(bytes)
    }
    return JSONNumber(range: start..<offset, isWhole: isWhole)
  }

  /// Reads `true`, `false` or `null`.
  ///
  /// - Returns: `nil` for `null`.
  mutating func literal(_ bytes: Span<UInt8>) throws(Problem) -> Bool? {
    switch try peek(bytes) {
    case UInt8(ascii: "t"):
      try skipWord(bytes, "true")
      return true
    case UInt8(ascii: "f"):
      try skipWord(bytes, "false")
      return false
    default:
      try skipWord(bytes, "null")
      return nil
    }
  }

  /// Reads a string or a number as text, since exports write long numbers as strings.
  ///
  /// - Returns: `nil` for an empty string and for any other value, which is skipped.
  mutating func scalar(_ bytes: Span<UInt8>) throws(Problem) -> JSONString? {
    switch try kind(bytes) {
    case .string:
      let text = try string(bytes)
      return text.range.isEmpty ? nil : text
    case .number:
      return JSONString(range: try number(bytes).range, hasEscapes: false)
    case .object, .array, .literal:
      try skipValue(bytes)
      return nil
    }
  }

  /// Moves past a value of any kind, checking it on the way.
  ///
  /// - Complexity: O(length); no recursion.
  mutating func skipValue(_ bytes: Span<UInt8>) throws(Problem) {
    let base = depth
    /// Whether each open level is an object, the innermost in the lowest bit.
    var objects: UInt64 = 0
    while true {
      switch try kind(bytes) {
      case .object:
        try openObject(bytes)
        objects = objects << 1 | 1
      case .array:
        try openArray(bytes)
        objects <<= 1
      case .string: _ = try string(bytes)
      case .number: _ = try number(bytes)
      case .literal: _ = try literal(bytes)
      }
      // To the next value, out of whatever ends here.
      while depth > base {
        let isInside = objects & 1 == 1 ? try nextKey(bytes) != nil : try nextElement(bytes)
        if isInside { break }
        objects >>= 1
      }
      if depth == base { return }
    }
  }

  /// Moves to the next Self.quote, backslash or control character, or near the end.
  private mutating func skipPlainBytes(_ bytes: Span<UInt8>) {
    let raw = bytes.bytes
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops = ones << 7
    while offset + 8 <= raw.byteCount {
      let word = UInt64(
        littleEndian: raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
      let quotes = word ^ (ones &* UInt64(Self.quote))
      let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
      // The lowest byte marked is right; bytes above it may be marked in error.
      let marks =
        ((quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
          | (word &- ones &* 0x20) & ~word) & tops
      if marks != 0 {
        offset += marks.trailingZeroBitCount >> 3
        return
      }
      offset += 8
    }
  }

  private mutating func skipEscape(_ bytes: Span<UInt8>) throws(Problem) {
    offset += 1
    guard offset < bytes.count else { throw problem(.cutShort) }
    switch bytes[offset] {
    case Self.quote, UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      offset += 1
    case UInt8(ascii: "u"):
      offset += 1
      for _ in 0..<4 {
        guard offset < bytes.count else { throw problem(.cutShort) }
        guard JSONString.hexDigit(bytes[offset]) != nil else { throw problem(.badEscape) }
        offset += 1
      }
    default:
      throw problem(.badEscape)
    }
  }

  /// Moves past one or more digits.
  private mutating func skipDigits(_ bytes: Span<UInt8>) throws(Problem) {
    let start = offset
    while offset < bytes.count, Self.isDigit(bytes[offset]) { offset += 1 }
    if offset == start { throw problem(offset < bytes.count ? .badNumber : .cutShort) }
  }

  private mutating func skipWord(_ bytes: Span<UInt8>, _ word: StaticString) throws(Problem) {
    let end = offset + word.utf8CodeUnitCount
    guard JSONString.isEqual(bytes, offset..<min(end, bytes.count), word) else {
      throw problem(.badLiteral)
    }
    offset = end
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}
