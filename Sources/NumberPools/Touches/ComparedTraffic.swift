/// Sessions, how each of them came, and calls: what schemes are compared on.
///
/// Columns that are left empty say that nobody knows: then what was paid for is what is visible, a
/// person is a visitor, and everybody sees numbers.
public struct ComparedTraffic: Sendable {
  /// Sessions and page views.
  public var traffic: Traffic
  /// The touches that the columns below name.
  public var book: TouchBook
  /// For each session what its landing page view shows of how it came.
  public var visible: [TouchNumber]
  /// For each page view what its own address and referrer show; empty where that is known of
  /// landing page views only, and all others are taken to show nothing.
  public var pageViews: [TouchNumber] = []
  /// For each session what was paid for.
  public var paid: [TouchNumber] = []
  /// For each session the person, any numbers from 0.
  public var persons: [Int32] = []
  /// For each session how it came about.
  public var arrivals: [Arrival] = []
  /// For each session whether its visitor never sees a number in place of the printed one: consent
  /// refused, a blocker, a page from a cache.
  public var isNotSwapped: [Bool] = []
  /// The calls, in any order.
  public var calls: [ComparedCall] = []

  /// Creates columns of which nobody knows more than a log shows.
  ///
  /// - Parameters:
  ///   - traffic: Sessions and page views.
  ///   - book: The touches.
  ///   - visible: For each session what its landing page view shows.
  public init(traffic: Traffic, book: TouchBook, visible: [TouchNumber]) {
    precondition(visible.count == traffic.sessions.count, "Each session came somehow")
    self.traffic = traffic
    self.book = book
    self.visible = visible
  }

  /// How a session came about.
  public enum Arrival: UInt8, CaseIterable, Sendable {
    /// By itself, or nobody knows.
    case first
    /// Its person came back without a link.
    case returnDirect
    /// Its person came back by a search.
    case returnOrganic
    /// Its person came back by the same link as before, which costs nothing.
    case returnSameLink
    /// Its person came back by a link of the site itself.
    case returnOwnLink
    /// Somebody else sent a link, which costs nothing.
    case sharedLink
  }
}

extension ComparedTraffic.Arrival {
  /// Whether nobody paid for the visit, whatever its address says.
  public var isFree: Bool { self == .returnSameLink || self == .sharedLink }
}

/// A call whose true session is known, or of which it is known that there is none.
public struct ComparedCall: Hashable, Sendable {
  /// When the telephone rang.
  public var time: Timestamp
  /// The session that called, begun at or before the call; `nil` for a call that no visit caused.
  public var session: SessionID?
  /// Of a call that no visit caused where among a scheme's numbers the one dialled stands, from 0
  /// to 1; `nil` where they are dialled in turn.
  public var draw: Double?

  /// Creates a call.
  ///
  /// - Parameters:
  ///   - time: When the telephone rings.
  ///   - session: The session that calls, `nil` where no visit does.
  ///   - draw: Of a call without a visit where the number dialled stands among a scheme's.
  public init(at time: Timestamp, session: SessionID?, draw: Double? = nil) {
    self.time = time
    self.session = session
    self.draw = draw
  }
}
