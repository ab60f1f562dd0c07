extension StringProtocol {
  /// Where a text first occurs, compared byte by byte; `nil` where it doesn't.
  ///
  /// - Complexity: O(length x length of the text).
  func firstPlace(of text: String) -> Range<Index>? {
    for start in utf8.indices where utf8[start...].starts(with: text.utf8) {
      return start..<utf8.index(start, offsetBy: text.utf8.count)
    }
    return nil
  }

  /// Whether a text occurs anywhere, compared byte by byte.
  ///
  /// - Complexity: O(length x length of the text).
  func holds(_ text: String) -> Bool { firstPlace(of: text) != nil }
}
