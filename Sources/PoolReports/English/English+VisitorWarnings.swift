import NumberPools

extension English {
  /// What is in doubt about who a web log's visitors are; empty for any other warning.
  func wordsOnVisitors(_ warning: LogWarning) -> String? {
    switch warning {
    case .clientMissing(let affected, let lines):
      "\(count(affected)) of \(count(lines)) lines name no client where its address"
        + " should be: nobody knows whose they are, and they are left out. Have the server write"
        + " the address (%a or $remote_addr), or the figures are too low."
    case .clientIsNoAddress(let affected, let all):
      "\(count(affected)) of \(count(all)) page views have a name where the client's"
        + " address should be. If it isn't the visitor's own machine, visitors merge, and every"
        + " figure is too low: look at 'client is' in numberpool inspect."
    case .oneClient(let affected, let all):
      "\(count(affected)) of \(count(all)) page views come from one and the same"
        + " address: it is a proxy's or a load balancer's, so visitors merge, and every figure is"
        + " too low. Have the server write the visitor's address (X-Forwarded-For, PROXY protocol)."
    case .addressesCut(let affected):
      "All \(count(affected)) addresses end with zero: they were cut for privacy, so"
        + " neighbors with the same browser count as one visitor, and the figures are too low."
    case .manyBrowsers(let addresses, let visitors, let all):
      "\(count(visitors)) of \(count(all, .visitor)) come from"
        + " \(addresses == 1 ? "one address" : "\(count(addresses)) addresses") at which ten or more"
        + " browsers appeared within ten minutes: a robot that changes its name, which makes the"
        + " figures too high, or many people behind one address. --exclude-address leaves one out,"
        + " --visitor ip counts each as one visitor."
    case .noForwardedClient:
      "--client-address forwarded is asked for, and no line names a client in a forwarded-for"
        + " field: the address before the time was taken."
    case .noEvidence(let parts, let lines):
      "Who is a browser can't be told: \(parts == 0 ? "none" : "only \(count(parts))") of"
        + " \(count(lines)) lines fetched a style sheet, script or image. Every program that"
        + " calls itself a browser counts, so many sessions may be robots'. Log those files too, or"
        + " say --evidence none if nobody needs to be told."
    case .withoutEvidence(let sessions, let all):
      "\(count(sessions)) of \(count(all)) sessions are left out: their visitors"
        + " never fetched a style sheet, script or image, so no browser showed them a page. If"
        + " browsers get these files from another server, the answer is too low; --evidence none"
        + " counts everybody."
    default: nil
    }
  }
}

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
