/// A call whose true session is known.
public struct Call: Hashable, Sendable {
  /// When the telephone rang.
  public var time: Timestamp
  /// The session that called: one that began at or before the call.
  public var session: SessionID

  /// Creates a call.
  ///
  /// - Parameters:
  ///   - time: When the caller dials.
  ///   - session: The session that calls.
  public init(at time: Timestamp, session: SessionID) {
    self.time = time
    self.session = session
  }
}
