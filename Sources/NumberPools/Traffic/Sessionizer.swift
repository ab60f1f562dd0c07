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
  /// Where the log names sessions, they are the page views of one name; one whose page views lie
  /// hours apart stays one session of several ``Traffic/stays``. Where visitors share a name,
  /// ``SessionNaming`` says what is made of it. A heartbeat belongs to the stay that is open; where
  /// none is, it is without effect.
  ///
  /// - Complexity: O(n) for a log in order, else O(n) to O(n log n).
  public func traffic(from log: PageViewLog) -> Traffic { sessions(of: log).traffic }

  /// The same, and for each page view its position in the log; `nil` when the log was in order.
  package func sessions(of log: PageViewLog) -> (traffic: Traffic, positions: [Int32]?) {
    let order = log.orderOfTime()
    let names = SessionNames(of: log, inOrder: order, timeout: timeout)
    var traffic = Traffic()
    traffic.naming = names?.naming
    if let order {
      traffic.pageViewTimes = order.map { log.times[Int($0)] }
      if !log.groups.isEmpty { traffic.pageViewGroups = order.map { log.groups[Int($0)] } }
    } else {
      traffic.pageViewTimes = log.times
      traffic.pageViewGroups = log.groups
    }
    traffic.pageViewSessions.reserveCapacity(log.count)
    var cutter = SessionCutter(timeout: timeout, names: names)
    let heartbeats = log.heartbeats.enumerated().sorted {
      ($0.element.since, $0.offset) < ($1.element.since, $1.offset)
    }.map { $0.element }
    var next = 0
    for index in 0..<log.count {
      let position = order.map { Int($0[index]) } ?? index
      let time = traffic.pageViewTimes[index]
      // A page view comes before a heartbeat of the same moment.
      while next < heartbeats.count, heartbeats[next].since < time {
        cutter.add(heartbeats[next], to: &traffic)
        next += 1
      }
      cutter.addPageView(
        at: time, visitor: log.visitors[position],
        session: log.sessions.isEmpty ? nil : log.sessions[position], to: &traffic)
    }
    for heartbeat in heartbeats[next...] { cutter.add(heartbeat, to: &traffic) }
    traffic.visitorCount = cutter.visitors.count
    traffic.orderHeartbeats()
    return (traffic, order)
  }
}

extension Traffic {
  /// Puts heartbeats in order of time, in which those that reach back may not have been found.
  fileprivate mutating func orderHeartbeats() {
    if zip(heartbeats, heartbeats.dropFirst()).allSatisfy({ $0.time <= $1.time }) { return }
    heartbeats = heartbeats.enumerated().sorted {
      ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
    }.map { $0.element }
  }
}

/// Sessions in the making.
private struct SessionCutter {
  let timeout: Interval
  var visitors = DenseNumbering()
  /// What sessions are known by where they are named.
  private var names: SessionNames?
  private var numbers = DenseNumbering()
  /// For each visitor the session that is open, where they are derived.
  private var current: [Int32] = []
  /// For each session the pool of its latest page view, where there are several.
  private var groups: [Int32] = []

  init(timeout: Interval, names: SessionNames?) {
    self.timeout = timeout
    self.names = names
  }

  mutating func addPageView(
    at time: Timestamp, visitor name: VisitorID, session: SessionID?, to traffic: inout Traffic
  ) {
    let visitor = visitors.number(of: name.index)
    if visitor == current.count { current.append(-1) }
    var known = Int(current[visitor])
    if let session, names != nil {
      known = numbers.number(of: names?.key(of: session, visitor: name) ?? session.index)
      if known == traffic.sessions.count { known = -1 }
    } else if known >= 0, time - traffic.sessions[known].lastSignOfLife > timeout {
      known = -1
    }
    if known >= 0 {
      traffic.addPageView(to: known, at: time, timeout: timeout)
    } else {
      known = traffic.sessions.count
      current[visitor] = Int32(known)
      traffic.brokenStays?.begin(of: known, visitor: VisitorID(Int32(visitor)), at: time)
      traffic.pageViewSessions.append(SessionID(Int32(known)))
      traffic.sessions.append(Session(visitor: VisitorID(Int32(visitor)), start: time))
    }
    guard !traffic.pageViewGroups.isEmpty else { return }
    let group = traffic.pageViewGroups[traffic.pageViewSessions.count - 1]
    if known == groups.count { groups.append(group) } else { groups[known] = group }
  }

  mutating func add(_ heartbeat: PageViewLog.Heartbeat, to traffic: inout Traffic) {
    var session: Int?
    if names != nil {
      let key = heartbeat.session.flatMap { names?.knownKey(of: $0, visitor: heartbeat.visitor) }
      session = key.flatMap { numbers.known($0) }
    } else {
      session = visitors.known(heartbeat.visitor.index).map { Int(current[$0]) }
    }
    guard let session,
      heartbeat.since - traffic.sessions[session].lastSignOfLife <= timeout
    else { return }
    traffic.noteLife(of: session, until: heartbeat.time, isEnd: heartbeat.since < heartbeat.time)
    traffic.heartbeats.append(
      Traffic.Heartbeat(
        time: heartbeat.time, since: heartbeat.since, session: SessionID(Int32(session)),
        group: groups.isEmpty ? 0 : heartbeat.group ?? groups[session]))
  }
}

extension Traffic {
  /// Adds a page view to a session that has some.
  fileprivate mutating func addPageView(to session: Int, at time: Timestamp, timeout: Interval) {
    if time - sessions[session].lastSignOfLife > timeout {
      // Only the first such silence makes stays differ from sessions.
      if brokenStays == nil { brokenStays = BrokenStays(self) }
      brokenStays?.begin(of: session, visitor: sessions[session].visitor, at: time)
    } else {
      brokenStays?.addPageView(to: session, at: time)
    }
    sessions[session].addPageView(at: time)
    pageViewSessions.append(SessionID(Int32(session)))
  }

  /// Lengthens a session; of one of which only beginning and end are told this is the end.
  fileprivate mutating func noteLife(of session: Int, until time: Timestamp, isEnd: Bool) {
    sessions[session].noteLife(until: time, isEnd: isEnd)
    brokenStays?.noteLife(of: session, until: time, isEnd: isEnd)
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
