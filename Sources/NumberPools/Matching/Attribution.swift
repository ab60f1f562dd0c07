/// What the matcher says of a call, beside the truth.
public enum Attribution: String, CaseIterable, Sendable {
  /// Credited to the session that called.
  case correct
  /// Credited to another session.
  case wrong
  /// Credited to none.
  case unknown
}

/// Why a call isn't credited to the session that made it; the first that applies.
public enum Cause: String, CaseIterable, Sendable {
  /// The fallback number was on the screen.
  case fallbackShown = "fallback_shown"
  /// Nobody held the number within the match window.
  case outsideMatchWindow = "outside_match_window"
  /// The visitor came back, and the later session is credited: the right visitor.
  case ownLaterSession = "own_later_session"
  /// The number was lost in the middle of the visit.
  case changedMidVisit = "changed_mid_visit"
  /// Somebody else had been given the number.
  case reassignedBeforeCall = "reassigned_before_call"
}

/// One call as the matcher sees it and as it was.
public struct CallOutcome: Hashable, Sendable {
  /// The call.
  public var call: Call
  /// The number dialled; `nil` is the fallback.
  public var dialled: TrackingNumber?
  /// The session credited.
  public var credited: SessionID?
  /// Why that isn't the session that called; `nil` when it is.
  public var cause: Cause?

  /// What that makes of the call.
  public var attribution: Attribution {
    if credited == nil { return .unknown }
    return cause == nil ? .correct : .wrong
  }
}
