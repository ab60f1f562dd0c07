package import NumberPools

/// One line of an Apache or nginx access log in the common or the combined format, or one that has
/// more fields in front, in between or behind.
///
/// ```
/// [...] [vhost[:port]] host ident user [time] "request" status bytes ... ["referrer" "agent"] [...]
/// ```
///
/// The fields are ranges of the line's bytes, so nothing is copied. Which of them is which, where
/// that isn't the same everywhere, is a ``WebLogLayout``.
package struct CombinedLine {
  /// Where the client's address or name is written, without a port.
  package var host: Range<Int>
  /// The client's address; `nil` where it is a name, or nothing.
  package var client: IPAddress?
  /// The site, where the line names it, before or after the other fields.
  package var virtualHost: Range<Int>?
  /// When the request came.
  package var time = Timestamp(milliseconds: 0)
  /// The offset from UTC that the line was written with, in minutes.
  var offset = 0
  /// Where the time is written, without its brackets.
  package var written: Range<Int>
  /// Method, address and protocol.
  package var request: Range<Int>
  /// The status; 0 where there is none.
  package var status = 0
  /// The page that the visitor came from, where there is one.
  package var referrer: Range<Int>?
  /// The browser, where there is one.
  package var agent: Range<Int>?
  /// Whether the line is of the common format, which has no place for a browser.
  package var hasNoAgentField = true
  /// Where the client's address according to a proxy is written.
  package var forwarded: Range<Int>?
  /// The address itself.
  package var forwardedClient: IPAddress?

  /// Why a line can't be understood, as the end of a sentence.
  package enum Problem: String, Error {
    case empty = "it is empty"
    case tooLong = "it is longer than 1 MiB"
    case noTime = "it has no time in square brackets"
    case badTime = "its time isn't whole, like 10/Oct/2000:13:55:36 -0700"
    case noZone = "its time has no offset from UTC"
    case noHost = "it doesn't begin with an address"
    case noRequest = "the time isn't followed by a request in quotes"
    case openQuote = "a quote is never closed"
    case badStatus = "the request isn't followed by a status"
  }
}

extension CombinedLine {
  /// Reads a line.
  ///
  /// - Complexity: O(length).
  package init(_ line: Span<UInt8>, _ layout: WebLogLayout = .combined) throws(Problem) {
    guard !line.isEmpty else { throw .empty }
    guard let bracket = Self.timeStart(in: line) else { throw .noTime }
    host = 0..<0
    request = 0..<0
    written = 0..<0
    try readFront(line, FrontFields(end: bracket), layout)

    var cursor = bracket + 1
    let logTime = try LogTime(line, at: &cursor)
    time = logTime.time
    offset = logTime.offset
    written = (bracket + 1)..<(cursor - 1)

    LineFields.skipSpaces(line, &cursor)
    guard cursor < line.count, line[cursor] == UInt8(ascii: "\"") else { throw .noRequest }
    request = try LineFields.quoted(line, &cursor)
    LineFields.skipSpaces(line, &cursor)
    status = try Self.status(line, LineFields.token(line, &cursor))
    try readFields(line, &cursor, layout)
  }

  /// Finds the bracket before the time: ` [` and what begins like a date; where there is none, ` [`
  /// and a digit, so that what is wrong with the time can be said.
  private static func timeStart(in line: Span<UInt8>) -> Int? {
    var first: Int?
    var index = 0
    while index + 1 < line.count {
      if line[index] == UInt8(ascii: "["), index == 0 || LineFields.isSpace(line[index - 1]),
        isDigit(line[index + 1])
      {
        if isDate(line, index + 1) { return index }
        if first == nil, index > 0 { first = index }
      }
      index += 1
    }
    return first
  }

  /// `10/`, or `2000-`.
  private static func isDate(_ line: Span<UInt8>, _ start: Int) -> Bool {
    guard start + 4 < line.count, isDigit(line[start + 1]) else { return false }
    return line[start + 2] == UInt8(ascii: "/")
      || (isDigit(line[start + 2]) && isDigit(line[start + 3])
        && line[start + 4] == UInt8(ascii: "-"))
  }

  private mutating func readFront(
    _ line: Span<UInt8>, _ front: FrontFields, _ layout: WebLogLayout
  ) throws(Problem) {
    if let candidate = front.client(line, at: layout.client) {
      host = candidate.address.range
      client = candidate.address.address
      virtualHost = front.site(line, beside: candidate.field)
    } else if let name = front.namedClient(line) {
      host = SiteName.withoutPort(line, name)
      virtualHost = front.site(line, beside: name)
    } else {
      throw .noHost
    }
  }

  /// Reads what is behind the status.
  private mutating func readFields(
    _ line: Span<UInt8>, _ cursor: inout Int, _ layout: WebLogLayout
  ) throws(Problem) {
    var fields = 0
    var texts = 0
    while let (field, isQuoted) = try LineFields.next(line, &cursor) {
      let isDash = LineFields.isDash(line, field)
      let isText = fields > 0 && (isQuoted || isDash)
      let number = layout.counting == .fields ? fields : isText ? texts : -1
      if isText, number == layout.referrer {
        referrer = isDash ? nil : field
      } else if isText, number == layout.agent {
        agent = isDash ? nil : field
        hasNoAgentField = false
      } else if fields == layout.forwarded, let address = AddressField(line, field) {
        forwarded = address.range
        forwardedClient = address.address
      } else if virtualHost == nil, SiteName.isSite(line, field) {
        virtualHost = SiteName.withoutPort(line, field)
      }
      fields += 1
      if isText { texts += 1 }
    }
  }

  private static func status(_ line: Span<UInt8>, _ field: Range<Int>) throws(Problem) -> Int {
    if field.count == 1, line[field.lowerBound] == UInt8(ascii: "-") { return 0 }
    guard field.count == 3 else { throw .badStatus }
    var value = 0
    for index in field {
      guard isDigit(line[index]) else { throw .badStatus }
      value = value * 10 + Int(line[index] - 0x30)
    }
    return value
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}
