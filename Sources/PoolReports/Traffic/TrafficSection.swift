public import NumberPools

/// What every report says first of its input: what was read, and what of it counts.
public struct TrafficSection: Sendable {
  /// What was found in the files.
  public var summary: LogSummary
  /// The page views that were found, of eligible sessions or not.
  public var pageViewsRead: Int
  /// The sessions that count.
  public var traffic: Traffic
  /// Their shape over time.
  public var profile: TrafficProfile
  /// Sessions that were set aside because they aren't eligible for a number.
  public var ineligibleSessions: Int
  /// Reasons to read the answer with care.
  public var warnings: [LogWarning]
  /// Whether lines that can't be read may be shown.
  public var showsPersonalData: Bool
  /// Whether the input names sessions, so that none are derived.
  public var namesSessions: Bool
  /// What the log says of who is a browser; `nil` where it says nothing.
  public var evidence: EvidenceCounts?
  /// Whose sessions get a number.
  public var eligibility = Eligibility.all
  /// How the report was made; `nil` where no command made it.
  public var run: ReportRun?

  /// Creates the section.
  public init(
    summary: LogSummary, pageViewsRead: Int, traffic: Traffic, profile: TrafficProfile,
    ineligibleSessions: Int = 0,
    warnings: [LogWarning] = [], showsPersonalData: Bool = false, namesSessions: Bool = false
  ) {
    self.summary = summary
    self.pageViewsRead = pageViewsRead
    self.traffic = traffic
    self.profile = profile
    self.ineligibleSessions = ineligibleSessions
    self.warnings = warnings
    self.showsPersonalData = showsPersonalData
    self.namesSessions = namesSessions
  }
}
