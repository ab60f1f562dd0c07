/// Method and address of a request, as ranges of the line's bytes.
package struct RequestLine {
  /// Whether it asks for a page, sends data, or does something else.
  package var method: Method
  /// The whole address, between the method and the protocol.
  package var target: Range<Int>
  /// The site, where the address is a whole one: `http://site/path`.
  var site: Range<Int>?
  /// From the first slash to the query.
  var path: Range<Int>
  /// Behind the question mark; empty without one.
  var query: Range<Int>

  package enum Method {
    case get
    case post
    case other
  }

  /// Reads `GET /path?query HTTP/1.1`.
  ///
  /// - Returns: `nil` for a request without a method and an address.
  package init?(_ line: Span<UInt8>, _ request: Range<Int>) {
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

private let slash = UInt8(ascii: "/")
