/// A browser or person, numbered by first appearance.
public struct VisitorID: Hashable, Sendable {
  /// Position among the visitors of the traffic.
  public var index: Int32

  /// Names the visitor at a position.
  public init(_ index: Int32) {
    self.index = index
  }
}

/// A session, numbered by first page view; equal times in the order of the log.
public struct SessionID: Hashable, Sendable {
  /// Position among the sessions of the traffic.
  public var index: Int32

  /// Names the session at a position.
  public init(_ index: Int32) {
    self.index = index
  }
}

/// A number of the pool, numbered from 0 in the order in which unused numbers are lent.
public struct TrackingNumber: Hashable, Sendable {
  /// Position in the pool.
  public var index: Int32

  /// Names the number at a position.
  public init(_ index: Int32) {
    self.index = index
  }
}
