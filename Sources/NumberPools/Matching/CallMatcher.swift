/// Credits calls to sessions after a replay, one call at a time.
public struct CallMatcher: Sendable {
  /// Whom a call is credited to.
  public var rule: MatchRule

  /// Creates a matcher.
  public init(rule: MatchRule = .lastHolder) {
    self.rule = rule
  }

  /// Matches calls against what a replay lent and showed.
  ///
  /// A caller dials the number that was on the screen after the session's last page view at or
  /// before the call.
  ///
  /// - Parameters:
  ///   - calls: Calls of sessions of the traffic, each begun at or before its call.
  ///   - outcome: A replay of the holds.
  ///   - holds: The holds.
  ///   - traffic: What the holds were derived from.
  /// - Returns: An outcome for each call, in order.
  /// - Complexity: O((page views + calls) x log(page views)), and O(page views of
  ///   its hold) a call.
  public func match(
    _ calls: [Call], after outcome: ReplayOutcome, of holds: Holds, in traffic: Traffic
  ) -> [CallOutcome] {
    let views = CalledViews(of: calls, in: holds)
    let loans = Dictionary(grouping: outcome.assignments.indices) {
      outcome.assignments[$0].number
    }
    let firstViews = holds.firstPageViews()
    let nextViews = holds.nextPageViews()
    let heartbeats =
      holds.rule.presence == .views
      ? Dictionary(grouping: traffic.heartbeats, by: \.session).mapValues { $0.map(\.time) } : [:]
    return calls.indices.map { index in
      let call = calls[index]
      guard let view = views.views[index], let number = outcome.shown[view] else {
        return CallOutcome(call: call, cause: .fallbackShown)
      }
      // The last loan that began at or before the call.
      let candidates = loans[number] ?? []
      let later = candidates.partitioningIndex { outcome.assignments[$0].from > call.time }
      let loan = outcome.assignments[candidates[later - 1]]
      let hold = Int(loan.hold)
      var last = Int(firstViews[hold])
      var alive = signOfLife(last, by: call.time, holds, traffic)
      while nextViews[last] >= 0, holds.pageViewTimes[Int(nextViews[last])] <= call.time {
        last = Int(nextViews[last])
        alive = max(alive, signOfLife(last, by: call.time, holds, traffic))
      }
      if let times = heartbeats[holds.pageViewSessions[last]] {
        let next = times.partitioningIndex { $0 > call.time || $0 >= loan.until }
        if next > 0 { alive = max(alive, times[next - 1]) }
      }
      if !isMatched(loan, at: call.time, lastSignOfLife: alive) {
        return CallOutcome(call: call, dialled: number, cause: .outsideMatchWindow)
      }
      let credited = holds.pageViewSessions[last]
      var result = CallOutcome(call: call, dialled: number, credited: credited)
      if credited != call.session {
        result.cause = cause(call, credited, traffic)
      }
      return result
    }
  }

  /// The last sign of life up to a moment that a page view stands for.
  private func signOfLife(
    _ view: Int, by time: Timestamp, _ holds: Holds, _ traffic: Traffic
  ) -> Timestamp {
    let session = traffic.sessions[Int(holds.pageViewSessions[view].index)]
    return min(time, holds.rule.aliveUntil(holds.pageViewTimes[view], of: session))
  }

  private func isMatched(
    _ loan: Assignment, at time: Timestamp, lastSignOfLife: Timestamp
  ) -> Bool {
    switch rule {
    case .lastHolder: return true
    case .currentHolderOnly: return time < loan.until
    case .lastHolderWithin(let window): return time - lastSignOfLife <= window
    }
  }

  private func cause(_ call: Call, _ credited: SessionID, _ traffic: Traffic) -> Cause {
    let caller = traffic.sessions[Int(call.session.index)]
    if traffic.sessions[Int(credited.index)].visitor == caller.visitor { return .ownLaterSession }
    return call.time < caller.lastPageView ? .changedMidVisit : .reassignedBeforeCall
  }
}

/// For each call the page view whose number the caller dials.
struct CalledViews {
  /// Positions in the order of play; `nil` for a call before its session's first page view.
  private(set) var views: [Int?]

  /// Finds the last page view of each call's session at or before the call.
  ///
  /// - Complexity: O(page views + calls x log(calls)).
  init(of calls: [Call], in holds: Holds) {
    views = Array(repeating: nil, count: calls.count)
    var lastViews = [Int32](repeating: -1, count: holds.sessionCount)
    var view = 0
    for index in calls.indices.sorted(by: { (calls[$0].time, $0) < (calls[$1].time, $1) }) {
      let call = calls[index]
      while view < holds.pageViewTimes.count, holds.pageViewTimes[view] <= call.time {
        lastViews[Int(holds.pageViewSessions[view].index)] = Int32(view)
        view += 1
      }
      let last = lastViews[Int(call.session.index)]
      if last >= 0 { views[index] = Int(last) }
    }
  }
}
