import NumberPools

/// One line of an Apache or nginx access log in the common or the combined format.
///
/// ```
/// [vhost[:port]] host ident user [time] "request" status bytes ["referrer" "agent"] [extra ...]
/// ```
///
/// The fields are ranges of the line's bytes, so nothing is copied.
struct CombinedLine {
  /// The client's address.
  var host: Range<Int>
  /// The site, where the line names it, before or after the other fields.
  var virtualHost: Range<Int>?
  /// When the request came.
  var time = Timestamp(milliseconds: 0)
  /// The offset from UTC that the line was written with, in minutes.
  var offset = 0
  /// Where the time is written, without its brackets.
  var written: Range<Int>
  /// Method, address and protocol.
  var request: Range<Int>
  /// The status; 0 where there is none.
  var status = 0
  /// The page that the visitor came from, where there is one.
  var referrer: Range<Int>?
  /// The browser, where there is one.
  var agent: Range<Int>?
  /// Whether the line is of the common format, which has no place for a browser.
  var hasNoAgentField = true
  /// The client's address according to a proxy, where the last fields hold one.
  var forwarded: Range<Int>?

  /// Why a line can't be understood, as the end of a sentence.
  enum Problem: String, Error {
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
  init(_ line: Span<UInt8>) throws(Problem) {
    guard !line.isEmpty else { throw .empty }
    guard let bracket = Self.timeStart(in: line) else { throw .noTime }
    (host, virtualHost) = try Self.hosts(in: line, before: bracket)
    request = 0..<0
    written = 0..<0

    var cursor = bracket + 1
    let logTime = try LogTime(line, at: &cursor)
    time = logTime.time
    offset = logTime.offset
    written = (bracket + 1)..<(cursor - 1)

    Self.skipSpaces(line, &cursor)
    guard cursor < line.count, line[cursor] == quote else { throw .noRequest }
    request = try Self.quoted(line, &cursor)
    Self.skipSpaces(line, &cursor)
    status = try Self.status(line, Self.token(line, &cursor))
    Self.skipSpaces(line, &cursor)
    _ = Self.token(line, &cursor)  // the size of the answer
    if let field = try Self.quotedField(line, &cursor) {
      referrer = Self.isDash(line, field) ? nil : field
      if let field = try Self.quotedField(line, &cursor) {
        agent = Self.isDash(line, field) ? nil : field
        hasNoAgentField = false
      }
    }
    try readExtraFields(line, &cursor)
  }

  /// Finds the bracket before the time: ` [` and a digit.
  private static func timeStart(in line: Span<UInt8>) -> Int? {
    var index = 1
    while index + 1 < line.count {
      if line[index] == UInt8(ascii: "["), line[index - 1] == space, isDigit(line[index + 1]) {
        return index
      }
      index += 1
    }
    return nil
  }

  /// The client and, where it comes first, the site. A user's name may have spaces in it.
  private static func hosts(
    in line: Span<UInt8>, before end: Int
  ) throws(Problem) -> (Range<Int>, Range<Int>?) {
    var cursor = 0
    skipSpaces(line, &cursor)
    let fields = line.extracting(0..<end)
    let first = token(fields, &cursor)
    skipSpaces(fields, &cursor)
    let second = token(fields, &cursor)
    skipSpaces(fields, &cursor)
    let third = token(fields, &cursor)
    skipSpaces(fields, &cursor)
    guard !first.isEmpty else { throw .noHost }
    // A proxy's list of addresses: the client's comes first.
    if line[first.upperBound - 1] == UInt8(ascii: ",") {
      return (first.lowerBound..<(first.upperBound - 1), nil)
    }
    let hasFourFields = !third.isEmpty && cursor < end
    if hasFourFields, isHost(line, second), !isAddress(line, first) || hasPort(line, first) {
      return (second, withoutPort(line, first))
    }
    return (first, nil)
  }

  private mutating func readExtraFields(
    _ line: Span<UInt8>, _ cursor: inout Int
  ) throws(Problem) {
    while let (field, isQuoted) = try Self.nextField(line, &cursor) {
      if forwarded == nil, isQuoted, let client = Self.firstAddress(line, field) {
        forwarded = client
      } else if virtualHost == nil, Self.isSiteName(line, field) {
        virtualHost = Self.withoutPort(line, field)
      }
    }
  }

  private static func status(_ line: Span<UInt8>, _ field: Range<Int>) throws(Problem) -> Int {
    if isDash(line, field) { return 0 }
    guard field.count == 3 else { throw .badStatus }
    var value = 0
    for index in field {
      guard isDigit(line[index]) else { throw .badStatus }
      value = value * 10 + Int(line[index] - 0x30)
    }
    return value
  }
}

/// Fields by their delimiters.
extension CombinedLine {
  static func skipSpaces(_ line: Span<UInt8>, _ cursor: inout Int) {
    while cursor < line.count, line[cursor] == space || line[cursor] == tab { cursor += 1 }
  }

  /// Bytes up to the next space.
  static func token(_ line: Span<UInt8>, _ cursor: inout Int) -> Range<Int> {
    let start = cursor
    while cursor < line.count, line[cursor] != space, line[cursor] != tab { cursor += 1 }
    return start..<cursor
  }

