/// Which calls are to be credited, and how the pool behind them works.
public struct CreditQuestion: Sendable {
  /// Which free number is lent.
  public var allocation: Allocation
  /// Whom a call is credited to.
  public var match: MatchRule
  /// Calls whose true session is known.
  public var calls: [Call]
  /// For each session a hypothetical call so long after its last page view, or its end where only
  /// beginning and end are told.
  public var lags: [Interval]
  /// What a pool has to achieve: chances, which more numbers raise forever, are worked out as far
  /// as that needs.
  public var target: Target?
  /// Sizes beyond the peak whose chances are worked out besides.
  public var sizes: [Int]

  /// Creates a question.
  ///
  /// Chances are worked out for ``MatchRule/lastHolder`` only: ``Allocation/random`` takes no other
  /// rule.
  ///
  /// - Parameters:
  ///   - allocation: Which free number is lent.
  ///   - match: Whom a call is credited to.
  ///   - calls: Calls whose true session is known.
  ///   - lags: For each a hypothetical call a session so long after its last page view.
  ///   - target: How far chances are worked out; of certain counts every size is known.
  ///   - sizes: Further sizes whose chances are worked out.
  public init(
    allocation: Allocation = .longestIdle, match: MatchRule = .lastHolder, calls: [Call] = [],
    lags: [Interval] = [], target: Target? = nil, sizes: [Int] = []
  ) {
    precondition(
      allocation != .random || match == .lastHolder,
      "The chances of a random number are known for the last holder only")
    self.allocation = allocation
    self.match = match
    self.calls = calls
    self.lags = lags
    self.target = target
    self.sizes = sizes
  }

  /// The lags that every report shows: 0, 5, 15 and 60 minutes, 4 hours and a day.
  public static let reportedLags: [Interval] = [
    .zero, .minutes(5), .minutes(15), .hours(1), .hours(4), .days(1),
  ]

  /// One call a session, so long after its last page view, or its end where only that is told.
  ///
  /// - Parameters:
  ///   - lag: How long after the last page view; 0 is at it.
  ///   - traffic: The sessions.
  /// - Complexity: O(sessions).
  public static func hypotheticalCalls(of lag: Interval, in traffic: Traffic) -> [Call] {
    traffic.sessions.enumerated().map { index, session in
      Call(at: session.end + lag, session: SessionID(Int32(index)))
    }
  }
}

/// What becomes of one hypothetical call a session.
public struct LagCredit: Hashable, Sendable {
  /// How long after the last page view of its session each call comes.
  public var lag: Interval
  /// What becomes of them.
  public var curve: AttributionCurve
}
