/// The sessions of some traffic that a condition holds for, with their page views and calls.
public struct TrafficSelection: Sendable {
  /// The sessions, numbered anew in their order, and so their visitors.
  public let traffic: Traffic
  /// The new number of each session; negative for those left out.
  private let newSession: [Int32]

  /// Selects sessions.
  ///
  /// - Parameters:
  ///   - traffic: What to select from.
  ///   - isIncluded: Asked once a session, in order.
  /// - Complexity: O(page views + sessions + visitors).
  public init(of traffic: Traffic, where isIncluded: (SessionID, Session) -> Bool) {
    var kept = Traffic()
    var newSession = [Int32](repeating: -1, count: traffic.sessions.count)
    var newVisitor = [Int32](repeating: -1, count: traffic.visitorCount)
    kept.sessions.reserveCapacity(traffic.sessions.count)
    for (index, session) in traffic.sessions.enumerated()
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
    self.newSession = newSession
    if kept.sessions.count == traffic.sessions.count {
      self.traffic = traffic
      return
    }
    var positions: [Int32] = []
    positions.reserveCapacity(traffic.pageViewTimes.count)
    kept.pageViewTimes.reserveCapacity(traffic.pageViewTimes.count)
    kept.pageViewSessions.reserveCapacity(traffic.pageViewTimes.count)
    for (index, session) in traffic.pageViewSessions.enumerated()
    where newSession[Int(session.index)] >= 0 {
      kept.pageViewTimes.append(traffic.pageViewTimes[index])
      kept.pageViewSessions.append(SessionID(newSession[Int(session.index)]))
      positions.append(Int32(traffic.logPosition(ofPageView: index)))
    }
    kept.logPositions = positions
    kept.heartbeats = traffic.heartbeats.compactMap { heartbeat in
      let session = newSession[Int(heartbeat.session.index)]
      return session < 0
        ? nil : Traffic.Heartbeat(time: heartbeat.time, session: SessionID(session))
    }
    self.traffic = kept
  }

  /// Of calls of the whole traffic those of the sessions selected.
  ///
  /// - Complexity: O(calls).
  public func calls(_ calls: [Call]) -> [Call] {
    calls.compactMap { call in
      let session = newSession[Int(call.session.index)]
      return session < 0 ? nil : Call(at: call.time, session: SessionID(session))
    }
  }
}
