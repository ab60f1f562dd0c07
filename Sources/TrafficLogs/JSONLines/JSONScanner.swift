/// Reads JSON from bytes, one step a call, without building values.
///
/// The caller walks the document: it opens objects and arrays, asks for the next key or element, and
/// reads or skips each value. Strings and numbers come as ranges of the bytes, so nothing is copied.
/// The grammar is RFC 8259's; two things are let through: bytes in strings that aren't UTF-8, and
/// halves of a surrogate pair. Every call is given the same bytes.
struct JSONScanner {
  /// The position of the next byte.
  private(set) var offset: Int
  /// How many objects and arrays are open.
  private var depth = 0
  /// Whether the innermost open object or array has had nothing in it yet.
  private var isFirst = false

  /// Starts at a position.
  init(at offset: Int = 0) {
    self.offset = offset
  }

  /// Deeper nesting is an error.
  static let greatestDepth = 64

  /// What a value is, by its first byte.
  enum Kind {
    case object
    case array
    case string
    case number
    /// `true`, `false` or `null`.
    case literal
  }

  /// Where the bytes stop being JSON, and why.
  struct Problem: Error, Hashable {
    /// The position of the byte that can't be there; the count of bytes where one is missing.
    var offset: Int
    /// What is wrong with it.
    var reason: Reason
  }

  /// Why bytes aren't JSON, as the end of a sentence.
  enum Reason: String {
    case cutShort = "it ends too early"
    case noValue = "a value is missing in it"
    case noKey = "a name in quotes is missing in it"
    case noColon = "a colon is missing in it"
    case noComma = "a comma or a closing bracket is missing in it"
    case badLiteral = "a word in it isn't true, false or null"
    case badNumber = "a number in it is malformed"
    case badEscape = "a backslash in it isn't followed by what may follow one"
    case controlCharacter = "a text in it holds a bare control character"
    case wrongKind = "a value in it is of another kind than expected"
    case tooDeep = "it is nested more than 64 levels deep"
    case trailing = "something follows the end of it"
  }
}

/// Walking a document.
extension JSONScanner {
  /// What the next value is.
  mutating func kind(_ bytes: Span<UInt8>) throws(Problem) -> Kind {
    switch try peek(bytes) {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), 0x30...0x39: return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): return .literal
    default: throw problem(.noValue)
    }
  }

  /// Moves into an object.
  mutating func openObject(_ bytes: Span<UInt8>) throws(Problem) {
    try open(bytes, UInt8(ascii: "{"))
  }

  /// Moves into an array.
  mutating func openArray(_ bytes: Span<UInt8>) throws(Problem) {
    try open(bytes, UInt8(ascii: "["))
  }

  /// Moves to the value of the next key.
  ///
  /// - Returns: The key; `nil` behind the last one, when the object is closed.
  mutating func nextKey(_ bytes: Span<UInt8>) throws(Problem) -> JSONString? {
    guard try nextItem(bytes, UInt8(ascii: "}")) else { return nil }
    guard try peek(bytes) == quote else { throw problem(.noKey) }
    let key = try string(bytes)
    guard try peek(bytes) == UInt8(ascii: ":") else { throw problem(.noColon) }
    offset += 1
    return key
  }

  /// Moves to the next element.
  ///
  /// - Returns: Whether there is one; if not, the array is closed.
  mutating func nextElement(_ bytes: Span<UInt8>) throws(Problem) -> Bool {
    try nextItem(bytes, UInt8(ascii: "]"))
  }

  /// Checks that only white space follows.
  mutating func finish(_ bytes: Span<UInt8>) throws(Problem) {
    skipSpace(bytes)
    guard offset == bytes.count else { throw problem(.trailing) }
  }

  /// Moves past white space.
  mutating func skipSpace(_ bytes: Span<UInt8>) {
    while offset < bytes.count, Self.isSpace(bytes[offset]) { offset += 1 }
  }

  private mutating func open(_ bytes: Span<UInt8>, _ bracket: UInt8) throws(Problem) {
    guard try peek(bytes) == bracket else { throw problem(.wrongKind) }
    guard depth < Self.greatestDepth else { throw problem(.tooDeep) }
    depth += 1
    offset += 1
    isFirst = true
  }

  private mutating func nextItem(
    _ bytes: Span<UInt8>, _ bracket: UInt8
  ) throws(Problem) -> Bool {
    let byte = try peek(bytes)
    if byte == bracket {
      depth -= 1
      offset += 1
      isFirst = false
      return false
    }
    if isFirst {
      isFirst = false
    } else {
      guard byte == UInt8(ascii: ",") else { throw problem(.noComma) }
      offset += 1
    }
    return true
  }

  /// The next byte that isn't white space.
  private mutating func peek(_ bytes: Span<UInt8>) throws(Problem) -> UInt8 {
    skipSpace(bytes)
    guard offset < bytes.count else { throw problem(.cutShort) }
    return bytes[offset]
  }

  private func problem(_ reason: Reason) -> Problem {
    Problem(offset: offset, reason: reason)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}

/// Reading values.
extension JSONScanner {
  /// Reads a string.
  ///
  /// - Complexity: O(length), eight bytes at a time.
  mutating func string(_ bytes: Span<UInt8>) throws(Problem) -> JSONString {
    guard try peek(bytes) == quote else { throw problem(.wrongKind) }
    let start = offset + 1
    offset = start
    var hasEscapes = false
    while true {
      skipPlainBytes(bytes)
      guard offset < bytes.count else { throw problem(.cutShort) }
      switch bytes[offset] {
      case quote:
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

  /// Moves to the next quote, backslash or control character, or near the end.
  private mutating func skipPlainBytes(_ bytes: Span<UInt8>) {
    let raw = bytes.bytes
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops = ones << 7
    while offset + 8 <= raw.byteCount {
      let word = UInt64(
        littleEndian: raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
      let quotes = word ^ (ones &* UInt64(quote))
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
    case quote, UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
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

private let quote = UInt8(ascii: "\"")
