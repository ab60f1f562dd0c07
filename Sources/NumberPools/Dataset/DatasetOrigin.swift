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
  /// Whose sessions get a number.
  public var eligibility = Eligibility.all
  /// The shape of the traffic over the time of all that counts; `nil` where it wasn't described.
  public var profile: TrafficProfile?
  /// Where most sessions of the busiest quarter of an hour come from; `nil` where nothing stands
  /// out.
  public var burstCause: Burst.Reason?
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
  /// The calls that can't be judged, where names are kept.
  public var excludedCalls: [ExcludedCall] = []
  /// What calls tell whose session isn't known; `nil` where every call names somebody.
  public var volume: CallVolume?

  /// A call that can't be judged.
  public struct ExcludedCall: Hashable, Sendable {
    /// The input's own name of it, or its row from 1.
    public var name: String
    /// When it came.
    public var time: Timestamp
    /// Why it can't be judged.
    public var reason: CallExclusion

    /// Creates a call.
    public init(name: String, time: Timestamp, reason: CallExclusion) {
      self.name = name
      self.time = time
      self.reason = reason
    }
  }

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
