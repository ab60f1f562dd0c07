/// The sessions of those who never fetched what browsers fetch to show a page.
public struct EvidenceCounts: Sendable {
  /// Their sessions, eligible or not.
  public var sessions: Int
  /// How many visitors they are.
  public var visitors: Int
  /// All sessions, theirs included.
  public var allSessions: Int
  /// Whether they are left out.
  public var isDecisive: Bool

  /// Creates counts.
  ///
  /// - Parameters:
  ///   - sessions: Sessions of visitors without evidence, eligible or not.
  ///   - visitors: How many visitors they are.
  ///   - allSessions: All sessions, theirs included.
  ///   - isDecisive: Whether they are left out.
  public init(sessions: Int, visitors: Int, allSessions: Int, isDecisive: Bool) {
    self.sessions = sessions
    self.visitors = visitors
    self.allSessions = allSessions
    self.isDecisive = isDecisive
  }
}
