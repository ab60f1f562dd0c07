public import NumberPools

/// Small random traffic with many events at the same moment, where mistakes live.
public struct RandomTraffic {
  /// The page views in the order of the log, which isn't the order of time.
  public var views: [ReferencePool.View] = []
  /// Whether sessions are named by the log instead of derived from gaps.
  public var namesSessions: Bool
  /// The gap that ends a session where they are derived.
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
    let span = generator.next(below: 40) + 1
    let visitors = generator.next(below: 8) + 1
    for _ in 0..<generator.next(below: 40) {
      let visitor = generator.next(below: visitors)
      views.append(
        ReferencePool.View(
          at: Int64(generator.next(below: span)), visitor: visitor,
          session: namesSessions ? visitor * 3 + generator.next(below: 3) : 0))
    }
    if !namesSessions { deriveSessions() }
  }

  /// Names each view's session after its visitor and how many gaps came before it.
  private mutating func deriveSessions() {
    let order = views.indices.sorted { (views[$0].minute, $0) < (views[$1].minute, $1) }
    var last: [Int: Int64] = [:]
    var session: [Int: Int] = [:]
    for index in order {
      let view = views[index]
      if let before = last[view.visitor], view.minute - before > sessionTimeout {
        session[view.visitor, default: 0] += 1
      }
      last[view.visitor] = view.minute
      views[index].session = view.visitor * 1000 + session[view.visitor, default: 0]
    }
  }

  /// The same page views for the product.
  public var log: PageViewLog {
    var log = PageViewLog()
    for view in views {
      let time = Timestamp(milliseconds: view.minute)
      let visitor = VisitorID(Int32(view.visitor))
      if namesSessions {
        log.append(session: SessionID(Int32(view.session)), visitor: visitor, at: time)
      } else {
        log.append(visitor: visitor, at: time)
      }
    }
    return log
  }

  /// The product's sessions.
  public var traffic: Traffic {
    Sessionizer(timeout: .milliseconds(sessionTimeout)).traffic(from: log)
  }

  /// The product's rule.
  public var rule: HoldRule {
    HoldRule(
      reuseTimeout: .milliseconds(reuseTimeout), presence: presence,
      lastPageTime: .milliseconds(lastPageTime))
  }

  /// The reference's pool.
  public var reference: ReferencePool {
    ReferencePool(views, presence: presence, reading: lastPageTime, tail: max(1, reuseTimeout))
  }
}
