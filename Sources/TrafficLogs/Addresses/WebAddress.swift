/// A web address cut at its delimiters.
package struct WebAddress {
  /// The host without a port; `nil` for a bare path.
  package var site: Range<Int>?
  /// The path; empty or from the first slash.
  package var path: Range<Int>
  /// Behind the question mark, before a `#`.
  package var query: Range<Int>

  package init(_ bytes: Span<UInt8>, _ address: Range<Int>) {
    var start = address.lowerBound
    if let scheme = Self.afterScheme(bytes, address) {
      start = scheme
      var siteEnd: Int?
      while start < address.upperBound, bytes[start] != slash, bytes[start] != questionMark,
        bytes[start] != hash
      {
        if bytes[start] == colon, siteEnd == nil { siteEnd = start }
        start += 1
      }
      site = scheme..<(siteEnd ?? start)
    }
    var cursor = start
    while cursor < address.upperBound, bytes[cursor] != questionMark, bytes[cursor] != hash {
      cursor += 1
    }
    path = start..<cursor
    guard cursor < address.upperBound, bytes[cursor] == questionMark else {
      query = cursor..<cursor
      return
    }
    let queryStart = cursor + 1
    cursor = queryStart
    while cursor < address.upperBound, bytes[cursor] != hash { cursor += 1 }
    query = queryStart..<cursor
  }

  /// The position behind `http://`, `https://`, `android-app://`.
  private static func afterScheme(_ bytes: Span<UInt8>, _ address: Range<Int>) -> Int? {
    guard !address.isEmpty, bytes[address.lowerBound] != slash else { return nil }
    let end = min(address.lowerBound + 16, address.upperBound - 2)
    var index = address.lowerBound
    while index < end, bytes[index] != colon { index += 1 }
    guard index < end, bytes[index + 1] == slash, bytes[index + 2] == slash else { return nil }
    return index + 3
  }
}

private let slash = UInt8(ascii: "/")
private let questionMark = UInt8(ascii: "?")
private let colon = UInt8(ascii: ":")
private let hash = UInt8(ascii: "#")
