public import NumberPools

/// The sessions of a log, as long as it is known which of its page views each is made of.
///
/// This is where page views cross the border to the core: whatever the log alone can tell of a
/// session is asked here, and what goes on is ``traffic``, without the log.
public struct LogSessions: Sendable {
  /// The log.
  public let log: TrafficLog
  /// Its sessions, or some of them.
  public let traffic: Traffic
  /// For each page view of the traffic its position in the log; `nil` where they are the same.
  private let positions: [Int32]?

  /// Makes sessions of a log.
  ///
  /// - Parameters:
  ///   - log: The log.
  ///   - sessionizer: What makes sessions of page views.
  /// - Complexity: That of the sessionizer.
  public init(of log: TrafficLog, by sessionizer: Sessionizer) {
    self.log = log
    (traffic, positions) = sessionizer.sessions(of: log.pageViews)
  }

  private init(of log: TrafficLog, _ traffic: Traffic, positions: [Int32]?) {
    self.log = log
    self.traffic = traffic
    self.positions = positions
  }

  /// Where in the log a page view of the traffic stands.
  ///
  /// - Complexity: O(1).
  func position(ofPageView view: Int) -> Int { positions.map { Int($0[view]) } ?? view }

  /// The sessions that a condition holds for.
  ///
  /// - Parameter isIncluded: Asked once a session, in order.
  /// - Complexity: O(page views).
  public func selecting(where isIncluded: (SessionID, Session) -> Bool) -> LogSessions {
    selected(by: TrafficSelection(of: traffic, where: isIncluded))
  }

  /// The sessions that get a number.
  ///
  /// - Parameter eligibility: Who gets one; by how sessions arrived, unless all do.
  /// - Complexity: O(page views).
  public func selecting(_ eligibility: Eligibility) -> LogSessions {
    selected(by: TrafficSelection(of: traffic, eligibility))
  }

  private func selected(by selection: TrafficSelection) -> LogSessions {
    let kept = selection.pageViews.map { kept in
      positions.map { positions in kept.map { positions[Int($0)] } } ?? kept
    }
    return LogSessions(of: log, selection.traffic, positions: kept ?? positions)
  }

  /// The same sessions, of which it is known how each arrived.
  ///
  /// - Complexity: O(page views + clues x log(clues)).
  public func withTouches() -> LogSessions {
    LogSessions(of: log, traffic.arriving(by: touches()), positions: positions)
  }

  /// For each session whether its visitor fetched what only browsers fetch; `nil` where the input
  /// is no web log and can't tell.
  ///
  /// - Complexity: O(page views).
  public func haveEvidence() -> [Bool]? {
    guard let evidence = log.evidence else { return nil }
    return traffic.firstPageViews().map { view in
      evidence.contains(log.pageViews.visitors[position(ofPageView: view)])
    }
  }

  /// The names that the input gives to the sessions; empty where it gives none.
  ///
  /// - Complexity: O(page views + length of the names).
  public func names() -> [String] {
    guard !log.pageViews.sessions.isEmpty else { return [] }
    return traffic.firstPageViews().map { view in
      let session = log.pageViews.sessions[position(ofPageView: view)]
      return log.sessionNames.text(Int(session.index))
    }
  }
}

extension TrafficLog {
  /// All sessions of the log.
  ///
  /// - Parameter sessionizer: What makes sessions of page views.
  /// - Complexity: That of the sessionizer.
  public func sessions(by sessionizer: Sessionizer) -> LogSessions {
    LogSessions(of: self, by: sessionizer)
  }

  /// The sessions that count: those of browsers, where the log tells who is one, and was asked.
  ///
  /// - Parameter sessionizer: What makes sessions of page views.
  /// - Complexity: That of the sessionizer, and O(page views).
  public func traffic(by sessionizer: Sessionizer) -> Traffic {
    let all = sessions(by: sessionizer)
    guard evidence?.isDecisive == true, let isBrowser = all.haveEvidence() else {
      return all.traffic
    }
    return all.selecting { id, _ in isBrowser[Int(id.index)] }.traffic
  }
}
