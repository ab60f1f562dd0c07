/// The sessions of some traffic as shapes: what follows on the first page view, whenever that is.
struct SessionShapes: Sendable {
  private let traffic: Traffic
  /// The page views in order of session, then of time, and where each session's begin.
  private var views: [Int32]
  private var starts: [Int]
  /// The heartbeats likewise.
  private var heartbeats: [Int32]
  private var heartbeatStarts: [Int]

  /// Looks at sessions.
  ///
  /// - Complexity: O(page views + heartbeats).
  init(of traffic: Traffic) {
    self.traffic = traffic
    let count = traffic.sessions.count
    (views, starts) = Self.grouped(traffic.pageViewSessions, count)
    (heartbeats, heartbeatStarts) = Self.grouped(traffic.heartbeats.map { $0.session }, count)
  }

  /// Adds a session like one of these that begins at another time, of a visitor of its own.
  ///
  /// - Parameters:
  ///   - session: Which.
  ///   - start: When its first page view is.
  ///   - assembly: What it is added to.
  /// - Complexity: O(page views of the session).
  func add(_ session: Int, at start: Timestamp, to assembly: inout TrafficAssembly) {
    let shape = traffic.sessions[session]
    let shift = start - shape.start
    let number = assembly.add(shape.moved(by: shift, visitor: assembly.visitorCount))
    assembly.visitorCount += 1
    let hasStays = traffic.brokenStays != nil
    var known: (old: Int32, new: Int32)?
    for view in views[starts[session]..<starts[session + 1]] {
      let view = Int(view)
      if hasStays {
        let stay = traffic.pageViewStays[view].index
        if known?.old != stay {
          let place = assembly.add(
            stay: traffic.stays[Int(stay)], of: number, movedBy: shift)
          known = (stay, place)
        }
      }
      assembly.addPageView(
        at: traffic.pageViewTimes[view] + shift, of: number, stay: known?.new)
    }
    for heartbeat in heartbeats[heartbeatStarts[session]..<heartbeatStarts[session + 1]] {
      assembly.add(traffic.heartbeats[Int(heartbeat)], of: number, movedBy: shift)
    }
  }

  private static func grouped(_ sessions: [SessionID], _ count: Int) -> ([Int32], [Int]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for session in sessions { starts[Int(session.index) + 1] += 1 }
    for session in 0..<count { starts[session + 1] += starts[session] }
    var next = starts
    var places = [Int32](repeating: 0, count: sessions.count)
    for (index, session) in sessions.enumerated() {
      places[next[Int(session.index)]] = Int32(index)
      next[Int(session.index)] += 1
    }
    return (places, starts)
  }
}
