/// How long after their last page view people call.
public struct CallDelays: Hashable, Sendable {
  /// The delays, shortest first.
  public let sorted: [Interval]

  /// Measures calls.
  ///
  /// - Parameters:
  ///   - calls: Calls whose sessions are known, each at or after the beginning of its session.
  ///   - traffic: The sessions.
  /// - Complexity: O(page views + calls x log(calls)).
  public init(of calls: [Call], in traffic: Traffic) {
    var callsOfSession: [Int32: [Int]] = [:]
    for (index, call) in calls.enumerated() {
      callsOfSession[call.session.index, default: []].append(index)
    }
    var latest = calls.map { traffic.sessions[Int($0.session.index)].start }
    if !callsOfSession.isEmpty {
      for (time, session) in zip(traffic.pageViewTimes, traffic.pageViewSessions) {
        for call in callsOfSession[session.index, default: []] where time <= calls[call].time {
          latest[call] = max(latest[call], time)
        }
      }
    }
    sorted = zip(calls, latest).map { $0.time - $1 }.sorted()
  }

  /// The middle one, of two the shorter; `nil` without calls.
  public var median: Interval? { sorted.isEmpty ? nil : sorted[(sorted.count - 1) / 2] }

  /// How many are so long at most.
  ///
  /// - Complexity: O(log(calls)).
  public func count(within delay: Interval) -> Int {
    sorted.partitioningIndex { $0 > delay }
  }
}
