/// Sessions named by the input that go on after a silence longer than the session timeout.
public struct SilentSessions: Hashable, Sendable {
  /// How many of them there are.
  public var sessions = 0
  /// Of how many sessions.
  public var all = 0
  /// Those of them that are silent for a day and more.
  public var forDays = 0
  /// The longest silence.
  public var longest = Interval.zero

  /// Counts them.
  ///
  /// - Parameter traffic: Sessions, named or derived; derived ones never are silent.
  /// - Complexity: O(stays).
  public init(in traffic: Traffic) {
    all = traffic.sessions.count
    guard let broken = traffic.brokenStays else { return }
    var last = [Int32](repeating: -1, count: all)
    var silence = [Interval](repeating: .zero, count: all)
    for (stay, session) in broken.sessionOfStay.enumerated() {
      let before = last[Int(session)]
      if before >= 0 {
        let gap = broken.stays[stay].start - broken.stays[Int(before)].lastSignOfLife
        silence[Int(session)] = max(silence[Int(session)], gap)
      }
      last[Int(session)] = Int32(stay)
    }
    sessions = silence.count { $0 > .zero }
    forDays = silence.count { $0 >= .days(1) }
    longest = silence.max() ?? .zero
  }
}

extension LogWarning {
  /// What the names that the input gives to sessions give reason to doubt.
  ///
  /// - Parameter traffic: The sessions that count.
  /// - Complexity: O(stays).
  public static func warnings(aboutSessionsOf traffic: Traffic) -> [LogWarning] {
    guard let naming = traffic.naming else { return [] }
    var warnings: [LogWarning] = []
    // One in a hundred is no more than a mistake here and there.
    if naming.shared > 0,
      naming.shared * 100 >= naming.names
        || naming.sharedPageViews * 100 >= traffic.pageViewTimes.count
    {
      warnings.append(.sharedSessionNames(naming))
    }
    if naming.passedOn > 0, naming.passedOn * 20 >= naming.names {
      warnings.append(.passedOnSessionNames(naming))
    }
    let silent = SilentSessions(in: traffic)
    let areMany = silent.sessions * 100 >= silent.all || silent.forDays * 1000 >= silent.all
    if silent.sessions > 0, areMany { warnings.append(.silentSessions(silent)) }
    return warnings
  }

  /// What cutting traffic into pools gives reason to remark.
  ///
  /// - Parameter partition: The pools.
  /// - Complexity: O(1).
  public static func warnings(about partition: TrafficPartition) -> [LogWarning] {
    guard partition.sharedVisitors > 0 else { return [] }
    return [
      .visitorsOfSeveralPools(
        visitors: partition.sharedVisitors, of: partition.visitors,
        sessions: partition.sharedSessions)
    ]
  }
}
