import NumberPools

/// Rewrites lines of web logs.
struct WebLineAnonymizer: Sendable {
  let pseudonyms: Pseudonyms

  /// Adds a line and its end; nothing for a line that can't be understood, as nobody knows what is
  /// in it.
  ///
  /// - Returns: Whether it could be.
  func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) -> Bool {
    let start = output.count
    do throws(CombinedLine.Problem) {
      let line = try CombinedLine(bytes)
      guard appendFields(line, bytes, to: &output),
        try readsTheSame(output.span.extracting(start..<output.count), as: line, bytes)
      else {
        output.removeLast(output.count - start)
        return false
      }
      output.append(UInt8(ascii: "\n"))
      return true
    } catch {
      output.removeLast(output.count - start)
      return false
    }
  }

  /// Whether a reader of the copy learns from it what decides about the original.
  private func readsTheSame(
    _ copied: Span<UInt8>, as line: CombinedLine, _ bytes: Span<UInt8>
  ) throws(CombinedLine.Problem) -> Bool {
    let copy = try CombinedLine(copied)
    var client: [UInt8] = []
    pseudonyms.append(client: bytes.extracting(line.host), to: &client)
    return copied.extracting(copy.host).withUnsafeBufferPointer { $0.elementsEqual(client) }
      && copy.time == line.time + pseudonyms.shift && copy.status == line.status
      && (copy.forwarded == nil) == (line.forwarded == nil)
      && LineVerdict(copy, copied) == LineVerdict(line, bytes)
  }

  /// What decides whether a line is a visitor's page view.
  private struct LineVerdict: Equatable {
    private let isLoopback: Bool
    private let method: RequestLine.Method?
    private let isAsset: Bool
    private let agent: [UInt8]?

    init(_ line: CombinedLine, _ bytes: Span<UInt8>) {
      isLoopback = CombinedLine.isLoopback(bytes.extracting(line.host))
      let request = RequestLine(bytes, line.request)
      method = request?.method
      isAsset = request.map { AssetFilter.isAsset(bytes, path: $0.path) } ?? false
      agent = line.agent.map { bytes.extracting($0).withUnsafeBufferPointer { Array($0) } }
    }
  }

  private func appendFields(
    _ line: CombinedLine, _ bytes: Span<UInt8>, to output: inout [UInt8]
  ) -> Bool {
    // The site, where it comes first.
    append(bytes, 0..<line.host.lowerBound, to: &output)
    pseudonyms.append(client: bytes.extracting(line.host), to: &output)
    output.append(contentsOf: " - ".utf8)
    guard var cursor = appendUser(line, bytes, to: &output),
      appendTime(bytes, &cursor, to: &output)
    else { return false }

    output.append(space)
    _ = Self.field(bytes, &cursor)
    appendRequest(bytes, line.request, to: &output)
    output.append(space)
    append(bytes, Self.token(bytes, &cursor), to: &output)
    output.append(space)
    appendNumber(bytes, Self.token(bytes, &cursor), to: &output)

    var position = 0
    while let field = Self.field(bytes, &cursor) {
      output.append(space)
      // Referrer and browser are in quotes, and only the first two fields.
      if position < 2, !field.isQuoted { position = 2 }
      if field.isQuoted { output.append(quote) }
      switch position {
      case 0 where line.referrer != nil:
        LinkCleaner(pseudonyms: pseudonyms).append(bytes, field.range, to: &output)
      case 1 where line.agent != nil:
        append(bytes, field.range, to: &output)
      case 0, 1:
        output.append(dash)
      default:
        appendExtra(line, bytes, field.range, to: &output)
      }
      if field.isQuoted { output.append(quote) }
      position += 1
    }
    return true
  }

  /// Adds the user's pseudonym.
  ///
  /// - Returns: The position behind the bracket before the time.
  private func appendUser(
    _ line: CombinedLine, _ bytes: Span<UInt8>, to output: inout [UInt8]
  ) -> Int? {
    var bracket = max(1, line.host.upperBound)
    while bracket + 1 < bytes.count,
      bytes[bracket] != UInt8(ascii: "[") || bytes[bracket - 1] != space
        || !(0x30...0x39 ~= bytes[bracket + 1])
    {
      bracket += 1
    }
    guard bracket + 1 < bytes.count else { return nil }
    // Between address and time: the rest of a proxy's list, a dash, the user.
    var start = line.host.upperBound
    while start < bracket, bytes[start] != space { start += 1 }
    while start < bracket, bytes[start] == space { start += 1 }
    while start < bracket, bytes[start] != space { start += 1 }
    while start < bracket, bytes[start] == space { start += 1 }
    let user = start..<max(start, bracket - 1)
    if user.isEmpty || (user.count == 1 && bytes[user.lowerBound] == dash) {
      output.append(dash)
    } else {
      pseudonyms.append(text: bytes.extracting(user), to: &output)
    }
    output.append(contentsOf: " [".utf8)
    return bracket + 1
  }

  /// Adds the time, its date moved, and the closing bracket.
  private func appendTime(
    _ bytes: Span<UInt8>, _ cursor: inout Int, to output: inout [UInt8]
  ) -> Bool {
    let isISO = bytes[cursor + 4] == UInt8(ascii: "-")
    let length = isISO ? 10 : 11
    guard let date = DateShift.date(bytes, at: cursor, isISO: isISO) else { return false }
    let moved = date + pseudonyms.shift
    guard moved.civilDate.year <= 9999 else { return false }
    DateShift.append(moved, isISO: isISO, to: &output)
    let clock = cursor + length
    cursor = clock
    while cursor < bytes.count, bytes[cursor] != UInt8(ascii: "]") { cursor += 1 }
    cursor += 1
    append(bytes, clock..<cursor, to: &output)
    return true
  }

  private func appendRequest(
    _ bytes: Span<UInt8>, _ request: Range<Int>, to output: inout [UInt8]
  ) {
    output.append(quote)
    if let parts = RequestLine(bytes, request) {
      var start = request.lowerBound
      while bytes[start] != space { start += 1 }
      start += 1
      append(bytes, request.lowerBound..<start, to: &output)
      // The protocol, found as RequestLine finds it.
      var end = request.upperBound
      var last = end - 1
      while last > start, bytes[last] != space { last -= 1 }
      if last > start, end - last > 5, bytes[last + 1] == UInt8(ascii: "H"),
        bytes[last + 5] == UInt8(ascii: "/")
      {
        end = last
      }
      let address = output.count
      if parts.path.lowerBound >= start {
        LinkCleaner(pseudonyms: pseudonyms).append(bytes, start..<end, to: &output)
      }
      // An address that is nothing but a fragment is dropped whole, and still asks for a page.
      if output.count == address { output.append(UInt8(ascii: "/")) }
      append(bytes, end..<min(request.upperBound, end + 9), to: &output)
    } else {
      output.append(dash)
    }
    output.append(quote)
  }

  /// Adds a field behind the browser, where it is known to tell nothing about anyone.
  private func appendExtra(
    _ line: CombinedLine, _ bytes: Span<UInt8>, _ field: Range<Int>, to output: inout [UInt8]
  ) {
    if line.forwarded?.lowerBound == field.lowerBound {
      appendList(bytes, field, to: &output)
    } else if line.virtualHost?.lowerBound == field.lowerBound {
      append(bytes, field, to: &output)
    } else {
      appendNumber(bytes, field, to: &output)
    }
  }

  /// Adds a proxy's list of addresses.
  private func appendList(_ bytes: Span<UInt8>, _ list: Range<Int>, to output: inout [UInt8]) {
    var start = list.lowerBound
    while start < list.upperBound {
      var end = start
      while end < list.upperBound, bytes[end] != UInt8(ascii: ","), bytes[end] != space { end += 1 }
      if start > list.lowerBound { output.append(contentsOf: ", ".utf8) }
      pseudonyms.append(client: bytes.extracting(start..<end), to: &output)
      start = end
      while start < list.upperBound, bytes[start] == UInt8(ascii: ",") || bytes[start] == space {
        start += 1
      }
    }
  }

  /// Adds a number too short to name anyone, or a dash.
  private func appendNumber(_ bytes: Span<UInt8>, _ field: Range<Int>, to output: inout [UInt8]) {
    let isNumber = field.allSatisfy { 0x30...0x39 ~= bytes[$0] || bytes[$0] == UInt8(ascii: ".") }
    let dots = field.count(where: { bytes[$0] == UInt8(ascii: ".") })
    if isNumber, dots <= 1, (1...10).contains(field.count - dots) {
      append(bytes, field, to: &output)
    } else {
      output.append(dash)
    }
  }

  private func append(_ bytes: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
    bytes.extracting(range).withUnsafeBufferPointer { output.append(contentsOf: $0) }
  }
}

