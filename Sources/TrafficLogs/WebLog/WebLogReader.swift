public import NumberPools

/// Reads web access logs and keeps what a visitor's script would have seen.
public struct WebLogReader: Sendable {
  /// What a visitor is recognized by.
  public var basis: LogSummary.VisitorBasis
  /// Whether only pages count, or every request.
  public var requests: Requests
  /// Whether robots, the server itself and this machine are left out.
  public var bots: Bots
  /// Which address is the client's.
  public var client: Client
  /// What makes a pool of its own.
  public var grouping: Grouping
  /// Whether visitors count who never fetched what pages are made of; ``TrafficLog/evidence`` says
  /// what came of it, and the page views of all are kept.
  public var evidence: BrowserEvidence.Rule
  /// Which pages and addresses don't count, whatever else counts.
  public var exclusions: Exclusions
  /// Whether to keep how visitors arrived, for ``LogSessions/withTouches()``; it takes memory for
  /// every different address and referrer.
  public var keepsTouches: Bool

  /// Which requests count as page views.
  public enum Requests: String, CaseIterable, Sendable {
    /// Pages that were shown: no files, no data sent, no errors, no redirects.
    case pages
    /// Every line.
    case all
  }

  /// What happens to requests that no person made.
  public enum Bots: String, CaseIterable, Sendable {
    /// They are left out.
    case drop
    /// They count.
    case keep
  }

  /// Whose address a visitor is recognized by.
  public enum Client: String, CaseIterable, Sendable {
    /// Who talked to the server.
    case peer
    /// Whom the proxy in between talked to, where the line says so.
    case forwarded
  }

  /// What a pool of its own is made for.
  public enum Grouping: String, CaseIterable, Sendable {
    /// One pool for everything.
    case none
    /// One a file.
    case file
    /// One a site, where the lines name it.
    case host
  }

  /// Creates a reader with the settings that suit an ordinary site's log.
  ///
  /// - Parameters:
  ///   - basis: What a visitor is recognized by.
  ///   - requests: Which requests count as page views.
  ///   - bots: Whether robots count.
  ///   - client: Which address is the client's.
  ///   - grouping: What makes a pool of its own.
  ///   - evidence: Whether visitors count who never fetched what pages are made of.
  ///   - exclusions: Which pages and addresses don't count.
  ///   - keepsTouches: Whether to keep how visitors arrived.
  public init(
    basis: LogSummary.VisitorBasis = .addressAndAgent, requests: Requests = .pages,
    bots: Bots = .drop, client: Client = .peer, grouping: Grouping = .none,
    evidence: BrowserEvidence.Rule = .auto, exclusions: Exclusions = Exclusions(),
    keepsTouches: Bool = true
  ) {
    self.basis = basis
    self.requests = requests
    self.bots = bots
    self.client = client
    self.grouping = grouping
    self.evidence = evidence
    self.exclusions = exclusions
    self.keepsTouches = keepsTouches
  }

  /// Reads logs.
  ///
  /// - Parameters:
  ///   - inputs: The logs; any order. It decides only between lines of the same moment.
  ///   - progress: Told every now and then which input is read and how far, in bytes.
  /// - Throws: An ``InputError`` when an input can't be read to its end. Lines that can't be
  ///   understood are counted instead.
  /// - Complexity: O(bytes), and the first mebibyte of each file twice, as it tells which fields
  ///   hold what; memory in proportion to page views and different visitors, addresses and
  ///   browsers.
  public func read(
    _ inputs: [LogInput], progress: (LogInput, Int) -> Void = { _, _ in }
  ) throws(InputError) -> TrafficLog {
    var builder = WebLogBuilder(settings: self)
    var doubts = InputDoubts(inputs: inputs.count)
    var overlaps = inputs.count > 1 ? OverlapFilter() : nil
    for (index, input) in inputs.enumerated() {
      builder.begin(input)
      var source = try ByteSource(input, isDigested: inputs.count > 1)
      try builder.read(&source, of: inputs[index...], dropping: &overlaps) { progress(input, $0) }
      try doubts.note(input, source, lines: builder.lines)
    }
    var log = builder.finish()
    log.summary.doubts += overlaps?.warnings ?? []
    doubts.write(to: &log.summary)
    return log
  }
}
