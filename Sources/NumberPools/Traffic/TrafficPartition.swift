/// Some traffic cut into the pools that its page views belong to.
///
/// Each pool knows its own page views only, as the script of one site would: the sessions of a pool
/// are made of these anew. A visitor who goes from one site to another asks in both pools, and both
/// sessions arrived as the whole one did.
public struct TrafficPartition: Sendable {
  /// The traffic of each pool.
  public let pools: [Traffic]
  /// Visitors with page views in several pools.
  public let sharedVisitors: Int
  /// Sessions with page views in several pools.
  public let sharedSessions: Int
  /// All visitors.
  public var visitors: Int { whole.visitorCount }
  private let whole: Traffic
  /// For each page view of the whole its session in its pool.
  private let poolSessions: [SessionID]

  /// Cuts traffic into pools.
  ///
  /// - Parameters:
  ///   - traffic: Sessions of all pools together, whose page views have groups.
  ///   - count: How many pools there are: groups are numbers from 0 below it.
  ///   - sessionizer: What ends a session.
  /// - Complexity: O(page views + heartbeats + pools).
  public init(of traffic: Traffic, into count: Int, by sessionizer: Sessionizer) {
    var views = [[Int32]](repeating: [], count: count)
    for (view, group) in traffic.pageViewGroups.enumerated() {
      views[Int(group)].append(Int32(view))
    }
    var heartbeats = [[Traffic.Heartbeat]](repeating: [], count: count)
    for heartbeat in traffic.heartbeats { heartbeats[Int(heartbeat.group)].append(heartbeat) }
    var visitors = PoolNumbering(count: traffic.visitorCount)
    var sessions = PoolNumbering(count: traffic.sessions.count)
    var poolSessions = [SessionID](repeating: SessionID(0), count: traffic.pageViewTimes.count)
    pools = views.indices.map { group in
      visitors.begin(group)
      sessions.begin(group)
      var log = PageViewLog()
      for view in views[group] {
        let session = traffic.pageViewSessions[Int(view)]
        let visitor = VisitorID(
          visitors.number(of: traffic.sessions[Int(session.index)].visitor.index))
        let name = SessionID(sessions.number(of: session.index))
        let time = traffic.pageViewTimes[Int(view)]
        if traffic.naming == nil {
          log.append(visitor: visitor, at: time)
        } else {
          log.append(session: name, visitor: visitor, at: time)
        }
      }
      for heartbeat in heartbeats[group] {
        // A session without a page view in this pool has no sign of life there either.
        guard let name = sessions.known(heartbeat.session.index) else { continue }
        let visitor = traffic.sessions[Int(heartbeat.session.index)].visitor
        log.appendHeartbeat(
          visitor: VisitorID(visitors.number(of: visitor.index)),
          session: traffic.naming == nil ? nil : SessionID(name),
          at: heartbeat.time, since: heartbeat.since)
      }
      var pool = sessionizer.traffic(from: log)
      for (view, session) in zip(views[group], pool.pageViewSessions) {
        poolSessions[Int(view)] = session
        if !traffic.touches.isEmpty, Int(session.index) == pool.touches.count {
          pool.touches.append(traffic.touches[Int(traffic.pageViewSessions[Int(view)].index)])
        }
      }
      return pool
    }
    sharedVisitors = visitors.numberedInSeveral
    sharedSessions = sessions.numberedInSeveral
    whole = traffic
    self.poolSessions = poolSessions
  }

  /// Of calls of the whole traffic those of each pool: a call belongs to the pool of the last page
  /// view of its session at or before it, whose number was on the screen.
  ///
  /// - Complexity: O(page views + calls x log(calls)).
  public func calls(_ calls: [Call]) -> [[Call]] {
    var lastViews = [Int32](repeating: -1, count: whole.sessions.count)
    var view = 0
    var found: [(call: Int, view: Int)] = []
    for index in calls.indices.sorted(by: { (calls[$0].time, $0) < (calls[$1].time, $1) }) {
      while view < whole.pageViewTimes.count, whole.pageViewTimes[view] <= calls[index].time {
        lastViews[Int(whole.pageViewSessions[view].index)] = Int32(truncatingIfNeeded: view)
        view += 1
      }
      let last = lastViews[Int(calls[index].session.index)]
      if last >= 0 { found.append((index, Int(last))) }
    }
    var own = [[Call]](repeating: [], count: pools.count)
    for (call, view) in found.sorted(by: { $0.call < $1.call }) {
      own[Int(whole.pageViewGroups[view])].append(
        Call(at: calls[call].time, session: poolSessions[view]))
    }
    return own
  }
}

/// Numbers things by first appearance, anew for each pool, in the time that the pool takes.
private struct PoolNumbering {
  private var numbers: [Int32]
  /// For each thing the latest pool that it was numbered in.
  private var pools: [Int32]
  private var pool: Int32 = -1
  private var count: Int32 = 0
  private var isInSeveral: [Bool]

  init(count: Int) {
    numbers = [Int32](repeating: 0, count: count)
    pools = [Int32](repeating: -1, count: count)
    isInSeveral = [Bool](repeating: false, count: count)
  }

  mutating func begin(_ pool: Int) {
    self.pool = Int32(pool)
    count = 0
  }

  mutating func number(of thing: Int32) -> Int32 {
    let index = Int(thing)
    if pools[index] == pool { return numbers[index] }
    if pools[index] >= 0 { isInSeveral[index] = true }
    pools[index] = pool
    numbers[index] = count
    count += 1
    return numbers[index]
  }

  func known(_ thing: Int32) -> Int32? {
    pools[Int(thing)] == pool ? numbers[Int(thing)] : nil
  }

  /// How many things were numbered in several pools.
  var numberedInSeveral: Int { isInSeveral.count { $0 } }
}
