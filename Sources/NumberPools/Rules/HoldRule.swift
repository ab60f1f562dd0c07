/// How long a visitor keeps a number.
public struct HoldRule: Hashable, Sendable {
  /// How long after the last sign of life nobody else may get the number. Zero is allowed.
  public var reuseTimeout: Interval
  /// What counts as a sign of life.
  public var presence: Presence
  /// Reading time assumed after the last page view of a session.
  public var lastPageTime: Interval

  /// Creates a rule.
  ///
  /// - Parameters:
  ///   - reuseTimeout: How long after the last sign of life nobody else may get the number; 0 is
  ///     allowed.
  ///   - presence: Whether the visitor counts as present between page views.
  ///   - lastPageTime: Reading time assumed after the last page view of a session.
  public init(
    reuseTimeout: Interval = .minutes(30), presence: Presence = .tabOpen,
    lastPageTime: Interval = .zero
  ) {
    self.reuseTimeout = reuseTimeout
    self.presence = presence
    self.lastPageTime = lastPageTime
  }

  /// From the last sign of life to the release; at least a millisecond, so that a hold is never
  /// empty.
  var tail: Interval { max(reuseTimeout, .milliseconds(1)) }

  /// The last sign of life that a page view of a stay stands for.
  ///
  /// - Parameters:
  ///   - time: The page view.
  ///   - stay: Its stay.
  func aliveUntil(_ time: Timestamp, of stay: Session) -> Timestamp {
    switch presence {
    case .tabOpen: max(stay.lastPageView + lastPageTime, stay.lastSignOfLife)
    case .views: time == stay.lastPageView ? time + lastPageTime : time
    }
  }
}
