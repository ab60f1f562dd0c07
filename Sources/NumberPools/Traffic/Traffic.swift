/// Sessions and their page views as columns, in order of time: what a pool is played against.
public struct Traffic: Sendable {
  /// The sessions, by first page view; equal times in the order of the log.
  public internal(set) var sessions: [Session] = []
  /// The moment of each page view, ascending; equal times in the order of the log.
  public internal(set) var pageViewTimes: [Timestamp] = []
  /// The session of each page view.
  public internal(set) var pageViewSessions: [SessionID] = []
  /// For each page view the pool that it belongs to; empty where there is only one.
  public internal(set) var pageViewGroups: [Int32] = []
  /// Signs of life between page views, ascending by time.
  public internal(set) var heartbeats: [Heartbeat] = []
  /// How many visitors there are; their identifiers are the numbers below.
  public internal(set) var visitorCount = 0
  /// What the names of sessions turned out to be; `nil` where sessions were derived.
  public internal(set) var naming: SessionNaming?
  /// The stays, where some session has several.
  var brokenStays: BrokenStays?
  /// How each session arrived; empty where that isn't known, or wasn't asked for.
  public internal(set) var touches: [Touch] = []

  /// Creates traffic without a visitor.
  public init() {}

  /// A sign of life between page views of a session.
  public struct Heartbeat: Hashable, Sendable {
    /// When.
    public var time: Timestamp
    /// From when on the visitor is known to have been there.
    public var since: Timestamp
    /// Of which session.
    public var session: SessionID
    /// The pool that it belongs to; 0 where there is only one.
    public var group: Int32
  }
}

extension Traffic {
  /// The first page view, `nil` without traffic.
  public var first: Timestamp? { pageViewTimes.first }

  /// The last page view, `nil` without traffic.
  public var last: Timestamp? { pageViewTimes.last }

  /// The longest time between two page views of one stay that follow each other, or between a
  /// heartbeat and the beginning of its stay.
  ///
  /// - Complexity: O(page views + heartbeats x log(stays)).
  var longestGapWithinStays: Interval {
    let stays = stays
    var last = stays.map { $0.start }
    var longest = Interval.zero
    for (view, stay) in pageViewStays.enumerated() {
      let index = Int(stay.index)
      longest = max(longest, pageViewTimes[view] - last[index])
      last[index] = pageViewTimes[view]
    }
    let finder = StayFinder(of: self)
    for heartbeat in heartbeats {
      let stay = finder.stay(of: heartbeat.session, at: heartbeat.since)
      longest = max(longest, heartbeat.time - stay.start)
    }
    return longest
  }

  /// The same traffic, of which it is known how each session arrived.
  ///
  /// - Parameter touches: One for each session.
  /// - Complexity: O(1).
  public func arriving(by touches: [Touch]) -> Traffic {
    precondition(touches.count == sessions.count, "Each session arrives in one way")
    var traffic = self
    traffic.touches = touches
    return traffic
  }

  /// For each session the position of its first page view.
  ///
  /// - Complexity: O(page views).
  public func firstPageViews() -> [Int] {
    var first = [Int](repeating: -1, count: sessions.count)
    for (index, session) in pageViewSessions.enumerated() where first[Int(session.index)] < 0 {
      first[Int(session.index)] = index
    }
    return first
  }
}
