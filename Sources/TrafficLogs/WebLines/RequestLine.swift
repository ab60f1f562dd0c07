/// Method and address of a request, as ranges of the line's bytes.
struct RequestLine {
  /// Whether it asks for a page, sends data, or does something else.
  var method: Method
  /// The whole address, between the method and the protocol.
  var target: Range<Int>
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
    var last = end - 1
    while last > start, line[last] != UInt8(ascii: " ") { last -= 1 }
    if last > start, end - last > 5, line[last + 1] == UInt8(ascii: "H"), line[last + 5] == slash {
      end = last
    }
    method = name.count == 3 && line[name.lowerBound] == UInt8(ascii: "G") ? .get : .other
    if name.count == 4, line[name.lowerBound] == UInt8(ascii: "P"),
      line[name.lowerBound + 1] == UInt8(ascii: "O")
    {
      method = .post
    }
    target = start..<end
    let address = WebAddress(line, target)
    site = address.site
    path = address.path
    query = address.query
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
