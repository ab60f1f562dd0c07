/// Reads JSON from bytes, one step a call, without building values.
///
/// The caller walks the document: it opens objects and arrays, asks for the next key or element,
/// and reads or skips each value. Strings and numbers come as ranges of the bytes, so nothing is
/// copied.
/// The grammar is RFC 8259's; two things are let through: bytes in strings that aren't UTF-8, and
/// halves of a surrogate pair. Every call is given the same bytes.
struct JSONScanner {
  /// The position of the next byte.
  var offset: Int
  /// How many objects and arrays are open.
  private(set) var depth = 0
  /// Whether the innermost open object or array has had nothing in it yet.
  private var isFirst = false

  /// Starts at a position.
  init(at offset: Int = 0) {
    self.offset = offset
  }

  /// What begins and ends a string.
  static let quote = UInt8(ascii: "\"")

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
    case Self.quote: return .string
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
    guard try peek(bytes) == Self.quote else { throw problem(.noKey) }
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

  /// Moves to the next byte that is this one, or to the end.
  mutating func skip(to wanted: UInt8, _ bytes: Span<UInt8>) {
    while offset < bytes.count, bytes[offset] != wanted { offset += 1 }
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
  mutating func peek(_ bytes: Span<UInt8>) throws(Problem) -> UInt8 {
    skipSpace(bytes)
    guard offset < bytes.count else { throw problem(.cutShort) }
    return bytes[offset]
  }

  /// What is wrong at the next byte.
  func problem(_ reason: Reason) -> Problem {
    Problem(offset: offset, reason: reason)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
