/// Page views as columns: when, and by which visitor.
///
/// The order of appending is the order of the log and breaks ties between equal times.
public struct PageViewLog: Sendable {
  /// The moment of each page view.
  public private(set) var times: [Timestamp] = []
  /// The visitor of each page view; any numbers, not necessarily dense.
  public private(set) var visitors: [VisitorID] = []
  /// The pool, site or file of each page view; empty where there is only one.
  public private(set) var groups: [Int32] = []
  /// The session of each page view where the input names it; empty where it has to be derived.
  public private(set) var sessions: [SessionID] = []
  /// Whether a name of a session means one only together with its visitor, as the input says; where
  /// it doesn't, that is told by how visitors share names.
  public var namesAreOfVisitors = false
  /// Signs of life between page views; they extend presence and ask for nothing.
  public private(set) var heartbeats: [Heartbeat] = []
  /// How many page views were appended with a time before that of their predecessor.
  public private(set) var outOfOrder = 0

  /// Creates an empty log.
  public init() {}

  /// How many page views there are.
  public var count: Int { times.count }

  /// Makes room for so many page views.
  public mutating func reserveCapacity(_ capacity: Int) {
    times.reserveCapacity(capacity)
    visitors.reserveCapacity(capacity)
  }

  /// Adds a page view whose session is to be derived.
  ///
  /// - Parameters:
  ///   - visitor: Who viewed the page.
  ///   - time: When.
  ///   - group: Which of several pools it belongs to. A log either has groups throughout or never.
  /// - Complexity: O(1), amortized.
  public mutating func append(visitor: VisitorID, at time: Timestamp, group: Int32? = nil) {
    if let last = times.last, time < last { outOfOrder += 1 }
    times.append(time)
    visitors.append(visitor)
    if let group { groups.append(group) }
  }

  /// Adds a page view of a session that the input names.
  ///
  /// A log either names sessions throughout or never.
  ///
  /// - Parameters:
  ///   - session: Which session, any number.
  ///   - visitor: Who viewed the page.
  ///   - time: When.
  ///   - group: Which of several pools it belongs to. A log either has groups throughout or never.
  /// - Complexity: O(1), amortized.
  public mutating func append(
    session: SessionID, visitor: VisitorID, at time: Timestamp, group: Int32? = nil
  ) {
    append(visitor: visitor, at: time, group: group)
    sessions.append(session)
  }

  /// Adds a sign of life between page views of a visitor.
  ///
  /// - Parameters:
  ///   - visitor: Who.
  ///   - session: In which session, where the input names it.
  ///   - time: When. One that no page view of the session precedes is without effect, and so is one
  ///     that comes later than the session timeout after the one before it.
  ///   - since: The moment from which on the visitor is known to have been there all the time, as
  ///     of a visit of which only beginning and end are told; `nil` where only `time` is known.
  ///     Late calls are counted from the end of such a visit.
  ///   - group: Which of several pools it belongs to; `nil` for that of the page view before it.
  /// - Complexity: O(1), amortized.
  public mutating func appendHeartbeat(
    visitor: VisitorID, session: SessionID? = nil, at time: Timestamp, since: Timestamp? = nil,
    group: Int32? = nil
  ) {
    heartbeats.append(
      Heartbeat(
        visitor: visitor, session: session, time: time, since: min(since ?? time, time),
        group: group))
  }

  /// A sign of life between page views.
  public struct Heartbeat: Hashable, Sendable {
    /// Whose.
    public var visitor: VisitorID
    /// In which session, where the input names it.
    public var session: SessionID?
    /// When.
    public var time: Timestamp
    /// From when on the visitor is known to have been there; `time` where nothing is known of that.
    public var since: Timestamp
    /// Which of several pools it belongs to; `nil` for that of the page view before it.
    public var group: Int32?
  }

  /// The positions of the page views in order of time, equal times in the order of the log.
  ///
  /// `nil` when the log is in that order already.
  func orderOfTime() -> [Int32]? {
    guard outOfOrder > 0 else { return nil }
    let order = StableTimeOrder(of: times)
    return (0..<order.count).map { Int32(order.position(at: $0)) }
  }
}
