/// Where some traffic came from: what was read, what of it counts, and what is in doubt.
public struct TrafficOrigin: Sendable {
  /// What was found in the files.
  public var summary = LogSummary()
  /// The page views that were found, of eligible sessions or not.
  public var pageViewsRead = 0
  /// Sessions that were set aside because they aren't eligible for a number.
  public var ineligibleSessions = 0
  /// The gap that ends a session.
  public var sessionTimeout = Interval.minutes(30)
  /// Whether the input names sessions, so that none are derived.
  public var namesSessions = false
  /// The names of the sessions; empty where they weren't kept, or the input gives none.
  public var sessionNames: [String] = []
  /// The names of the pools that page views belong to, by number; empty where there is only one.
  public var pools: [String] = []
  /// What the log says of who is a browser; `nil` where it says nothing.
  public var evidence: EvidenceCounts?
  /// Reasons to read every answer with care, those of the calls among them.
  public var warnings: [LogWarning] = []

  /// Creates the origin of traffic that wasn't read.
  public init() {}
}

/// Where some calls came from: what was read, and which of it can't be judged.
public struct CallOrigin: Sendable {
  /// What was found in the files.
  public var summary = LogSummary()
  /// The other calls, by why they can't be judged.
  public var excluded: [CallExclusion: Int] = [:]
  /// The names of the calls that can be judged: the input's own, or their rows from 1.
  public var names: [String] = []

  /// Creates the origin of no call.
  public init() {}
}

/// How an input may be read.
public enum ReadingWay: Hashable, Sendable {
  /// All count but robots that name themselves, whatever they fetch.
  case everybody
  /// Only those count who fetch what browsers fetch.
  case browsersOnly
  /// Visits that are known by the day or longer come in the rhythm of the week of that name.
  case week(String)
}
