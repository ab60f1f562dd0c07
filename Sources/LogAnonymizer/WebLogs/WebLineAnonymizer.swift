import NumberPools
import TrafficLogs

/// Rewrites lines of web logs.
struct WebLineAnonymizer: Sendable {
  private let pseudonyms: Pseudonyms
  /// Knows the sites that lines have named behind the browser so far: pages of theirs refer to each
  /// other by the same pseudonyms.
  private(set) var links: LinkCleaner
  private let layout: WebLogLayout
  private var browsers: BrowserCleaner
  /// The clean name of the line's browser.
  private var agent: [UInt8] = []

  init(_ links: LinkCleaner, layout: WebLogLayout) {
    pseudonyms = links.pseudonyms
    self.layout = layout
    self.links = links
    browsers = BrowserCleaner(pseudonyms: links.pseudonyms)
  }

  /// Adds a line and its end; nothing for a line that can't be understood, as nobody knows what is
  /// in it.
  ///
  /// - Returns: Whether it could be.
  mutating func append(_ whole: Span<UInt8>, to output: inout [UInt8]) -> Bool {
    let start = output.count
    let bytes = whole.extracting(WebLogBuilder.content(of: whole))
    do throws(CombinedLine.Problem) {
      let line = try CombinedLine(bytes, layout)
      noteSite(line, bytes)
      agent = line.agent.map { browsers.cleaned(bytes.extracting($0)) } ?? []
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
    let copy = try CombinedLine(copied, copiedLayout(of: line))
    var client: [UInt8] = []
    appendClient(line, bytes, to: &client)
    var site: [UInt8] = []
    appendSite(line, bytes, to: &site)
    let copiedSite = copied.extracting(copy.virtualHost ?? 0..<0)
    return copiedSite.withUnsafeBufferPointer { $0.elementsEqual(site) }
      && copied.extracting(copy.host).withUnsafeBufferPointer { $0.elementsEqual(client) }
      && copy.time == line.time + pseudonyms.shift && copy.status == line.status
      && (copy.forwarded == nil) == (line.forwarded == nil)
      && copied.extracting(copy.agent ?? 0..<0).withUnsafeBufferPointer { $0.elementsEqual(agent) }
      && LineVerdict(copy, copied) == LineVerdict(line, bytes)
  }

  private func appendFields(
    _ line: CombinedLine, _ bytes: Span<UInt8>, to output: inout [UInt8]
  ) throws(CombinedLine.Problem) -> Bool {
    appendFirstSite(line, bytes, to: &output)
    appendClient(line, bytes, to: &output)
    output.append(contentsOf: " - ".utf8)
    appendUser(line, bytes, to: &output)
    guard appendTime(line, bytes, to: &output) else { return false }
    output.append(space)
    appendRequest(bytes, line.request, to: &output)
    // Behind the closing quote.
    var cursor = line.request.upperBound + 1
    LineFields.skipSpaces(bytes, &cursor)
    output.append(space)
    append(bytes, LineFields.token(bytes, &cursor), to: &output)
    LineFields.skipSpaces(bytes, &cursor)
    output.append(space)
    appendNumber(bytes, LineFields.token(bytes, &cursor), to: &output)

    // Behind another number of fields it wouldn't be found.
    if line.forwarded != nil, line.hasNoAgentField, layout.agent != nil { return false }
    appendTexts(line, bytes, to: &output)
    while let field = try LineFields.next(bytes, &cursor) {
      appendExtra(line, bytes, field.range, to: &output)
    }
    return true
  }

  /// The layout of a line's copy: whatever stands between them in the original, the fields are
  /// those of the common or the combined format, the client that a proxy names behind them.
  private func copiedLayout(of line: CombinedLine) -> WebLogLayout {
    var copied = WebLogLayout.combined
    if layout.referrer == nil, layout.agent == nil { copied.referrer = nil }
    if layout.agent == nil { copied.agent = nil }
    let fields = [copied.referrer, copied.agent].count { $0 != nil }
    copied.forwarded = line.forwarded == nil ? nil : fields + 1
    return copied
  }

  /// Adds referrer and browser in quotes, where there is a place for them.
  private func appendTexts(
    _ line: CombinedLine, _ bytes: Span<UInt8>, to output: inout [UInt8]
  ) {
    let copied = copiedLayout(of: line)
    let hasReferrer =
      !line.hasNoAgentField || line.referrer != nil
      || (line.forwarded != nil && copied.referrer != nil)
    if hasReferrer {
      output.append(contentsOf: " \"".utf8)
      if let referrer = line.referrer {
        links.append(bytes, referrer, to: &output)
      } else {
        output.append(dash)
      }
      output.append(quote)
    }
    if !line.hasNoAgentField {
      output.append(contentsOf: " \"".utf8)
      if line.agent == nil { output.append(dash) } else { output.append(contentsOf: agent) }
      output.append(quote)
    }
  }

  private func appendClient(
    _ line: CombinedLine, _ bytes: Span<UInt8>, to output: inout [UInt8]
  ) {
    if let client = line.client {
      pseudonyms.append(client, to: &output)
    } else if LineFields.isDash(bytes, line.host) {
      output.append(dash)
    } else {
      pseudonyms.append(client: bytes.extracting(line.host), to: &output)
    }
  }

  /// Whether the site comes before the time, rather than behind the browser.
  private func namesSiteFirst(_ line: CombinedLine) -> Bool {
    line.virtualHost.map { $0.lowerBound < line.written.lowerBound } ?? false
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
    if IPAddress(bytes, site) != nil {
      // By its port an address is known as a site; which port it was may tell whose it is.
      output.append(contentsOf: ":0".utf8)
    } else {
      var end = site.upperBound
      _ = LineFields.token(bytes, &end)
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
    // The rest of a list.
    while true {
      let token = LineFields.token(fields, &start)
      LineFields.skipSpaces(fields, &start)
      guard token.last.map({ fields[$0] == UInt8(ascii: ",") }) == true else { break }
    }
    _ = LineFields.token(fields, &start)
    LineFields.skipSpaces(fields, &start)
    let user = start..<max(start, end)
    if LineFields.isDash(bytes, user) {
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
    // The time of day, three digits of a fraction at most, and the offset.
    var fraction = -1
    for index in cursor..<line.written.upperBound {
      let isDigit = 0x30...0x39 ~= bytes[index]
      fraction =
        bytes[index] == UInt8(ascii: ".") ? 0 : isDigit && fraction >= 0 ? fraction + 1 : -1
      if fraction <= 3 { output.append(bytes[index]) }
    }
    output.append(UInt8(ascii: "]"))
    return true
  }

  /// Adds a field behind the size where a reader looks for it: the client that a proxy names, the
  /// site. Nobody knows what the others are.
  private func appendExtra(
    _ line: CombinedLine, _ bytes: Span<UInt8>, _ field: Range<Int>, to output: inout [UInt8]
  ) {
    func holds(_ part: Range<Int>?) -> Bool {
      part.map { field.contains($0.lowerBound) && $0.upperBound <= field.upperBound } ?? false
    }
    if holds(line.forwarded), let client = line.forwardedClient {
      output.append(space)
      // In quotes it would be taken for a referrer where there is no browser.
      if !line.hasNoAgentField { output.append(quote) }
      pseudonyms.append(client, to: &output)
      if !line.hasNoAgentField { output.append(quote) }
    } else if holds(line.virtualHost) {
      output.append(space)
      appendSite(line, bytes, to: &output)
    }
  }

  /// Of a size: up to a hundred megabytes. More may be somebody's number.
  private static let mostDigits = 8

  /// Adds a number too short to name anyone, or a dash.
  private func appendNumber(_ bytes: Span<UInt8>, _ field: Range<Int>, to output: inout [UInt8]) {
    let isNumber = field.allSatisfy { 0x30...0x39 ~= bytes[$0] || bytes[$0] == UInt8(ascii: ".") }
    let dots = field.count(where: { bytes[$0] == UInt8(ascii: ".") })
    if isNumber, dots <= 1, (1...Self.mostDigits).contains(field.count - dots) {
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
