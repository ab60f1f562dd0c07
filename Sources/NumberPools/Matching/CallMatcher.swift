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
  /// - Complexity: O(page views + calls x log(calls + loans)), and O(page views of its hold) a
  ///   call.
  public func match(
    _ calls: [Call], after outcome: Outcome, of holds: Holds, in traffic: Traffic
  ) -> [CallOutcome] {
    match(
      DialledCalls(calls, in: holds), after: outcome, with: MatchHistory(of: holds, in: traffic),
      in: traffic)
  }

  /// Matches calls against a replay, with what is the same for every replay of the holds.
  ///
  /// - Complexity: O(loans + calls x log(loans)), and O(page views of its hold) a call.
  func match(
    _ dialled: DialledCalls, after outcome: Outcome, with history: MatchHistory,
    in traffic: Traffic
  ) -> [CallOutcome] {
    let loans = outcome.loansByNumber
    return zip(dialled.calls, dialled.views).map { call, view in
      guard let view, let number = outcome.shown[view] else {
        return CallOutcome(call: call, cause: .fallbackShown)
      }
      // The last loan that began at or before the call.
      let candidates = loans[Int(number.index)]
      let later = candidates.partitioningIndex { outcome.assignments[Int($0)].from > call.time }
      let loan = outcome.assignments[Int(candidates[later - 1])]
      let last = history.lastUse(of: loan, by: call.time)
      if !isMatched(loan, at: call.time, lastSignOfLife: last.at) {
        return CallOutcome(call: call, dialled: number, cause: .outsideMatchWindow)
      }
      var result = CallOutcome(call: call, dialled: number, credited: last.session)
      if last.session != call.session {
        let stay = history.stays.stay(
          of: call.session, at: history.chains.holds.pageViewTimes[view])
        result.cause = cause(call, of: stay, last.session, traffic)
      }
      return result
    }
  }

  func isMatched(
    _ loan: Assignment, at time: Timestamp, lastSignOfLife: Timestamp
  ) -> Bool {
    switch rule {
    case .lastHolder: return true
    case .currentHolderOnly: return time < loan.until
    case .lastHolderWithin(let window): return time - lastSignOfLife <= window
    }
  }

  private func cause(
    _ call: Call, of stay: Session, _ credited: SessionID, _ traffic: Traffic
  ) -> Cause {
    if traffic.sessions[Int(credited.index)].visitor == stay.visitor { return .ownLaterSession }
    return call.time < stay.lastPageView ? .changedMidVisit : .reassignedBeforeCall
  }
}
