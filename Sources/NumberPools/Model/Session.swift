/// The page views of one visitor with no gap longer than the session timeout, or those that the
/// input names as one session.
public struct Session: Hashable, Sendable {
  /// The visitor whose session it is.
  public var visitor: VisitorID
  /// The moment of the first page view.
  public var start: Timestamp
  /// The moment of the last page view.
  public var lastPageView: Timestamp
  /// The moment from which late calls are counted: the end of a visit of which only beginning and
  /// end are told, else the last page view.
  public var end: Timestamp
  /// The last sign of life; never before the last page view.
  public var lastSignOfLife: Timestamp
  /// How many page views it has; at least one.
  public var pageViews: Int32

  /// Creates a session of one page view.
  ///
  /// - Parameters:
  ///   - visitor: Who.
  ///   - start: When the page is viewed.
  public init(visitor: VisitorID, start: Timestamp) {
    self.visitor = visitor
    self.start = start
    self.lastPageView = start
    self.end = start
    self.lastSignOfLife = start
    self.pageViews = 1
  }
}
