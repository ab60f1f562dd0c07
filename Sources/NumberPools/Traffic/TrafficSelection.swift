/// The sessions of some traffic that a condition holds for, with their page views and calls.
public struct TrafficSelection: Sendable {
  /// The sessions, numbered anew in their order, and so their visitors.
  public let traffic: Traffic
  /// The new number of each session; negative for those left out.
  private let newSession: [Int32]
  /// The page views of the sessions selected, by their positions in the whole; `nil` where all are.
  package let pageViews: [Int32]?

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
      pageViews = nil
      return
    }
    var pageViews: [Int32] = []
    pageViews.reserveCapacity(traffic.pageViewTimes.count)
    kept.pageViewTimes.reserveCapacity(traffic.pageViewTimes.count)
    kept.pageViewSessions.reserveCapacity(traffic.pageViewTimes.count)
    for (index, session) in traffic.pageViewSessions.enumerated()
    where newSession[Int(session.index)] >= 0 {
      kept.pageViewTimes.append(traffic.pageViewTimes[index])
      kept.pageViewSessions.append(SessionID(newSession[Int(session.index)]))
      if !traffic.pageViewGroups.isEmpty {
        kept.pageViewGroups.append(traffic.pageViewGroups[index])
      }
      pageViews.append(Int32(truncatingIfNeeded: index))
    }
    self.pageViews = pageViews
    kept.touches = zip(traffic.touches, newSession).compactMap { $1 < 0 ? nil : $0 }
    kept.naming = traffic.naming
    kept.brokenStays = traffic.brokenStays.flatMap { BrokenStays($0, of: kept, newSession) }
    kept.heartbeats = traffic.heartbeats.compactMap { heartbeat in
      let session = newSession[Int(heartbeat.session.index)]
      var renumbered = heartbeat
      renumbered.session = SessionID(session)
      return session < 0 ? nil : renumbered
    }
    self.traffic = kept
  }

  /// Selects the sessions that get a number.
  ///
  /// - Parameters:
  ///   - traffic: What to select from; it is known how each session arrived, unless all are
  ///     eligible.
  ///   - eligibility: Who gets a number.
  /// - Complexity: O(page views + sessions + visitors).
  public init(of traffic: Traffic, _ eligibility: Eligibility) {
    self.init(of: traffic) { session, _ in
      eligibility == .all || eligibility.admits(traffic.touches[Int(session.index)])
    }
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

extension BrokenStays {
  /// The stays of the sessions kept; `nil` where each of them is one stay.
  fileprivate init?(_ all: BrokenStays, of kept: Traffic, _ newSession: [Int32]) {
    self.init(Traffic())
    latest = [Int32](repeating: 0, count: kept.sessions.count)
    var newStay = [Int32](repeating: -1, count: all.stays.count)
    for (stay, session) in all.sessionOfStay.enumerated() where newSession[Int(session)] >= 0 {
      let session = newSession[Int(session)]
      newStay[stay] = Int32(stays.count)
      latest[Int(session)] = Int32(stays.count)
      var renumbered = all.stays[stay]
      renumbered.visitor = kept.sessions[Int(session)].visitor
      stays.append(renumbered)
      sessionOfStay.append(session)
    }
    if stays.count == kept.sessions.count { return nil }
    pageViewStays = all.pageViewStays.compactMap { stay in
      let kept = newStay[Int(stay.index)]
      return kept < 0 ? nil : SessionID(kept)
    }
  }
}
