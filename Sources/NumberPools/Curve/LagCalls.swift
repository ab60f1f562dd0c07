/// One hypothetical call a session at each of some lags, and from which pool size on they are
/// credited rightly.
struct LagCalls {
  private let chains: PageViewChains
  private let lags: [Interval]
  /// Where the call of each lag stands among the starts.
  private var startsByLag: [Int]
  private var lagCounts: [ThresholdCounts]
  /// For each session its last page view; negative where it has no calls.
  private let lastOfSessions: [Int32]
  /// For each session the moment from which lags count, where it isn't the last page view of all.
  private var ends: [Timestamp] = []

  /// Prepares the calls.
  ///
  /// - Complexity: O(page views + sessions), and O(1) without a lag.
  init(
    _ lags: [Interval], of chains: PageViewChains, in traffic: Traffic,
    ofSessions isCounted: [Bool]?
  ) {
    self.chains = chains
    self.lags = lags
    startsByLag = Array(repeating: 0, count: lags.count)
    lagCounts = Array(repeating: ThresholdCounts(), count: lags.count)
    var lastViews = lags.isEmpty ? [] : chains.holds.lastPageViews()
    if let isCounted, !lags.isEmpty {
      for session in lastViews.indices where !isCounted[session] { lastViews[session] = -1 }
    }
    lastOfSessions = lastViews
    let times = chains.holds.pageViewTimes
    for (view, session) in zip(lastOfSessions, traffic.sessions)
    where view >= 0 && times[Int(view)] < session.end {
      ends = traffic.sessions.map { $0.end }
      break
    }
  }

  /// Whether some call may come after the end of a hold.
  var hasLate: Bool {
    let rule = chains.holds.rule
    let tail = rule.lastPageTime + rule.tail
    // An end may come after the hold that its page view began.
    return lags.contains { $0 >= tail } || !ends.isEmpty
  }

  /// Counts the late calls of the session whose last page view was that of a hold that has just
  /// ended.
  ///
  /// - Parameter view: The last page view of the hold.
  @inline(__always)
  mutating func release(
    _ hold: Int, lastView view: Int, level: Int32, begun: Int, in queue: borrowing IdleQueue,
    _ free: FreeLevels.Bits
  ) {
    guard !lags.isEmpty,
      Int(lastOfSessions[Int(chains.holds.pageViewSessions[view].index)]) == view
    else { return }
    let release = chains.holds.releases[hold]
    let lastView = lastMoment(ofSessionViewing: view)
    for lag in lags.indices {
      let time = lastView + lags[lag]
      guard time >= release else { continue }
      let starts = starts(upTo: time, from: startsByLag[lag])
      startsByLag[lag] = starts
      lagCounts[lag].add(
        level: level,
        threshold: queue.threshold(
          level: level, release: release, call: time, requests: starts - begun, free))
    }
  }

  /// From when on lags count for a session whose last page view in the order of play is known.
  private func lastMoment(ofSessionViewing view: Int) -> Timestamp {
    ends.isEmpty
      ? chains.holds.pageViewTimes[view]
      : ends[Int(chains.holds.pageViewSessions[view].index)]
  }

  /// How many holds begin up to a moment, looked for near where it last was.
  private func starts(upTo time: Timestamp, from known: Int) -> Int {
    var count = known
    while count < chains.holds.count, chains.holds.starts[count] <= time { count += 1 }
    while count > 0, time < chains.holds.starts[count - 1] { count -= 1 }
    return count
  }

  /// The counts of each lag: with the calls that come while a hold runs, and those that nothing
  /// credits rightly.
  ///
  /// - Parameter levels: The level of each page view, as the pass found it.
  func counts(levels: [Int32]) -> [ThresholdCounts] {
    guard !lags.isEmpty else { return [] }
    let holds = chains.holds
    var lagCounts = lagCounts
    for view in lastOfSessions where view >= 0 {
      let view = Int(view)
      let release = holds.releases[Int(holds.pageViewHolds[view])]
      for lag in lags.indices {
        let time = lastMoment(ofSessionViewing: view) + lags[lag]
        let overtaken = chains.isOvertaken(view, by: time)
        // Those after the end of the hold were counted at the release.
        if overtaken || time < release {
          lagCounts[lag].add(level: levels[view], threshold: overtaken ? nil : levels[view])
        }
      }
    }
    return lagCounts
  }
}
