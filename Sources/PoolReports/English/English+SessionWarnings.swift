import NumberPools

extension English {
  /// The sentences of warnings about sessions and pools; empty for the others.
  func wordsOnSessions(_ warning: LogWarning) -> String? {
    switch warning {
    case .sharedSessionNames(let naming):
      "Of \(count(naming.names, .sessionName)) \(count(naming.shared)) belong to"
        + " several visitors, up to \(count(naming.mostVisitors)), with"
        + " \(count(naming.sharedPageViews, .pageView)): such a name was taken for a"
        + " session of each of them. If they are one person under changing names, the peak is too"
        + " high: leave out the column of visitors."
    case .passedOnSessionNames(let naming):
      "Of \(count(naming.names, .sessionName)) \(count(naming.passedOn)) pass"
        + " from one visitor to another, as when somebody logs in, and count as one session each. If"
        + " the visitors are different people, the peak is too low."
    case .silentSessions(let silent):
      "Of \(count(silent.all, .session)) \(count(silent.sessions)) go on after a"
        + " silence that ends a session, the longest after \(silence(silent.longest)):"
        + " their numbers are given back in between, but each counts once, so coverage is too high"
        + " if the names are of visitors. Then add --column visitor_id= and the name of that"
        + " column, and sessions are derived."
    case .visitorsOfSeveralPools(let visitors, let all, let sessions):
      "Of \(count(all, .visitor)) \(count(visitors)) view pages of several pools,"
        + " in \(count(sessions, .session)) without leaving. Each of these pools has to"
        + " serve them, so the pools' sessions and numbers add up to more than those of one shared"
        + " pool."
    default: nil
    }
  }
}
