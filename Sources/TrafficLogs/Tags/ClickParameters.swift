import NumberPools

/// Finds click ids and tags in the query of an address.
enum ClickParameters {
  private static let utmPrefix = Array("utm_".utf8)
  private static let escapedAmpersand = Array("amp;".utf8)
  private static let markNames = ["_openstat", "openstat", "gad_source"].map { Array($0.utf8) }
  private static let clickNames = Touch.ClickID.parameters.map { Array($0.utf8) }

  /// The first click id of a query: which parameter, and where its value is.
  ///
  /// - Complexity: O(length).
  static func clickID(
    _ bytes: Span<UInt8>, in query: Range<Int>
  ) -> (parameter: Int, value: Range<Int>)? {
    var found: (Int, Range<Int>)?
    forEach(bytes, in: query) { name, value in
      guard found == nil, !value.isEmpty,
        let parameter = clickNames.firstIndex(where: { isEqual(bytes, name, $0) })
      else { return }
      found = (parameter, value)
    }
    return found
  }

  /// Whether a query holds a click id or another tag, or looks as if it did.
  ///
  /// - Complexity: O(length).
  static func isTagged(_ bytes: Span<UInt8>, in query: Range<Int>) -> Bool {
    var tagged = false
    forEach(bytes, in: query) { name, value in
      if tagged || value.isEmpty { return }
      tagged =
        (name.count > 4 && isEqual(bytes, name.prefix(4), utmPrefix))
        || clickNames.contains { isEqual(bytes, name, $0) }
        || markNames.contains { isEqual(bytes, name, $0) }
    }
    return tagged
  }

  /// Calls a handler with each name and value.
  private static func forEach(
    _ bytes: Span<UInt8>, in query: Range<Int>, _ handle: (Range<Int>, Range<Int>) -> Void
  ) {
    var start = query.lowerBound
    while start < query.upperBound {
      var end = start
      var equals: Int?
      while end < query.upperBound, bytes[end] != UInt8(ascii: "&") {
        if equals == nil, bytes[end] == UInt8(ascii: "=") { equals = end }
        end += 1
      }
      var nameStart = start
      // Some pages write their links as HTML does: &amp;gclid=...
      if end - start > 4, isEqual(bytes, start..<(start + 4), escapedAmpersand) { nameStart += 4 }
      if let equals, equals >= nameStart { handle(nameStart..<equals, (equals + 1)..<end) }
      start = end + 1
    }
  }

  /// Whether a part of a line is a word, in letters of any case.
  private static func isEqual(_ bytes: Span<UInt8>, _ range: Range<Int>, _ text: [UInt8]) -> Bool {
    guard range.count == text.count else { return false }
    for index in text.indices {
      let byte = bytes[range.lowerBound + index]
      guard text[index] == (0x41...0x5A ~= byte ? byte | 0x20 : byte) else { return false }
    }
    return true
  }
}
