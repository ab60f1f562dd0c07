/// Which calls are to be credited, and how far.
public struct CreditQuestion: Hashable, Sendable {
  /// Calls whose true session is known.
  public var calls: [Call]
  /// For each session a hypothetical call so long after its last page view, or its end where only
  /// beginning and end are told.
  public var lags: [Interval]
  /// Sizes beyond the peak whose chances are worked out besides, where a random number is lent.
  public var sizes: [Int]

  /// Creates a question.
  ///
  /// - Parameters:
  ///   - calls: Calls whose true session is known.
  ///   - lags: For each a hypothetical call a session so long after its last page view.
  ///   - sizes: Further sizes whose chances are worked out; of certain counts every size is known.
  public init(calls: [Call] = [], lags: [Interval] = [], sizes: [Int] = []) {
    self.calls = calls
    self.lags = lags
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

  /// Whether there is a call to be credited, or a hypothetical one.
  var hasCalls: Bool { !calls.isEmpty || !lags.isEmpty }

  /// The calls, then those of each lag, for what can't be had in one pass.
  func columns(of holds: Holds, in traffic: Traffic) -> [DialledCalls] {
    ([calls] + lags.map { Self.hypotheticalCalls(of: $0, in: traffic) })
      .map { DialledCalls($0, in: holds) }
  }
}
