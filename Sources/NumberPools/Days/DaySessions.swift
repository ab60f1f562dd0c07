/// The sessions of one whole day of a log as columns, with moments counted from its midnight.
struct DaySessions: Sendable {
  /// What kind of day it is.
  let kind: DayKind
  /// The sessions, by beginning; visitors numbered within the day.
  private(set) var sessions: [Session] = []
  /// The moment of each page view, ascending.
  private(set) var viewTimes: [Timestamp] = []
  /// The session of each page view.
  private(set) var viewSessions: [Int32] = []
  /// The stay of each page view; empty where each session is one.
  private(set) var viewStays: [Int32] = []
  /// The stays, where some session has several.
  private(set) var stays: [Session] = []
  /// Signs of life between page views, ascending.
  private(set) var heartbeats: [Traffic.Heartbeat] = []
  /// How many visitors there are.
  private(set) var visitorCount = 0

  /// How many sessions begin in the day.
  var count: Int { sessions.count }

  fileprivate init(_ kind: DayKind) { self.kind = kind }
}

extension DaySessions {
  /// Cuts out the whole days of a log.
  ///
  /// - Parameters:
  ///   - days: The days.
  ///   - traffic: Whose they are.
  ///   - offset: How far ahead of UTC the clock is by which days begin.
  /// - Complexity: O(page views + heartbeats).
  static func days(_ days: [LogDay], of traffic: Traffic, offset: Interval) -> [DaySessions] {
    var cutter = DayCutter(days, of: traffic, offset: offset)
    cutter.addPageViews()
    cutter.addHeartbeats()
    for day in cutter.days.indices { cutter.days[day].orderPieces() }
    return cutter.days
  }

  /// Puts what was added piece by piece in order of time.
  fileprivate mutating func orderPieces() {
    heartbeats.sort { ($0.time, $0.session.index) < ($1.time, $1.session.index) }
    if zip(viewTimes, viewTimes.dropFirst()).allSatisfy({ $0 <= $1 }) { return }
    let order = StableTimeOrder(of: viewTimes)
    let places = (0..<order.count).map { order.position(at: $0) }
    viewTimes = places.map { viewTimes[$0] }
    viewSessions = places.map { viewSessions[$0] }
    if !viewStays.isEmpty { viewStays = places.map { viewStays[$0] } }
  }

  /// Adds a session, moved to the day's own clock.
  fileprivate mutating func add(_ session: Session, visitor: Int32, by shift: Interval) {
    sessions.append(session.moved(by: shift, visitor: visitor))
    visitorCount = max(visitorCount, Int(visitor) + 1)
  }

  fileprivate mutating func addStay(_ stay: Session, visitor: VisitorID, by shift: Interval)
    -> Int32
  {
    stays.append(stay.moved(by: shift, visitor: visitor.index))
    return Int32(stays.count - 1)
  }

  fileprivate mutating func addPageView(at time: Timestamp, session: Int32, stay: Int32?) {
    viewTimes.append(time)
    viewSessions.append(session)
    if let stay { viewStays.append(stay) }
  }

  fileprivate mutating func add(_ heartbeat: Traffic.Heartbeat) { heartbeats.append(heartbeat) }
}

extension Session {
  /// The same session at another time, and of a visitor numbered anew.
  func moved(by shift: Interval, visitor: Int32) -> Session {
    var moved = self
    moved.visitor = VisitorID(visitor)
    moved.start = start + shift
    moved.lastPageView = lastPageView + shift
    moved.end = end + shift
    moved.lastSignOfLife = lastSignOfLife + shift
    return moved
  }
}

/// Deals the sessions of a log out to its days.
private struct DayCutter {
  let traffic: Traffic
  var days: [DaySessions]
  /// For each session its day, negative where it has none, and its place among that day's.
  private var dayOfSession: [Int32]
  private var placeInDay: [Int32]
  /// For each session what turns moments into those of its day.
  private var shifts: [Interval]
  /// For each stay its place among its day's, negative where it hasn't been met.
  private var placeOfStay: [Int32] = []

  init(_ found: [LogDay], of traffic: Traffic, offset: Interval) {
    self.traffic = traffic
    days = found.map { DaySessions($0.kind) }
    dayOfSession = [Int32](repeating: -1, count: traffic.sessions.count)
    placeInDay = dayOfSession
    var shifts = [Interval](repeating: .zero, count: traffic.sessions.count)
    var visitors = [Int32](repeating: 0, count: traffic.visitorCount)
    var dayOfVisitor = [Int32](repeating: -1, count: traffic.visitorCount)
    for (index, day) in found.enumerated() {
      for piece in day.pieces {
        let shift = offset + -Interval.days(Int64(piece.number))
        for session in piece.sessions {
          let own = traffic.sessions[session]
          guard piece.within.contains((own.start + shift).milliseconds) else { continue }
          let visitor = Int(own.visitor.index)
          if dayOfVisitor[visitor] != Int32(index) {
            dayOfVisitor[visitor] = Int32(index)
            visitors[visitor] = Int32(days[index].visitorCount)
          }
          dayOfSession[session] = Int32(index)
          placeInDay[session] = Int32(days[index].count)
          shifts[session] = shift
          days[index].add(own, visitor: visitors[visitor], by: shift)
        }
      }
    }
    self.shifts = shifts
  }

  mutating func addPageViews() {
    let hasStays = traffic.brokenStays != nil
    let stays = traffic.stays
    let viewStays = traffic.pageViewStays
    placeOfStay = [Int32](repeating: -1, count: hasStays ? stays.count : 0)
    for (view, session) in traffic.pageViewSessions.enumerated() {
      let session = Int(session.index)
      guard dayOfSession[session] >= 0 else { continue }
      let day = Int(dayOfSession[session])
      var place: Int32?
      if hasStays {
        let stay = Int(viewStays[view].index)
        if placeOfStay[stay] < 0 {
          placeOfStay[stay] = days[day].addStay(
            stays[stay], visitor: days[day].sessions[Int(placeInDay[session])].visitor,
            by: shifts[session])
        }
        place = placeOfStay[stay]
      }
      days[day].addPageView(
        at: traffic.pageViewTimes[view] + shifts[session], session: placeInDay[session],
        stay: place)
    }
  }

  mutating func addHeartbeats() {
    for heartbeat in traffic.heartbeats {
      let session = Int(heartbeat.session.index)
      guard dayOfSession[session] >= 0 else { continue }
      var moved = heartbeat
      moved.time = heartbeat.time + shifts[session]
      moved.since = heartbeat.since + shifts[session]
      moved.session = SessionID(placeInDay[session])
      days[Int(dayOfSession[session])].add(moved)
    }
  }
}
