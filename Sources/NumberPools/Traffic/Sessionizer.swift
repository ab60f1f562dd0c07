/// Cuts each visitor's page views into sessions.
public struct Sessionizer: Sendable {
  /// The longest gap between two signs of life of one session. A longer one begins a new session.
  public var timeout: Interval

  /// Creates a sessionizer; 30 minutes is what web analytics use.
  public init(timeout: Interval = .minutes(30)) {
    self.timeout = timeout
  }

  /// The sessions of a log, whatever order it is in.
  ///
  /// Where the log names sessions they are taken as they are; one whose page views lie hours apart
  /// stays one session. A session belongs to the group of its first page view. A heartbeat belongs
  /// to the session that is open; where none is, it is without effect.
  ///
  /// - Complexity: O(n) for a log in order, else O(n) to O(n log n).
  public func traffic(from log: PageViewLog) -> Traffic {
    let order = log.orderOfTime()
    var traffic = Traffic()
    traffic.logPositions = order
    if let order {
      traffic.pageViewTimes = order.map { log.times[Int($0)] }
    } else {
      traffic.pageViewTimes = log.times
    }
    traffic.pageViewSessions.reserveCapacity(log.count)
    var cutter = SessionCutter(timeout: timeout, namesSessions: !log.sessions.isEmpty)
    let heartbeats = log.heartbeats.enumerated().sorted {
      ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
    }.map(\.element)
    var next = 0
    for index in 0..<log.count {
      let position = order.map { Int($0[index]) } ?? index
      let time = traffic.pageViewTimes[index]
      // A page view comes before a heartbeat of the same moment.
      while next < heartbeats.count, heartbeats[next].time < time {
        cutter.add(heartbeats[next], to: &traffic)
        next += 1
      }
      cutter.addPageView(
        at: time, visitor: log.visitors[position],
        session: log.sessions.isEmpty ? nil : log.sessions[position],
        group: log.groups.isEmpty ? 0 : log.groups[position], to: &traffic)
    }
    for heartbeat in heartbeats[next...] { cutter.add(heartbeat, to: &traffic) }
    traffic.visitorCount = cutter.visitors.count
    return traffic
  }
}

/// Sessions in the making.
private struct SessionCutter {
  let timeout: Interval
  let namesSessions: Bool
  var visitors = DenseNumbering()
  private var names = DenseNumbering()
  /// For each visitor the session that is open, where they are derived.
  private var current: [Int32] = []

  init(timeout: Interval, namesSessions: Bool) {
    self.timeout = timeout
    self.namesSessions = namesSessions
  }

  mutating func addPageView(
    at time: Timestamp, visitor: VisitorID, session: SessionID?, group: Int32,
    to traffic: inout Traffic
  ) {
    let visitor = visitors.number(of: visitor.index)
    if visitor == current.count { current.append(-1) }
    let open = session.map { names.number(of: $0.index) } ?? Int(current[visitor])
    let continues =
      namesSessions
      ? open < traffic.sessions.count
      : open >= 0 && time - traffic.sessions[open].lastSignOfLife <= timeout
    if continues {
      traffic.sessions[open].lastPageView = time
      traffic.sessions[open].lastSignOfLife = time
      traffic.sessions[open].pageViews += 1
      traffic.pageViewSessions.append(SessionID(Int32(open)))
    } else {
      current[visitor] = Int32(traffic.sessions.count)
      traffic.pageViewSessions.append(SessionID(current[visitor]))
      traffic.sessions.append(
        Session(visitor: VisitorID(Int32(visitor)), start: time, group: group))
    }
  }

  mutating func add(_ heartbeat: PageViewLog.Heartbeat, to traffic: inout Traffic) {
    let session: Int?
    if namesSessions {
      session = heartbeat.session.flatMap { names.known($0.index) }
    } else {
      session = visitors.known(heartbeat.visitor.index).map { Int(current[$0]) }
    }
    guard let session,
      namesSessions || heartbeat.time - traffic.sessions[session].lastSignOfLife <= timeout
    else { return }
    traffic.sessions[session].lastSignOfLife = heartbeat.time
    traffic.heartbeats.append(
      Traffic.Heartbeat(time: heartbeat.time, session: SessionID(Int32(session))))
  }
}

/// Numbers things by first appearance, so that the columns indexed by them are dense and in the
/// order in which they are used.
struct DenseNumbering {
  private var numbers: [Int32] = []
  private(set) var count = 0

  /// The number of a thing known by a non-negative identifier.
  ///
  /// - Complexity: O(1), amortized over the largest identifier.
  mutating func number(of identifier: Int32) -> Int {
    let index = Int(identifier)
    if numbers.count <= index {
      numbers.append(contentsOf: repeatElement(-1, count: max(64, index + 1 - numbers.count)))
    }
    if numbers[index] < 0 {
      numbers[index] = Int32(count)
      count += 1
    }
    return Int(numbers[index])
  }

  /// The number of a thing that has one.
  func known(_ identifier: Int32) -> Int? {
    let index = Int(identifier)
    guard index < numbers.count, numbers[index] >= 0 else { return nil }
    return Int(numbers[index])
  }
}
