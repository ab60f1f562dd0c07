extension Span where Element == UInt8 {
  /// Whether a part is a word, in letters of any case.
  ///
  /// - Parameter word: In small letters of ASCII.
  /// - Complexity: O(1) for most parts, as lengths tell.
  func isWord(_ word: StaticString, in part: Range<Int>) -> Bool {
    guard part.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { letters in
      letters.indices.allSatisfy {
        let byte = self[part.lowerBound + $0]
        return letters[$0] == (0x41...0x5A ~= byte ? byte | 0x20 : byte)
      }
    }
  }

  /// A part as text; what isn't UTF-8 is replaced. `nil` for an empty part.
  ///
  /// - Complexity: O(length).
  func text(in part: Range<Int>) -> String? {
    if part.isEmpty { return nil }
    return extracting(part).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// A whole number that isn't negative; spaces and no-break spaces between thousands are allowed.
  ///
  /// - Complexity: O(length).
  func wholeNumber(in part: Range<Int>) -> Int? {
    var value = 0
    var digits = 0
    for index in part {
      switch self[index] {
      case 0x30...0x39:
        guard digits < 15 else { return nil }
        value = value * 10 + Int(self[index] - 0x30)
        digits += 1
      case 0x20, 0xC2, 0xA0: continue
      default: return nil
      }
    }
    return digits == 0 ? nil : value
  }
}
