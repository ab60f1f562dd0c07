public import NumberPools

/// What was read from access logs: page views, what else was there, and how visitors arrived.
public struct WebLog: Sendable {
  /// What the files held.
  public internal(set) var summary: LogSummary
  /// The page views that count.
  public internal(set) var pageViews = PageViewLog()
  /// The names of the groups that page views belong to; empty without grouping.
  public internal(set) var groups: [String] = []
  /// Per page view its address and referrer, as a number of `requests`.
  var requestNumbers: [Int32] = []
  /// Address, newline, referrer.
  var requests = ByteInterner()
  /// Requests that aren't page views but carry tags: redirects on the way in, files of a cached
  /// landing page.
  var clues: [Clue] = []
  /// Names of the site that the lines themselves give.
  var siteNames: Set<String> = []

  struct Clue {
    var time: Timestamp
    var visitor: VisitorID
    var request: Int32
  }
}
