extension Workload {
  /// Which sessions count as a site sees them.
  public enum Audience: Sendable {
    /// All, robots too.
    case everybody
    /// All but robots that say so.
    case withoutDeclaredRobots
    /// Persons who see substituted numbers only, and robots that don't say so.
    case swapped

    /// Whether a session counts.
    func admits(_ session: GeneratedSession) -> Bool {
      switch self {
      case .everybody: true
      case .withoutDeclaredRobots: !session.isDeclared
      case .swapped: !session.isDeclared && !session.isNotSwapped
      }
    }
  }

  /// The page views with the sessions and visitors that they belong to, named as they are numbered
  /// here.
  ///
  /// - Parameter audience: Whose.
  /// - Complexity: O(page views).
  public func pageViewLog(of audience: Audience = .withoutDeclaredRobots) -> PageViewLog {
    var log = PageViewLog()
    log.reserveCapacity(pageViewTimes.count)
    for (time, id) in zip(pageViewTimes, pageViewSessions) {
      let session = sessions[Int(id.index)]
      guard audience.admits(session) else { continue }
      log.append(session: id, visitor: VisitorID(session.visitor), at: time)
    }
    return log
  }
}
