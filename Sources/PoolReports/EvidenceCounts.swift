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

  /// What leaving them out takes for granted.
  var sentence: String {
    "Only browsers run the script that asks for a number, and they fetch what pages are made of: a"
      + " visitor who never fetched a style sheet, script, image or icon, and is left out for that"
      + " (\(Figures.count(sessions, "session")) of \(Figures.count(visitors, "visitor"))), is no"
      + " browser. Browsers that kept all of these files from before the log begins are left out"
      + " too, which makes the answer come out too low; robots that fetch them count."
  }

  /// What is beside the sessions that count, as a row of `inspect` says it.
  var remark: String {
    let those = "\(Figures.count(sessions, "session")) of \(Figures.count(visitors, "visitor"))"
    return "\(those), \(isDecisive ? "left out" : "counted")"
  }
}
