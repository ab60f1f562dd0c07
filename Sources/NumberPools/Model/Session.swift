/// The page views of one visitor with no gap longer than the session timeout.
public struct Session: Hashable, Sendable {
  /// The visitor whose session it is.
  public var visitor: VisitorID
  /// The moment of the first page view.
  public var start: Timestamp
  /// The moment of the last page view.
  public var lastPageView: Timestamp
  /// The last sign of life; never before the last page view.
  public var lastSignOfLife: Timestamp
  /// How many page views it has; at least one.
  public var pageViews: Int32
  /// Which of several pools, sites or files it belongs to; 0 where there is only one.
  public var group: Int32

  /// Creates a session of one page view.
  ///
  /// - Parameters:
  ///   - visitor: Who.
  ///   - start: When the page is viewed.
  ///   - group: Which of several pools it belongs to; 0 where there is one.
  public init(visitor: VisitorID, start: Timestamp, group: Int32 = 0) {
    self.visitor = visitor
    self.start = start
    self.lastPageView = start
    self.lastSignOfLife = start
    self.pageViews = 1
    self.group = group
  }
}
