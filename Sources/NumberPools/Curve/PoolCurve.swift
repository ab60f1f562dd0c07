/// What a pool of every size would have done for the same traffic.
public struct PoolCurve: Hashable, Sendable {
  /// How many sessions there were.
  public private(set) var sessions: Int
  /// For each size from 0 the sessions that had a pool number on the screen at one of their page
  /// views. The last entry, at the peak, holds for every larger size.
  public private(set) var sessionsCovered: [Int]
  /// For each size from 0 the page views that asked and were refused.
  public private(set) var pageViewsRefused: [Int]
  /// The earliest moment at which as many holds ran as ever; `nil` without traffic.
  public private(set) var peakTime: Timestamp?

  /// What becomes of the calls; `nil` where none are known.
  public internal(set) var calls: AttributionCurve?
  /// What becomes of one hypothetical call a session, for each lag asked for.
  public internal(set) var creditByLag: [LagCredit] = []

  /// The largest number of holds at once: a pool of this size never refuses.
  public var peak: Int { sessionsCovered.count - 1 }

  /// Plays holds once and counts for every size.
  ///
  /// The counts are the same under every allocation order.
  ///
  /// - Parameters:
  ///   - holds: What the pool owes to whom, and when.
  ///   - request: Which page views ask for a number.
  /// - Complexity: O(page views + holds + sessions).
  public init(of holds: Holds, request: RequestRule = .everyPageView) {
    self.init(of: holds, request: request, pass: LevelPass(holds, request: request))
  }

  /// Counts what a pass found.
  init(of holds: Holds, request: RequestRule, pass: LevelPass) {
    sessions = holds.sessionCount
    peakTime = pass.peakTime

    // A session is covered from the lowest level at one of its page views.
    var sessionLevels = [Int32](repeating: .max, count: holds.sessionCount)
    var asksAtLevel = [Int](repeating: 0, count: pass.peak + 1)
    var asks: Int
    do {
      var sessionLevels = sessionLevels.mutableSpan
      var asksAtLevel = asksAtLevel.mutableSpan
      let levels = pass.levels.span
      let viewSessions = holds.pageViewSessions.span
      for view in levels.indices {
        let level = levels[unchecked: view]
        let session = Int(viewSessions[unchecked: view].index)
        sessionLevels[unchecked: session] = min(level, sessionLevels[unchecked: session])
      }
      switch request {
      case .everyPageView:
        asks = levels.count
        for view in levels.indices {
          asksAtLevel[unchecked: Int(levels[unchecked: view])] &+= 1
        }
      case .firstPageView:
        asks = holds.count
        // A visitor who may not ask again asks at the first page view of each hold only.
        let viewHolds = holds.pageViewHolds.span
        var latest: Int32 = -1
        for view in levels.indices where viewHolds[unchecked: view] > latest {
          latest = viewHolds[unchecked: view]
          asksAtLevel[unchecked: Int(levels[unchecked: view])] &+= 1
        }
      }
    }
    pageViewsRefused = asksAtLevel.map { count in
      asks -= count
      return asks
    }
    var firstCovered = [Int](repeating: 0, count: pass.peak + 1)
    do {
      let sessionLevels = sessionLevels.span
      var firstCovered = firstCovered.mutableSpan
      for session in sessionLevels.indices {
        firstCovered[Int(sessionLevels[unchecked: session])] &+= 1
      }
    }
    var covered = 0
    sessionsCovered = firstCovered.map { count in
      covered += count
      return covered
    }
  }

  /// The largest size at which a count may change: from there on every row is the same. Chances
  /// never stop changing; where calls are left to them it is the largest size that was worked out.
  public var largestSize: Int {
    ([peak, calls?.largestSize ?? 0] + creditByLag.map { $0.curve.largestSize }).max() ?? peak
  }

  /// Whether what becomes of calls is an expectation: then the last row claims nothing of larger
  /// sizes, and beyond the peak only some sizes may have been worked out.
  public var isExpected: Bool { expectedSizes != nil }

  /// The sizes of which everything is known, ascending: all up to ``largestSize``, but where chance
  /// decides those that were worked out.
  ///
  /// - Complexity: O(sizes).
  public var sizes: [Int] { expectedSizes ?? Array(0...largestSize) }

  /// The sizes that chances were worked out for; `nil` where none are needed.
  var expectedSizes: [Int]? {
    calls?.correct.expectedSizes ?? creditByLag.first?.curve.correct.expectedSizes
  }

  /// The share of sessions covered at a size; `nil` without a session.
  ///
  /// - Parameter size: The size of the pool, from 0.
  /// - Complexity: O(1).
  public func coverage(at size: Int) -> Double? {
    sessions == 0 ? nil : Double(sessionsCovered(at: size)) / Double(sessions)
  }

  /// The sessions covered at any size, beyond the peak too.
  ///
  /// - Parameter size: The size of the pool, from 0.
  /// - Complexity: O(1).
  public func sessionsCovered(at size: Int) -> Int {
    sessionsCovered[min(max(size, 0), peak)]
  }

  /// The page views refused at any size, beyond the peak too.
  ///
  /// - Parameter size: The size of the pool, from 0.
  /// - Complexity: O(1).
  public func pageViewsRefused(at size: Int) -> Int {
    pageViewsRefused[min(max(size, 0), peak)]
  }
}
