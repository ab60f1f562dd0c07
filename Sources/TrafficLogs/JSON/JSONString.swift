/// A string in a JSON document, by position.
package struct JSONString {
  /// Between the quotes.
  var range: Range<Int>
  /// Whether a backslash stands in it, so that its bytes aren't its text.
  var hasEscapes: Bool

  /// Whether it is this word.
  ///
  /// - Complexity: O(length); O(1) for another length.
  @inline(__always)
  func equals(_ word: StaticString, in bytes: Span<UInt8>) -> Bool {
    if range.count == word.utf8CodeUnitCount, !hasEscapes {
      return Self.isEqual(bytes, range, word)
    }
    return hasEscapes && isEqualUnescaped(word, in: bytes)
  }

  private func isEqualUnescaped(_ word: StaticString, in bytes: Span<UInt8>) -> Bool {
    var text: [UInt8] = []
    append(to: &text, from: bytes)
    return Self.isEqual(text.span, text.indices, word)
  }

  /// Adds its text to some bytes.
  ///
  /// Half a surrogate pair becomes U+FFFD.
  ///
  /// - Complexity: O(length).
  func append(to text: inout [UInt8], from bytes: Span<UInt8>) {
    guard hasEscapes else {
      bytes.extracting(range).withUnsafeBufferPointer { text.append(contentsOf: $0) }
      return
    }
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "\\"), index < range.upperBound else {
        text.append(byte)
        continue
      }
      let escape = bytes[index]
      index += 1
      switch escape {
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"):
        let scalar = scalar(bytes, &index)
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      default: text.append(escape)
      }
    }
  }

  /// Its text; what isn't UTF-8 is replaced.
  func text(in bytes: Span<UInt8>) -> String {
    var text: [UInt8] = []
    append(to: &text, from: bytes)
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads the digits of `\u` and, where they are half a pair, the other half.
  private func scalar(_ bytes: Span<UInt8>, _ index: inout Int) -> Unicode.Scalar {
    let unit = codeUnit(bytes, index)
    index += 4
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard UTF16.isLeadSurrogate(UInt16(unit)), index + 6 <= range.upperBound,
      bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    let trail = codeUnit(bytes, index + 2)
    guard UTF16.isTrailSurrogate(UInt16(trail)) else { return "\u{FFFD}" }
    index += 6
    return Unicode.Scalar(0x1_0000 + (unit - 0xD800) << 10 + (trail - 0xDC00)) ?? "\u{FFFD}"
  }

  private func codeUnit(_ bytes: Span<UInt8>, _ start: Int) -> UInt32 {
    var unit: UInt32 = 0
    for index in start..<min(start + 4, range.upperBound) {
      unit = unit << 4 | UInt32(Self.hexDigit(bytes[index]) ?? 0)
    }
    return unit
  }

  package static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  static func isEqual(_ bytes: Span<UInt8>, _ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { word in
      var index = 0
      while index < word.count {
        if bytes[range.lowerBound + index] != word[index] { return false }
        index += 1
      }
      return true
    }
  }
}
