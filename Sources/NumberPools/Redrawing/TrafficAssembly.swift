/// Sessions taken from here and there, on their way to become one traffic.
struct TrafficAssembly: Sendable {
  /// How many visitors have been numbered.
  var visitorCount: Int32 = 0
  /// The sessions, numbered in the order of taking.
  private var sessions: [Session] = []
  private var viewTimes: [Timestamp] = []
  private var viewSessions: [Int32] = []
  /// The stay of each page view; empty where each session is one.
  private var viewStays: [Int32] = []
  private var stays: [Session] = []
  private var sessionOfStay: [Int32] = []
  private var heartbeats: [Traffic.Heartbeat] = []

  /// Adds a session whose page views follow.
  ///
  /// - Returns: Its number.
  mutating func add(_ session: Session) -> Int32 {
    sessions.append(session)
    return Int32(sessions.count - 1)
  }

  /// Adds a stay of a session. Either every session has its stays added or none.
  mutating func add(stay: Session, of session: Int32, movedBy shift: Interval) -> Int32 {
    stays.append(stay.moved(by: shift, visitor: sessions[Int(session)].visitor.index))
    sessionOfStay.append(session)
    return Int32(stays.count - 1)
  }

  /// Adds a page view.
  mutating func addPageView(at time: Timestamp, of session: Int32, stay: Int32?) {
    viewTimes.append(time)
    viewSessions.append(session)
    if let stay { viewStays.append(stay) }
  }

  /// Adds a sign of life.
  mutating func add(_ heartbeat: Traffic.Heartbeat, of session: Int32, movedBy shift: Interval) {
    var moved = heartbeat
    moved.time = heartbeat.time + shift
    moved.since = heartbeat.since + shift
    moved.session = SessionID(session)
    heartbeats.append(moved)
  }

  /// The sessions as one traffic, in which they are numbered by first page view.
  ///
  /// - Returns: The traffic, and for each of its sessions the number that it was added under.
  /// - Complexity: O(page views), but for very many at one moment O(n log n).
  func assembled() -> (Traffic, places: [Int32]) {
    var traffic = Traffic()
    let order = StableTimeOrder(of: viewTimes)
    var number = [Int32](repeating: -1, count: sessions.count)
    var places: [Int32] = []
    places.reserveCapacity(sessions.count)
    traffic.sessions.reserveCapacity(sessions.count)
    traffic.pageViewTimes.reserveCapacity(viewTimes.count)
    traffic.pageViewSessions.reserveCapacity(viewTimes.count)
    for place in 0..<order.count {
      let view = order.position(at: place)
      let session = Int(viewSessions[view])
      if number[session] < 0 {
        number[session] = Int32(traffic.sessions.count)
        traffic.sessions.append(sessions[session])
        places.append(Int32(session))
      }
      traffic.pageViewTimes.append(viewTimes[view])
      traffic.pageViewSessions.append(SessionID(number[session]))
    }
    traffic.visitorCount = Int(visitorCount)
    traffic.heartbeats = heartbeats.map { heartbeat in
      var numbered = heartbeat
      numbered.session = SessionID(number[Int(heartbeat.session.index)])
      return numbered
    }.sorted { ($0.time, $0.session.index) < ($1.time, $1.session.index) }
    if !stays.isEmpty { traffic.brokenStays = brokenStays(order, number) }
    return (traffic, places)
  }

  /// The stays in order of their first page views, of the sessions by their new numbers.
  private func brokenStays(_ order: StableTimeOrder, _ number: [Int32]) -> BrokenStays {
    var broken = BrokenStays(Traffic())
    broken.latest = [Int32](repeating: 0, count: sessions.count)
    var newStay = [Int32](repeating: -1, count: stays.count)
    for place in 0..<order.count {
      let stay = Int(viewStays[order.position(at: place)])
      if newStay[stay] < 0 {
        newStay[stay] = Int32(broken.stays.count)
        let session = number[Int(sessionOfStay[stay])]
        broken.stays.append(stays[stay])
        broken.sessionOfStay.append(session)
        broken.latest[Int(session)] = newStay[stay]
      }
      broken.pageViewStays.append(SessionID(newStay[stay]))
    }
    return broken
  }
}
