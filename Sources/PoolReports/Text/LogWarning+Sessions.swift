import NumberPools

extension LogWarning {
  /// The sentences of warnings about sessions and pools; empty for the others.
  var sessionSentence: String {
    switch self {
    case .sharedSessionNames(let naming):
      "Of \(Figures.count(naming.names, "session name")) \(Figures.count(naming.shared)) belong to"
        + " several visitors, up to \(Figures.count(naming.mostVisitors)), with"
        + " \(Figures.count(naming.sharedPageViews, "page view")): such a name was taken for a"
        + " session of each of them. If they are one person under changing names, the peak is too"
        + " high: leave out the column of visitors."
    case .passedOnSessionNames(let naming):
      "Of \(Figures.count(naming.names, "session name")) \(Figures.count(naming.passedOn)) pass"
        + " from one visitor to another, as when somebody logs in, and count as one session each. If"
        + " the visitors are different people, the peak is too low."
    case .silentSessions(let silent):
      "Of \(Figures.count(silent.all, "session")) \(Figures.count(silent.sessions)) go on after a"
        + " silence that ends a session, the longest after \(Figures.silence(silent.longest)):"
        + " their numbers are given back in between, but each counts once, so coverage is too high"
        + " if the names are of visitors. Then add --column visitor_id= and the name of that"
        + " column, and sessions are derived."
    case .visitorsOfSeveralPools(let visitors, let all, let sessions):
      "Of \(Figures.count(all, "visitor")) \(Figures.count(visitors)) view pages of several pools,"
        + " in \(Figures.count(sessions, "session")) without leaving. Each of these pools has to"
        + " serve them, so the pools' sessions and numbers add up to more than those of one shared"
        + " pool."
    default: ""
    }
  }
}

extension Figures {
  /// A silence, in days where it lasts for one.
  static func silence(_ length: Interval) -> String {
    length < .days(1) ? "\(length)" : days(length)
  }
}
