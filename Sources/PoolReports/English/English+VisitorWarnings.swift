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
    case .oneVisitor(let affected, let all):
      "\(count(affected)) of \(count(all)) page views are of one and the same visitor: a program"
        + " that watches the site, or many people under one name. If it is a program, leave it out"
        + " with --exclude-address; if people, the answer is too low."
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
