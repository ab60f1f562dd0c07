import NumberPools

/// Rewrites lines of web logs.
struct WebLineAnonymizer: Sendable {
  private let pseudonyms: Pseudonyms
  /// Knows the sites that lines have named behind the browser so far: pages of theirs refer to each
  /// other by the same pseudonyms.
  private var links: LinkCleaner

  init(pseudonyms: Pseudonyms) {
    self.pseudonyms = pseudonyms
    links = LinkCleaner(pseudonyms: pseudonyms)
  }

  /// Adds a line and its end; nothing for a line that can't be understood, as nobody knows what is
  /// in it.
  ///
  /// - Returns: Whether it could be.
  mutating func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) -> Bool {
    let start = output.count
    do throws(CombinedLine.Problem) {
      let line = try CombinedLine(bytes)
      noteSite(line, bytes)
      guard try appendFields(line, bytes, to: &output),
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
    var site: [UInt8] = []
    appendSite(line, bytes, to: &site)
    let copiedSite = copied.extracting(copy.virtualHost ?? 0..<0)
    return copiedSite.withUnsafeBufferPointer { $0.elementsEqual(site) }
      && copied.extracting(copy.host).withUnsafeBufferPointer { $0.elementsEqual(client) }
      && copy.time == line.time + pseudonyms.shift && copy.status == line.status
      && (copy.forwarded == nil) == (line.forwarded == nil)
      && LineVerdict(copy, copied) == LineVerdict(line, bytes)
  }

  /// What decides whether a line is a visitor's page view.
  private struct LineVerdict: Equatable {
    private let isLoopback: Bool
    private let method: RequestLine.Method?
    private let file: AssetFilter.Kind?
    private let agent: [UInt8]?
    private let hasNoAgentField: Bool

    init(_ line: CombinedLine, _ bytes: Span<UInt8>) {
      isLoopback = CombinedLine.isLoopback(bytes.extracting(line.host))
      let request = RequestLine(bytes, line.request)
      method = request?.method
      file = request.map { AssetFilter.kind(bytes, path: $0.path) }
      agent = line.agent.map { bytes.extracting($0).withUnsafeBufferPointer { Array($0) } }
      hasNoAgentField = line.hasNoAgentField
    }
  }

  private func appendFields(
    _ line: CombinedLine, _ bytes: Span<UInt8>, to output: inout [UInt8]
  ) throws(CombinedLine.Problem) -> Bool {
    appendFirstSite(line, bytes, to: &output)
    pseudonyms.append(client: bytes.extracting(line.host), to: &output)
    output.append(contentsOf: " - ".utf8)
    appendUser(line, bytes, to: &output)
    guard appendTime(line, bytes, to: &output) else { return false }
    output.append(space)
    appendRequest(bytes, line.request, to: &output)
    // Behind the closing quote.
    var cursor = line.request.upperBound + 1
    CombinedLine.skipSpaces(bytes, &cursor)
    output.append(space)
    append(bytes, CombinedLine.token(bytes, &cursor), to: &output)
    CombinedLine.skipSpaces(bytes, &cursor)
    output.append(space)
    appendNumber(bytes, CombinedLine.token(bytes, &cursor), to: &output)

    var position = 0
    while let field = try CombinedLine.nextField(bytes, &cursor) {
      output.append(space)
      // Referrer and browser are in quotes, and only the first two fields.
      if position < 2, !field.isQuoted { position = 2 }
      if field.isQuoted { output.append(quote) }
      switch position {
      case 0 where line.referrer != nil:
        links.append(bytes, field.range, to: &output)
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

  /// Whether the site comes before the client, rather than behind the browser.
  private func namesSiteFirst(_ line: CombinedLine) -> Bool {
    line.virtualHost.map { $0.lowerBound < line.host.lowerBound } ?? false
  }

  /// Notes a site that is to be hidden wherever it stands.
  private mutating func noteSite(_ line: CombinedLine, _ bytes: Span<UInt8>) {
    guard let site = line.virtualHost, !namesSiteFirst(line) else { return }
    let name = Pseudonyms.bare(bytes.extracting(site))
    guard !links.hiddenSites.contains(name) else { return }
    // A log has few sites: past a hundred they are cookies or whatever scanners sent.
    if links.hiddenSites.count >= 100 { links.hiddenSites.removeAll(keepingCapacity: true) }
    links.hiddenSites.insert(name)
  }

  /// Adds the site that a line names.
  ///
  /// Behind the browser it is always hidden: a user or a cookie may look like a site there. Readers
  /// only ask which lines have the same one, and which of them refer to each other.
  private func appendSite(_ line: CombinedLine, _ bytes: Span<UInt8>, to output: inout [UInt8]) {
    guard let site = line.virtualHost else { return }
    pseudonyms.append(
      site: bytes.extracting(site), isHidden: !namesSiteFirst(line), to: &output)
  }

  /// Adds the site where it comes first, with a port.
  private func appendFirstSite(
    _ line: CombinedLine, _ bytes: Span<UInt8>, to output: inout [UInt8]
  ) {
    guard namesSiteFirst(line), let site = line.virtualHost else { return }
    appendSite(line, bytes, to: &output)
    if CombinedLine.isAddress(bytes, site) {
      // By its port an address is known as a site; which port it was may tell whose it is.
      output.append(contentsOf: ":0".utf8)
    } else {
      var end = site.upperBound
      _ = CombinedLine.token(bytes, &end)
      pseudonyms.append(port: bytes.extracting(site.upperBound..<end), to: &output)
    }
    output.append(space)
  }

  /// Adds the pseudonym of the user, who comes last before the time, behind the rest of a proxy's
  /// list and a dash.
  private func appendUser(_ line: CombinedLine, _ bytes: Span<UInt8>, to output: inout [UInt8]) {
    let end = line.written.lowerBound - 2
    let fields = bytes.extracting(0..<end)
    var start = line.host.upperBound
    for _ in 0..<2 {
      _ = CombinedLine.token(fields, &start)
      CombinedLine.skipSpaces(fields, &start)
    }
    let user = start..<max(start, end)
    if CombinedLine.isDash(bytes, user) {
      output.append(dash)
    } else {
      pseudonyms.append(text: bytes.extracting(user), to: &output)
    }
  }

  /// Adds the time in its brackets, its date moved.
  private func appendTime(
    _ line: CombinedLine, _ bytes: Span<UInt8>, to output: inout [UInt8]
  ) -> Bool {
    let start = line.written.lowerBound
    var cursor = start
    guard let day = LogTime.day(bytes, &cursor) else { return false }
    let moved = day + pseudonyms.shift
    guard moved.civilDate.year <= 9999 else { return false }
    output.append(contentsOf: " [".utf8)
    let isISO = bytes[start + 4] == dash
    let spelling = isISO ? DateSpelling.iso : .written(separator: UInt8(ascii: "/"))
    spelling.append(moved, to: &output)
    append(bytes, cursor..<line.written.upperBound, to: &output)
    output.append(UInt8(ascii: "]"))
    return true
  }

  private func appendRequest(
    _ bytes: Span<UInt8>, _ request: Range<Int>, to output: inout [UInt8]
  ) {
    output.append(quote)
    if let parts = RequestLine(bytes, request) {
      append(bytes, request.lowerBound..<parts.target.lowerBound, to: &output)
      let address = output.count
      links.append(bytes, parts.target, to: &output)
      // An address that is nothing but a fragment is dropped whole, and still asks for a page.
      if output.count == address { output.append(UInt8(ascii: "/")) }
      let protocolEnd = min(request.upperBound, parts.target.upperBound + 9)
      append(bytes, parts.target.upperBound..<protocolEnd, to: &output)
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
      appendSite(line, bytes, to: &output)
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

private let space = UInt8(ascii: " ")
private let quote = UInt8(ascii: "\"")
private let dash = UInt8(ascii: "-")
