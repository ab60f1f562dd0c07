import NumberPools

/// Collects what the lines of some logs say.
package struct WebLogBuilder {
  /// Which fields of a line hold what.
  private(set) var layout: WebLogLayout?
  private let settings: WebLogReader
  private var log: TrafficLog
  private var place = LogPlace()
  private var agents = ByteInterner()
  private var agentKinds: [AgentFilter.Kind] = []
  private var pools: PoolNames
  private var clickIDs = ClickIDs()
  private var evidence = BrowserEvidence()
  /// Reused for the keys of the interners.
  private var key: [UInt8] = []

  init(settings: WebLogReader) {
    self.settings = settings
    log = TrafficLog()
    pools = PoolNames(isByFile: settings.grouping == .file)
    log.summary.visitorBasis = settings.basis
    log.origins.showsRequests = true
  }

  /// How many lines have been read.
  var lines: Int { log.summary.lines }

  mutating func begin(_ input: LogInput) {
    place.begin(input, &log.summary)
    pools.begin(file: input.name)
  }

  /// Finds out which fields hold what, unless it is known already: by how the inputs begin, from
  /// the one that is open on.
  ///
  /// - Throws: An ``InputError`` where one of them can't be read.
  mutating func survey(
    _ inputs: ArraySlice<LogInput>, open source: inout ByteSource
  ) throws(InputError) {
    guard layout == nil else { return }
    var survey = WebLogSurvey()
    let beginning = try source.beginning(WebLogSurvey.length)
    survey.add(beginning.span)
    for input in inputs.dropFirst() where input.isRepeatable {
      let beginning = try ByteSource.beginning(of: input, WebLogSurvey.length)
      survey.add(beginning.span)
    }
    layout = survey.layout
    log.summary.clientField = survey.clientField(settings.client)
  }

  mutating func add(_ whole: Span<UInt8>, isCutOff: Bool) {
    place.advance()
    log.summary.lines += 1
    let bytes = whole.extracting(Self.content(of: whole))
    do throws(CombinedLine.Problem) {
      if isCutOff { throw .tooLong }
      try add(CombinedLine(bytes, layout ?? .combined), of: bytes)
    } catch {
      log.summary.noteUnreadable(
        bytes, of: place.file, line: place.line, reason: error.rawValue)
    }
  }

  /// Counts lines that were read before, in another input.
  mutating func passOver(_ lines: Int) {
    place.advance(by: lines)
    log.summary.lines += lines
    log.summary.leaveOut(.repeated, lines)
  }

  /// A line without a byte-order mark, and without the zeros that a log has where it was cut off
  /// while it was written to.
  package static func content(of line: Span<UInt8>) -> Range<Int> {
    var start = 0
    while start < line.count, line[start] == 0 { start += 1 }
    if ByteOrderMark.isAt(start, of: line) { start += ByteOrderMark.bytes.count }
    return start..<line.count
  }

  mutating func finish() -> TrafficLog {
    clickIDs.write(to: &log.summary)
    log.take(pools)
    log.agentNames = agents
    evidence.decide(
      by: settings.evidence, isUsual: settings.requests == .pages && settings.bots == .drop,
      in: log.pageViews)
    log.evidence = evidence
    log.summary.doubts += WebLogDoubts(log, agents: agents.count).doubts(settings)
    return log
  }

  private mutating func add(_ line: CombinedLine, of bytes: Span<UInt8>) {
    note(line)
    let agent = agentNumber(line, bytes)
    let request = RequestLine(bytes, line.request)
    let file = request.map { AssetFilter.kind(bytes, $0) } ?? .page
    let isAsset = file != .page
    let forwarded = settings.client == .forwarded ? line.forwardedClient : nil
    let client = forwarded ?? line.client
    let who = reasonByWho(line, client, agent: agentKinds[agent])
    let what = request.map { reasonByWhat(line, $0, isAsset: isAsset) } ?? .emptyRequest
    // A broken handshake names no browser either; that doesn't make it a robot's.
    let isWhoFirst =
      who == .excludedAddress || who == .loopback || who == .serverItself || what != .emptyRequest

    if let request, request.method == .get, !isAsset {
      clickIDs.note(bytes, in: request.query, isVisitors: who == nil && line.status < 400)
    }

    let dropped = settings.bots == .drop || who == .excludedAddress ? who : nil
    if dropped == nil {
      if who == nil { evidence.lines += 1 }
      if let request, isAsset, BrowserEvidence.isOne(file, request, status: line.status) {
        if file == .partOfPage, who == nil { evidence.parts += 1 }
        evidence.insert(visitorNumber(client, bytes, name: line.host, agent: agent))
      }
    }
    let passedOver = settings.requests == .pages ? what : nil
    var reason = isWhoFirst ? dropped ?? passedOver : passedOver ?? dropped
    // Whoever they are, they would all be one.
    if client == nil, LineFields.isDash(bytes, line.host) { reason = .noVisitor }
    if reason == nil, let request, settings.exclusions.hasPath(bytes, request.path) {
      reason = .excludedPath
    }
    if let reason { log.summary.leaveOut(reason) }
    let clue = clue(reason, request, line, bytes)
    guard reason == nil || clue != nil else { return }
    if reason == nil, let site = line.virtualHost ?? request?.site {
      log.origins.noteSite(bytes.extracting(site))
    }

    let group = groupNumber(line, request, bytes)
    let visitor = visitorNumber(client, bytes, name: line.host, agent: agent)
    if reason == nil {
      log.pageViews.append(visitor: visitor, at: line.time, group: group)
    }
    guard settings.keepsTouches else { return }
    let number = requestNumber(line, request, bytes)
    if let clue {
      log.origins.clues.append(
        Origins.Clue(
          time: line.time, visitor: visitor, request: number, isRedirect: clue == .redirect))
    } else {
      log.origins.requestNumbers.append(number)
    }
  }

  /// What a line says of the log as a whole.
  private mutating func note(_ line: CombinedLine) {
    place.note(line.time, offset: line.offset, &log.summary)
    if line.agent == nil { log.summary.linesWithoutAgent += 1 }
    if let client = line.forwardedClient, client != line.client {
      log.summary.forwardedLines += 1
    }
  }

  private mutating func agentNumber(_ line: CombinedLine, _ bytes: Span<UInt8>) -> Int {
    let agent = bytes.extracting(line.agent ?? 0..<0)
    let number = agents.number(of: agent)
    if number == agentKinds.count { agentKinds.append(AgentFilter.kind(of: agent)) }
    return number
  }

  private func reasonByWho(
    _ line: CombinedLine, _ client: IPAddress?, agent: AgentFilter.Kind
  ) -> LogSummary.LeftOut? {
    if settings.exclusions.hasAddress(client) { return .excludedAddress }
    if client?.isLoopback == true { return .loopback }
    switch agent {
    case .visitor: return nil
    case .serverItself: return .serverItself
    // A common log names no browser at all, so its absence says nothing there.
    case .bot: return line.agent == nil && line.hasNoAgentField ? nil : .bot
    }
  }

  private func reasonByWhat(
    _ line: CombinedLine, _ request: RequestLine, isAsset: Bool
  ) -> LogSummary.LeftOut? {
    switch request.method {
    case .post: return .post
    case .other: return .otherMethod
    case .get: break
    }
    if isAsset { return .asset }
    if line.status >= 400 { return .error }
    // 304 says that the browser's own copy is still good: the page was shown.
    return (300..<400).contains(line.status) && line.status != 304 ? .redirect : nil
  }

  /// What a request that is left out may tell of how its visitor arrived.
  private enum Clue {
    /// Its own tags.
    case redirect
    /// Those of the page before.
    case pageBefore
  }

  private func clue(
    _ reason: LogSummary.LeftOut?, _ request: RequestLine?, _ line: CombinedLine,
    _ bytes: Span<UInt8>
  ) -> Clue? {
    guard settings.keepsTouches, let request,
      reason == .redirect || reason == .asset || reason == .post
    else { return nil }
    if reason == .redirect, ClickParameters.isTagged(bytes, in: request.query) { return .redirect }
    guard let referrer = line.referrer else { return nil }
    return ClickParameters.isTagged(bytes, in: WebAddress(bytes, referrer).query)
      ? .pageBefore : nil
  }

  private mutating func groupNumber(
    _ line: CombinedLine, _ request: RequestLine?, _ bytes: Span<UInt8>
  ) -> Int32? {
    switch settings.grouping {
    case .none: return nil
    case .file: return pools.ofFile
    case .host:
      return pools.number(
        of: bytes.extracting(line.virtualHost ?? request?.site ?? 0..<0), .site)
    }
  }

  private mutating func visitorNumber(
    _ client: IPAddress?, _ bytes: Span<UInt8>, name: Range<Int>, agent: Int
  ) -> VisitorID {
    key.removeAll(keepingCapacity: true)
    if let client { client.append(to: &key) } else { key.append(bytes, name) }
    if settings.basis == .addressAndAgent { key.append(number: agent) }
    return VisitorID(Int32(log.visitorNames.number(of: key)))
  }

  private mutating func requestNumber(
    _ line: CombinedLine, _ request: RequestLine?, _ bytes: Span<UInt8>
  ) -> Int32 {
    log.origins.requestNumber(
      bytes, path: request?.path ?? 0..<0, query: request?.query ?? 0..<0,
      referrer: bytes.extracting(line.referrer ?? 0..<0))
  }
}
