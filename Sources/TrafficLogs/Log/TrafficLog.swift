public import NumberPools

/// What any reader makes of its files: page views, what else was there, how visitors arrived, and
/// the names by which a call log may speak of them.
public struct TrafficLog: Sendable {
  /// What the files are written in; `nil` where ``TrafficReader`` didn't tell, or all are empty.
  public internal(set) var format: FileFormat?
  /// What the files held.
  public internal(set) var summary = LogSummary()
  /// The page views that count, and the signs of life between them.
  public internal(set) var pageViews = PageViewLog()
  /// The names of the groups that page views belong to; empty without grouping.
  public internal(set) var groups: [String] = []
  /// Which visitors are browsers by what they fetched; `nil` where the input isn't a web log.
  public internal(set) var evidence: BrowserEvidence?
  /// The visitors by name: the number of a name is the visitor's number in `pageViews`.
  var visitorNames = ByteInterner()
  /// The sessions by name, where the input names them; numbers as in `pageViews`.
  var sessionNames = ByteInterner()
  /// The browsers by name, where visitors are told by address and browser: the key of such a
  /// visitor is the address and the browser's number.
  var agentNames = ByteInterner()
  /// How visitors arrived.
  var origins = Origins()
  /// Of visits that are only counted the counts, from which the page views were drawn.
  var counted: CountedVisits?
}

extension TrafficLog {
  /// The visitor of a name.
  ///
  /// - Complexity: O(length), amortized.
  mutating func visitor(named name: Span<UInt8>) -> VisitorID {
    VisitorID(Int32(visitorNames.number(of: name)))
  }

  /// Takes over the pools' names, and what was taken for the same.
  mutating func take(_ pools: PoolNames) {
    groups = pools.names
    summary.assumptions += pools.assumptions
  }
}