  /// The next field, without its quotes where it has them; `nil` at the end.
  static func nextField(
    _ line: Span<UInt8>, _ cursor: inout Int
  ) throws(Problem) -> (range: Range<Int>, isQuoted: Bool)? {
    skipSpaces(line, &cursor)
    guard cursor < line.count else { return nil }
    guard line[cursor] == quote else { return (token(line, &cursor), false) }
    return (try quoted(line, &cursor), true)
  }

  private static func quotedField(
    _ line: Span<UInt8>, _ cursor: inout Int
  ) throws(Problem) -> Range<Int>? {
    skipSpaces(line, &cursor)
    guard cursor < line.count, line[cursor] == quote else { return nil }
    return try quoted(line, &cursor)
  }

  /// Bytes between quotes. Servers write a quote inside as `\"` or `\x22`; old ones left it bare,
  /// so only a quote before a space or the end closes.
  private static func quoted(
    _ line: Span<UInt8>, _ cursor: inout Int
  ) throws(Problem) -> Range<Int> {
    let start = cursor + 1
    cursor = start
    while cursor < line.count {
      if line[cursor] == UInt8(ascii: "\\") {
        cursor += 2
        continue
      }
      if line[cursor] == quote, cursor + 1 == line.count || line[cursor + 1] == space {
        cursor += 1
        return start..<(cursor - 1)
      }
      cursor += 1
    }
    throw .openQuote
  }

  static func isDash(_ line: Span<UInt8>, _ field: Range<Int>) -> Bool {
    field.isEmpty || (field.count == 1 && line[field.lowerBound] == UInt8(ascii: "-"))
  }
}

/// What a field looks like.
extension CombinedLine {
  /// An address in digits, of either version of the protocol, with or without a port.
  static func isAddress(_ line: Span<UInt8>, _ field: Range<Int>) -> Bool {
    var dots = 0
    var colons = 0
    for index in field {
      switch line[index] {
      case UInt8(ascii: "."): dots += 1
      case UInt8(ascii: ":"): colons += 1
      case 0x30...0x39, UInt8(ascii: "["), UInt8(ascii: "]"): break
      case 0x41...0x46, 0x61...0x66: if colons == 0 && dots > 0 { return false }
      default: return false
      }
    }
    return colons > 1 || dots == 3
  }

  /// Whether a client is this very machine.
  static func isLoopback(_ host: Span<UInt8>) -> Bool {
    if host.count == 3 {
      return host[0] == UInt8(ascii: ":") && host[1] == UInt8(ascii: ":")
        && host[2] == UInt8(ascii: "1")
    }
    guard host.count >= 9, host[0] == UInt8(ascii: "1"), host[1] == UInt8(ascii: "2"),
      host[2] == UInt8(ascii: "7"), host[3] == UInt8(ascii: ".")
    else { return false }
    return 0x30...0x39 ~= host[4]
  }

  /// A name or an address, rather than a dash.
  private static func isHost(_ line: Span<UInt8>, _ field: Range<Int>) -> Bool {
    field.count > 2
      && field.contains {
        line[$0] == UInt8(ascii: ".") || line[$0] == UInt8(ascii: ":")
      }
  }

  private static func hasPort(_ line: Span<UInt8>, _ field: Range<Int>) -> Bool {
    withoutPort(line, field) != field
  }

  private static func withoutPort(_ line: Span<UInt8>, _ field: Range<Int>) -> Range<Int> {
    let colons = field.filter { line[$0] == UInt8(ascii: ":") }
    guard let colon = colons.first, colons.count == 1 else { return field }
    return field.lowerBound..<colon
  }

  /// A name with a dot and a domain of letters behind the last one: a site, and neither a number,
  /// a path, a cookie such as `GA1.2.1234567890.1700000000` nor `TLSv1.3`.
  private static func isSiteName(_ line: Span<UInt8>, _ field: Range<Int>) -> Bool {
    let name = withoutPort(line, field)
    var label = name.lowerBound
    var isWord = true
    for index in name {
      switch line[index] {
      case 0x41...0x5A, 0x61...0x7A: break
      case 0x30...0x39, UInt8(ascii: "-"): isWord = false
      // A whole name may end with a dot.
      case UInt8(ascii: ".") where index + 1 == name.upperBound: break
      case UInt8(ascii: "."):
        label = index + 1
        isWord = true
      default: return false
      }
    }
    guard label > name.lowerBound, name.upperBound - label > 1 else { return false }
    return isWord || isPunycode(line, label..<name.upperBound)
  }

  /// A domain in letters other than Latin ones: `xn--p1ai`.
  private static func isPunycode(_ line: Span<UInt8>, _ label: Range<Int>) -> Bool {
    label.count > 4 && line[label.lowerBound] | 0x20 == UInt8(ascii: "x")
      && line[label.lowerBound + 1] | 0x20 == UInt8(ascii: "n")
      && line[label.lowerBound + 2] == UInt8(ascii: "-")
      && line[label.lowerBound + 3] == UInt8(ascii: "-")
  }

  /// The first of a proxy's list of addresses.
  private static func firstAddress(_ line: Span<UInt8>, _ field: Range<Int>) -> Range<Int>? {
    var end = field.lowerBound
    while end < field.upperBound, line[end] != UInt8(ascii: ","), line[end] != space { end += 1 }
    let first = field.lowerBound..<end
    return isAddress(line, first) && !hasPort(line, first) ? first : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}

private let quote = UInt8(ascii: "\"")
private let space = UInt8(ascii: " ")
private let tab = UInt8(ascii: "\t")
