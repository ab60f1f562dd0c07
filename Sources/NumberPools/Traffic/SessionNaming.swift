/// What the names that an input gives to sessions turned out to be.
///
/// A name ought to mean one session. Where several visitors share one, either it passed on: each
/// visitor's page views follow those of another within the session timeout, but not within a
/// second, and none comes back, as when somebody logs in in the middle of a visit. Then it is one
/// session. Or it is no name of a session at all, such as GA4's `ga_session_id`, which is the
/// second in which a session began: then each visitor has a session of that name. If there are as
/// many of these as of the former, or the input says so, every name means a session only together
/// with its visitor.
public struct SessionNaming: Hashable, Sendable {
  /// How many names there are.
  public var names = 0
  /// Names that several visitors have, each of whom has a session of that name.
  public var shared = 0
  /// Page views under such a name.
  public var sharedPageViews = 0
  /// The most visitors that have such a name.
  public var mostVisitors = 0
  /// Names that passed from one visitor to another in the middle of a session.
  public var passedOn = 0

  /// Creates a naming without a name.
  public init() {}
}

/// The names of sessions that a log has, and what each of them means.
struct SessionNames {
  private(set) var naming = SessionNaming()
  /// Names that mean a session only together with a visitor; empty where none do.
  private var isShared: [Bool] = []
  /// The keys of sessions known by name and visitor.
  private var keys: [UInt64: Int32] = [:]
  /// Above all names.
  private var nextKey: Int32 = 0

  /// Finds out what the names of a log mean; `nil` where it names no sessions.
  ///
  /// - Complexity: O(page views).
  init?(of log: PageViewLog, inOrder order: [Int32]?, timeout: Interval) {
    guard !log.sessions.isEmpty else { return nil }
    let largest = Int(log.sessions.max { $0.index < $1.index }?.index ?? 0)
    nextKey = Int32(largest + 1)
    var firstVisitors = [Int32](repeating: -1, count: largest + 1)
    var uses: [Int32: Use] = [:]
    for (position, name) in log.sessions.enumerated() {
      let visitor = log.visitors[position].index
      let first = firstVisitors[Int(name.index)]
      if first < 0 {
        firstVisitors[Int(name.index)] = visitor
        naming.names += 1
      } else if first != visitor {
        uses[name.index] = Use()
      }
    }
    // Nearly always a name has one visitor, and there is nothing more to find out.
    guard !uses.isEmpty else { return }
    for index in log.times.indices {
      let position = order.map { Int($0[index]) } ?? index
      uses[log.sessions[position].index]?.note(
        log.visitors[position].index, at: log.times[position], timeout: timeout)
    }
    let shared = uses.values.count { $0.isShared }
    let allAreShared = log.namesAreOfVisitors || shared * 2 >= uses.count
    isShared = [Bool](repeating: false, count: largest + 1)
    for (name, use) in uses {
      if allAreShared || use.isShared {
        isShared[Int(name)] = true
        naming.shared += 1
        naming.sharedPageViews += use.pageViews
        naming.mostVisitors = max(naming.mostVisitors, use.visitors.count)
      } else {
        naming.passedOn += 1
      }
    }
  }

  /// Who used a name, in order of time.
  private struct Use {
    var visitors: Set<Int32> = []
    var pageViews = 0
    var isShared = false
    /// Nobody logs in faster.
    private static let shortest = Interval.seconds(1)
    private var last: (visitor: Int32, time: Timestamp)?

    mutating func note(_ visitor: Int32, at time: Timestamp, timeout: Interval) {
      if let last, last.visitor != visitor {
        let gap = time - last.time
        if visitors.contains(visitor) || gap > timeout || gap < Self.shortest { isShared = true }
      }
      pageViews += 1
      visitors.insert(visitor)
      last = (visitor, time)
    }
  }

  /// What a session is known by.
  ///
  /// - Complexity: O(1).
  mutating func key(of name: SessionID, visitor: VisitorID) -> Int32 {
    if let known = knownKey(of: name, visitor: visitor) { return known }
    keys[Self.pair(name, visitor)] = nextKey
    nextKey += 1
    return nextKey - 1
  }

  /// The same, `nil` for a session without a page view so far.
  func knownKey(of name: SessionID, visitor: VisitorID) -> Int32? {
    let isPair = Int(name.index) < isShared.count && isShared[Int(name.index)]
    return isPair ? keys[Self.pair(name, visitor)] : name.index
  }

  private static func pair(_ name: SessionID, _ visitor: VisitorID) -> UInt64 {
    UInt64(UInt32(bitPattern: name.index)) << 32 | UInt64(UInt32(bitPattern: visitor.index))
  }
}
