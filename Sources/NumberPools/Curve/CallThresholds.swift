/// Finds, in one pass, the smallest pool size at which each call is credited rightly, where the
/// longest idle number is lent first: ``IdleQueue`` says how.
struct CallThresholds: LevelPass.Observer {
  private let chains: PageViewChains
  private var queue: IdleQueue
  private var calls: LateCalls
  private var lagCalls: LagCalls
  /// For each hold its last page view, once it has been played.
  private var lastViews: [Int32]

  /// Prepares to look on.
  ///
  /// - Parameters:
  ///   - dialled: Calls that were made.
  ///   - chains: The page views of each hold.
  ///   - traffic: The sessions.
  ///   - request: Which page views ask.
  ///   - lags: For each a hypothetical call a session.
  ///   - isCounted: Whether a session has those; `nil` where all have.
  /// - Complexity: O(page views + calls).
  init(
    _ dialled: DialledCalls, of chains: PageViewChains, in traffic: Traffic, request: RequestRule,
    lags: [Interval], ofSessions isCounted: [Bool]? = nil
  ) {
    self.chains = chains
    queue = IdleQueue(of: chains, request: request)
    calls = LateCalls(dialled, of: chains)
    lagCalls = LagCalls(lags, of: chains, in: traffic, ofSessions: isCounted)
    lastViews = Array(repeating: -1, count: chains.holds.count)
  }

  /// Whether some call comes after the end of a hold, so that a pass has to look at releases.
  var needsReleases: Bool { calls.hasAny || lagCalls.hasLate }

  @inline(__always)
  mutating func pageView(_ view: Int, hold: Int, level: Int32, previous: Int32) {
    let next = chains.next[view]
    if next < 0 { lastViews[hold] = Int32(truncatingIfNeeded: view) }
    queue.pageView(followedBy: next, level: level, previous: previous)
  }

  @inline(__always)
  mutating func release(_ hold: Int, level: Int32, begun: Int, free: FreeLevels.Bits) {
    queue.release()
    lagCalls.release(
      hold, lastView: Int(lastViews[hold]), level: level, begun: begun, in: queue, free)
    calls.release(hold, level: level, begun: begun, in: queue, free)
  }

  /// The smallest size from which on every call after the end of its hold finds its number still
  /// unlent, whoever viewed a page on it last.
  var largestLateThreshold: Int { calls.largestThreshold }

  /// The counts of the calls, then of each lag.
  ///
  /// - Parameter levels: The level of each page view, as the pass found it.
  func counts(levels: [Int32]) -> [ThresholdCounts] {
    [calls.counts(levels: levels)] + lagCalls.counts(levels: levels)
  }
}
