public import NumberPools

/// Small random traffic with many events at the same moment, where mistakes live.
public struct RandomTraffic {
  /// The page views in the order of the log, which isn't the order of time.
  public var views: [ReferencePool.View] = []
  /// The signs of life between them.
  public var heartbeats: [ReferencePool.Heartbeat] = []
  /// How many pools the page views belong to.
  public var pools: Int
  /// Whether sessions are named by the log instead of derived from gaps.
  public var namesSessions: Bool
  /// The gap that ends a session where they are derived, and a stay where they are named.
  public var sessionTimeout: Int64
  /// The reuse timeout, 0 among them.
  public var reuseTimeout: Int64
  /// Reading time after the last page view of a session.
  public var lastPageTime: Int64
  /// How a log's silences are read.
  public var presence: Presence

  /// Draws traffic; times are whole milliseconds from a handful.
  public init(_ generator: inout SplitMix64) {
    namesSessions = generator.next(below: 2) == 0
    sessionTimeout = Int64(generator.next(below: 6) + 1)
    reuseTimeout = Int64(generator.next(below: 8))
    lastPageTime = Int64(max(0, generator.next(below: 6) - 3))
    presence = generator.next(below: 2) == 0 ? .tabOpen : .views
    pools = generator.next(below: 3) + 1
    let span = generator.next(below: 40) + 1
    let visitors = generator.next(below: 8) + 1
    for _ in 0..<generator.next(below: 40) {
      let visitor = generator.next(below: visitors)
      views.append(
        ReferencePool.View(
          at: Int64(generator.next(below: span)), visitor: visitor,
          session: visitor * 3 + generator.next(below: 3), group: generator.next(below: pools)))
    }
    for _ in 0..<max(0, generator.next(below: 30) - 10) {
      let visitor = generator.next(below: visitors)
      let time = Int64(generator.next(below: span))
      heartbeats.append(
        ReferencePool.Heartbeat(
          at: time, since: time - Int64(max(0, generator.next(below: 20) - 10)), visitor: visitor,
          session: visitor * 3 + generator.next(below: 3),
          group: generator.next(below: 2) == 0 ? nil : generator.next(below: pools)))
    }
    if !namesSessions { deriveSessions() }
  }

  /// Names each view's session after its visitor and how many gaps came before it.
  public mutating func deriveSessions() {
    for visitor in Set(views.map(\.visitor)) {
      var session = visitor * 1000
      var alive: Int64?
      for sign in signs(of: visitor) {
        let time = sign.isView ? views[sign.index].minute : heartbeats[sign.index].since
        let isLate = alive.map { time - $0 > sessionTimeout } ?? false
        if sign.isView {
          if isLate { session += 1 }
          views[sign.index].session = session
          alive = max(alive ?? time, time)
        } else {
          // Without effect in a session that has no page view.
          heartbeats[sign.index].session = isLate || alive == nil ? -1 : session
          if let known = alive, !isLate { alive = max(known, heartbeats[sign.index].minute) }
        }
      }
    }
  }

  /// A visitor's page views and heartbeats in order of time; page views first.
  private func signs(of visitor: Int) -> [(isView: Bool, index: Int)] {
    let own = views.indices.filter { views[$0].visitor == visitor }
      .map { (time: views[$0].minute, rank: 0, index: $0) }
    let beats = heartbeats.indices.filter { heartbeats[$0].visitor == visitor }
      .map { (time: heartbeats[$0].since, rank: 1, index: $0) }
    return (own + beats).sorted { ($0.time, $0.rank, $0.index) < ($1.time, $1.rank, $1.index) }
      .map { ($0.rank == 0, $0.index) }
  }

  /// What belongs to one of several pools: the sessions are made anew of it.
  public func pool(_ group: Int) -> RandomTraffic {
    var pool = self
    pool.views = views.filter { $0.group == group }
    pool.heartbeats = heartbeats.filter { beat in
      let own = signs(of: beat.visitor).filter {
        $0.isView && views[$0.index].minute <= beat.since
          && views[$0.index].session == beat.session
      }
      return own.last.map { (beat.group ?? views[$0.index].group) == group } ?? false
    }
    if !namesSessions { pool.deriveSessions() }
    return pool
  }

  /// The same without pools.
  public var merged: RandomTraffic {
    var merged = self
    merged.pools = 1
    for index in views.indices { merged.views[index].group = 0 }
    for index in heartbeats.indices { merged.heartbeats[index].group = nil }
    return merged
  }

  /// The same page views for the product.
  public var log: PageViewLog {
    var log = PageViewLog()
    for view in views {
      let time = Timestamp(milliseconds: view.minute)
      let visitor = VisitorID(Int32(view.visitor))
      let group = pools > 1 ? Int32(view.group) : nil
      if namesSessions {
        log.append(
          session: SessionID(Int32(view.session)), visitor: visitor, at: time, group: group)
      } else {
        log.append(visitor: visitor, at: time, group: group)
      }
    }
    for beat in heartbeats {
      log.appendHeartbeat(
        visitor: VisitorID(Int32(beat.visitor)),
        session: namesSessions ? SessionID(Int32(beat.session)) : nil,
        at: Timestamp(milliseconds: beat.minute), since: Timestamp(milliseconds: beat.since),
        group: pools > 1 ? beat.group.map { Int32($0) } : nil)
    }
    return log
  }

  /// The product's sessions.
  public var traffic: Traffic {
    Sessionizer(timeout: .milliseconds(sessionTimeout)).traffic(from: log)
  }

  /// The reference's session of each of the product's.
  public func names(of traffic: Traffic) -> [Int] {
    let inOrder = views.indices.sorted { (views[$0].minute, $0) < (views[$1].minute, $1) }
    return traffic.firstPageViews().map { views[inOrder[$0]].session }
  }

  /// The product's rule.
  public var rule: HoldRule {
    HoldRule(
      reuseTimeout: .milliseconds(reuseTimeout), presence: presence,
      lastPageTime: .milliseconds(lastPageTime))
  }

  /// The reference's pool.
  public var reference: ReferencePool {
    reference(presence: presence, reuseTimeout: reuseTimeout)
  }

  /// The reference's pool under another reading of the log's silences and another timeout.
  public func reference(presence: Presence, reuseTimeout: Int64) -> ReferencePool {
    ReferencePool(
      views, heartbeats: heartbeats, sessionTimeout: sessionTimeout, presence: presence,
      reading: lastPageTime, tail: max(1, reuseTimeout))
  }
}
