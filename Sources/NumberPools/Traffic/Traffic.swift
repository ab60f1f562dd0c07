/// Sessions and their page views as columns, in order of time: what a pool is played against.
public struct Traffic: Sendable {
  /// The sessions, by first page view; equal times in the order of the log.
  public internal(set) var sessions: [Session] = []
  /// The moment of each page view, ascending; equal times in the order of the log.
  public internal(set) var pageViewTimes: [Timestamp] = []
  /// The session of each page view.
  public internal(set) var pageViewSessions: [SessionID] = []
  /// Signs of life between page views, ascending by time.
  public internal(set) var heartbeats: [Heartbeat] = []
  /// How many visitors there are; their identifiers are the numbers below.
  public internal(set) var visitorCount = 0
  /// For each page view its position in the log; `nil` when the log was in order and whole.
  var logPositions: [Int32]?

  /// Creates traffic without a visitor.
  public init() {}

  /// A sign of life between page views of a session.
  public struct Heartbeat: Hashable, Sendable {
    /// When.
    public var time: Timestamp
    /// Of which session.
    public var session: SessionID
  }
}

extension Traffic {
  /// The first page view, `nil` without traffic.
  public var first: Timestamp? { pageViewTimes.first }

  /// The last page view, `nil` without traffic.
  public var last: Timestamp? { pageViewTimes.last }

  /// The longest time between two page views of one session that follow each other, or between a
  /// heartbeat and the session's start.
  ///
  /// - Complexity: O(page views).
  var longestGapWithinSessions: Interval {
    var last = sessions.map(\.start)
    var longest = Interval.zero
    for (view, session) in pageViewSessions.enumerated() {
      let index = Int(session.index)
      longest = max(longest, pageViewTimes[view] - last[index])
      last[index] = pageViewTimes[view]
    }
    for heartbeat in heartbeats {
      longest = max(longest, heartbeat.time - sessions[Int(heartbeat.session.index)].start)
    }
    return longest
  }

  /// Where in the log a page view was appended.
  public func logPosition(ofPageView index: Int) -> Int {
    logPositions.map { Int($0[index]) } ?? index
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

  /// The calls whose sessions a condition holds for, as calls of the sessions that
  /// ``filtered(_:)`` keeps under the same condition.
  ///
  /// - Complexity: O(sessions + calls).
  public func calls(
    _ calls: [Call], _ isIncluded: (SessionID, Session) -> Bool
  ) -> [Call] {
    var newSession = [Int32](repeating: -1, count: sessions.count)
    var kept: Int32 = 0
    for (index, session) in sessions.enumerated()
    where isIncluded(SessionID(Int32(index)), session) {
      newSession[index] = kept
      kept += 1
    }
    return calls.compactMap { call in
      let session = newSession[Int(call.session.index)]
      return session < 0 ? nil : Call(at: call.time, session: SessionID(session))
    }
  }

  /// The sessions that a condition holds for, with their page views; visitors are numbered anew.
  ///
  /// - Parameter isIncluded: Asked once a session, in order.
  /// - Complexity: O(page views + sessions + visitors).
  public func filtered(_ isIncluded: (SessionID, Session) -> Bool) -> Traffic {
    var kept = Traffic()
    var newSession = [Int32](repeating: -1, count: sessions.count)
    var newVisitor = [Int32](repeating: -1, count: visitorCount)
    for (index, session) in sessions.enumerated()
    where isIncluded(SessionID(Int32(index)), session) {
      newSession[index] = Int32(kept.sessions.count)
      let visitor = Int(session.visitor.index)
      if newVisitor[visitor] < 0 {
        newVisitor[visitor] = Int32(kept.visitorCount)
        kept.visitorCount += 1
      }
      var renumbered = session
      renumbered.visitor = VisitorID(newVisitor[visitor])
      kept.sessions.append(renumbered)
    }
    if kept.sessions.count == sessions.count { return self }
    var positions: [Int32] = []
    for (index, session) in pageViewSessions.enumerated()
    where newSession[Int(session.index)] >= 0 {
      kept.pageViewTimes.append(pageViewTimes[index])
      kept.pageViewSessions.append(SessionID(newSession[Int(session.index)]))
      positions.append(Int32(logPosition(ofPageView: index)))
    }
    kept.logPositions = positions
    kept.heartbeats = heartbeats.compactMap { heartbeat in
      let session = newSession[Int(heartbeat.session.index)]
      return session < 0 ? nil : Heartbeat(time: heartbeat.time, session: SessionID(session))
    }
    return kept
  }
}
