import NumberPools

/// What was read, and what of it counts.
extension English {
  func words(_ phrase: ReadingPhrase) -> String {
    switch phrase {
    case .callsLeftOut(let reason, let calls):
      "\(count(calls, .call)) left out: \(meaning(of: reason))."
    case .rowsLeftOut(let reason, let rows):
      "\(count(rows, .row)) left out: \(meaning(of: reason))."
    case .unreadableRows(let rows, let all):
      "\(count(rows, .row)) of \(count(all)) can't be understood:"
    case .problem(let problem):
      "\(Privacy.printable(problem.file)), line \(count(problem.line)): \(problem.reason)."
    case .moreProblems(let lines): "and \(count(lines)) more."
    }
  }

  private func meaning(of reason: CallExclusion) -> String {
    switch reason {
    case .noTruth: "they name neither a session nor a visitor"
    case .unknownTruth: "they name a session or a visitor that the traffic doesn't have"
    case .sharedName: "several visitors have a session of the name that they give"
    case .beforeFirstPageView: "they come before the first page view of who called"
    case .ineligible: "their sessions aren't eligible for a number"
    }
  }

  /// Why lines are left out, in the words of a table.
  func name(of reason: LogSummary.LeftOut) -> String {
    switch reason {
    case .total: "totals"
    case .loopback: "loopback"
    case .serverItself: "server itself"
    case .bot: "bots"
    case .emptyRequest: "empty requests"
    case .noVisitor: "no visitor"
    case .post: "data sent"
    case .otherMethod: "other methods"
    case .asset: "assets"
    case .error: "errors"
    case .redirect: "redirects"
    case .notPageView: "signs of life"
    case .excludedAddress: "excluded addresses"
    case .excludedPath: "excluded paths"
    case .noEvidence: "no evidence"
    case .notIncomingCall: "no incoming calls"
    case .repeated: "repeated"
    }
  }

  /// What that means.
  func meaning(of reason: LogSummary.LeftOut) -> String {
    switch reason {
    case .total: "rows that sum up others"
    case .loopback: "from this very machine"
    case .serverItself: "the server fetching its own assets"
    case .bot: "by their own account, or without a name"
    case .emptyRequest: "no method and address"
    case .noVisitor: "nothing says whose they are"
    case .post: "POST"
    case .otherMethod: "HEAD, OPTIONS and others"
    case .asset: "files that aren't pages"
    case .error: "status 400 and above"
    case .redirect: "the page follows on another line"
    case .notPageView: "and other events on a page already shown"
    case .excludedAddress: "--exclude-address"
    case .excludedPath: "--exclude-path"
    case .noEvidence: "of a browser: no style sheet, script, image"
    case .notIncomingCall: "calls made, and legs of other calls"
    case .repeated: "the same record as on another line"
    }
  }

  /// Another way to read the input, with the option that does it.
  func words(_ way: ReadingWay) -> String {
    switch way {
    case .everybody: "all but robots by name (--evidence none)"
    case .browsersOnly: "browsers only (--evidence assets)"
    case .week(let name): "--week \(name)"
    }
  }
}
