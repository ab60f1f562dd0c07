/// Method and address of a request, as ranges of the line's bytes.
struct RequestLine {
  /// Whether it asks for a page, sends data, or does something else.
  var method: Method
  /// The site, where the address is a whole one: `http://site/path`.
  var site: Range<Int>?
  /// From the first slash to the query.
  var path: Range<Int>
  /// Behind the question mark; empty without one.
  var query: Range<Int>

  enum Method {
    case get
    case post
    case other
  }

  /// Reads `GET /path?query HTTP/1.1`.
  ///
  /// - Returns: `nil` for a request without a method and an address.
  init?(_ line: Span<UInt8>, _ request: Range<Int>) {
    var cursor = request.lowerBound
    while cursor < request.upperBound, 0x41...0x5A ~= line[cursor] { cursor += 1 }
    let name = request.lowerBound..<cursor
    guard !name.isEmpty, cursor + 1 < request.upperBound, line[cursor] == UInt8(ascii: " ") else {
      return nil
    }
    cursor += 1
    let start = cursor
    var end = request.upperBound
    // An address may hold bare spaces, but the protocol behind it doesn't.
    if let last = (start..<end).last(where: { line[$0] == UInt8(ascii: " ") }), end - last > 5,
      line[last + 1] == UInt8(ascii: "H"), line[last + 5] == UInt8(ascii: "/")
    {
      end = last
    }
    method = name.count == 3 && line[name.lowerBound] == UInt8(ascii: "G") ? .get : .other
    if name.count == 4, line[name.lowerBound] == UInt8(ascii: "P"),
      line[name.lowerBound + 1] == UInt8(ascii: "O")
    {
      method = .post
    }
    let target = WebAddress(line, start..<end)
    site = target.site
    path = target.path
    query = target.query
  }
}

/// A web address cut at its delimiters.
struct WebAddress {
  /// The host without a port; `nil` for a bare path.
  var site: Range<Int>?
  /// The path; empty or from the first slash.
  var path: Range<Int>
  /// Behind the question mark, before a `#`.
  var query: Range<Int>

  init(_ bytes: Span<UInt8>, _ address: Range<Int>) {
    var start = address.lowerBound
    var end = address.upperBound
    if let hash = address.first(where: { bytes[$0] == UInt8(ascii: "#") }) { end = hash }
    if let scheme = Self.afterScheme(bytes, start..<end) {
      start = scheme
      while start < end, ![0x2F, 0x3F].contains(bytes[start]) { start += 1 }
      let host = scheme..<start
      let colon = host.last { bytes[$0] == UInt8(ascii: ":") }
      site = scheme..<(colon ?? start)
    }
    let mark = (start..<end).first { bytes[$0] == UInt8(ascii: "?") } ?? end
    path = start..<mark
    query = min(mark + 1, end)..<end
  }

  /// The position behind `http://`, `https://`, `android-app://`.
  private static func afterScheme(_ bytes: Span<UInt8>, _ address: Range<Int>) -> Int? {
    for index in address.prefix(16) where bytes[index] == UInt8(ascii: ":") {
      guard index + 2 < address.upperBound, bytes[index + 1] == UInt8(ascii: "/"),
        bytes[index + 2] == UInt8(ascii: "/")
      else { return nil }
      return index + 3
    }
    return nil
  }
}
