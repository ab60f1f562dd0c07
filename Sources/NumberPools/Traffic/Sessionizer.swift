/// Cuts each visitor's page views into sessions.
public struct Sessionizer: Sendable {
  /// The longest gap between two page views of one session. A longer one begins a new session.
  public var timeout: Interval

  /// Creates a sessionizer; 30 minutes is what web analytics use.
  public init(timeout: Interval = .minutes(30)) {
    self.timeout = timeout
  }

  /// The sessions of a log, whatever order it is in.
  ///
  /// Where the log names sessions they are taken as they are; one whose page views lie hours apart
  /// stays one session. A session belongs to the group of its first page view.
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
    if log.sessions.isEmpty {
      deriveSessions(of: log, order: order, into: &traffic)
    } else {
      adoptSessions(of: log, order: order, into: &traffic)
    }
    return traffic
  }

  private func deriveSessions(of log: PageViewLog, order: [Int32]?, into traffic: inout Traffic) {
    var visitors = DenseNumbering()
    var current: [Int32] = []
    for index in 0..<log.count {
      let position = order.map { Int($0[index]) } ?? index
      let time = traffic.pageViewTimes[index]
      let visitor = visitors.number(of: log.visitors[position].index)
      if visitor == current.count { current.append(-1) }
      let open = Int(current[visitor])
      if open >= 0, time - traffic.sessions[open].lastPageView <= timeout {
        traffic.sessions[open].lastPageView = time
        traffic.sessions[open].pageViews += 1
      } else {
        current[visitor] = Int32(traffic.sessions.count)
        let group = log.groups.isEmpty ? 0 : log.groups[position]
        traffic.sessions.append(
          Session(visitor: VisitorID(Int32(visitor)), start: time, group: group))
      }
      traffic.pageViewSessions.append(SessionID(current[visitor]))
    }
    traffic.visitorCount = visitors.count
  }

  private func adoptSessions(of log: PageViewLog, order: [Int32]?, into traffic: inout Traffic) {
    var visitors = DenseNumbering()
    var sessions = DenseNumbering()
    for index in 0..<log.count {
      let position = order.map { Int($0[index]) } ?? index
      let time = traffic.pageViewTimes[index]
      let session = sessions.number(of: log.sessions[position].index)
      if session == traffic.sessions.count {
        let visitor = visitors.number(of: log.visitors[position].index)
        let group = log.groups.isEmpty ? 0 : log.groups[position]
        traffic.sessions.append(
          Session(visitor: VisitorID(Int32(visitor)), start: time, group: group))
      } else {
        traffic.sessions[session].lastPageView = time
        traffic.sessions[session].pageViews += 1
      }
      traffic.pageViewSessions.append(SessionID(Int32(session)))
    }
    traffic.visitorCount = visitors.count
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
    while numbers.count <= index {
      numbers.append(contentsOf: repeatElement(-1, count: max(64, index + 1 - numbers.count)))
    }
    if numbers[index] < 0 {
      numbers[index] = Int32(count)
      count += 1
    }
    return Int(numbers[index])
  }
}