/// Fields by their delimiters, as `CombinedLine` finds them.
extension WebLineAnonymizer {
  private static func token(_ bytes: Span<UInt8>, _ cursor: inout Int) -> Range<Int> {
    while cursor < bytes.count, isSpace(bytes[cursor]) { cursor += 1 }
    let start = cursor
    while cursor < bytes.count, !isSpace(bytes[cursor]) { cursor += 1 }
    return start..<cursor
  }

  /// The next field without its quotes; `nil` at the end.
  private static func field(
    _ bytes: Span<UInt8>, _ cursor: inout Int
  ) -> (range: Range<Int>, isQuoted: Bool)? {
    while cursor < bytes.count, isSpace(bytes[cursor]) { cursor += 1 }
    guard cursor < bytes.count else { return nil }
    guard bytes[cursor] == quote else { return (token(bytes, &cursor), false) }
    let start = cursor + 1
    cursor = start
    while cursor < bytes.count {
      if bytes[cursor] == UInt8(ascii: "\\") {
        cursor += 2
        continue
      }
      cursor += 1
      if bytes[cursor - 1] == quote, cursor == bytes.count || bytes[cursor] == space {
        return (start..<(cursor - 1), true)
      }
    }
    return (start..<max(start, bytes.count), true)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == space || byte == 0x09 }
}

private let space = UInt8(ascii: " ")
private let quote = UInt8(ascii: "\"")
private let dash = UInt8(ascii: "-")
