extension Scenario {
  /// The pool and how it is played, by the names and the defaults of the command's options.
  public struct Pool: Hashable, Sendable {
    /// How many numbers one has; `nil` where that is the question.
    public var numbers: Int?
    /// The longest gap between two page views of a session; traffic follows from it too.
    public var sessionTimeout: Interval?
    /// How long after the last sign of life nobody else may get a number.
    public var reuseTimeout: Interval?
    /// Reading time assumed after the last page view.
    public var lastPageTime: Interval?
    /// Which page views ask.
    public var request: RequestRule?
    /// Which free number is lent; two orders where nobody knows.
    public var allocation: [Allocation]?
    /// What a silence between page views means.
    public var presence: Presence?
    /// Whom a call is credited to.
    public var match: MatchRule?

    /// Creates a pool of the default rules.
    public init() {}
  }

  /// The longest gap between two page views of a session.
  public var sessionTimeout: Interval { pool.sessionTimeout ?? .minutes(30) }
}

extension Scenario {
  /// The period, from the midnight at which it begins to that after its last day.
  ///
  /// A midnight that doesn't exist is the moment at which it is skipped; of two the first one
  /// counts.
  ///
  /// - Parameter clock: The clocks of its zone.
  public func period(by clock: ZoneOffsets) -> Range<Timestamp> {
    let start = clock.occurrence(of: start).moment
    let end = clock.occurrence(of: self.start + .days(Int64(days))).moment
    return start..<max(start, end)
  }
}
