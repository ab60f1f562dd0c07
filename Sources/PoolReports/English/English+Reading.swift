import NumberPools

/// What was read, and what of it counts.
extension English {
  func words(_ phrase: ReadingPhrase) -> String {
    switch phrase {
    case .read(let read): words(read)
    case .options(let options): options.isEmpty ? "None." : words(options) + "."
    case .moreInFull: "--full has the rest: more tables, and which lines count."
    case .callsLeftOut(let reason, let calls):
      "\(count(calls, .call)) left out: \(meaning(of: reason))."
    case .volume(let volume):
      "\(count(volume.calls, .call)) that \(volume.calls == 1 ? "names" : "name") nobody known tell how"
        + " many come (\(decimal(volume.perDay)) a day, most from \(twoDigits(volume.busiestHour)):00"
        + (volume.medianDuration.map { "; half of them last \(length(whole($0))) or longer" } ?? "")
        + "), not whose they are. For that, export with each call a session_id, a visitor_id, a"
        + " ClientID, or the click id that its visitor came by."
    case .rowsLeftOut(let reason, let rows):
      "\(count(rows, .row)) left out: \(meaning(of: reason))."
    case .unreadableRows(let rows, let all):
      "\(count(rows, .row)) of \(count(all)) can't be understood:"
    case .problem(let problem):
      "\(Privacy.printable(problem.file)), line \(count(problem.line)): \(problem.reason)."
    case .moreProblems(let lines): "and \(count(lines)) more."
    }
  }

  private func words(_ read: Read) -> String {
    var sentence = "Read: \(count(read.lines, .line))"
    if let span = read.span {
      sentence +=
        "; \(count(read.pageViews, .pageView)) of \(count(read.visitors, .visitor))"
        + " (\(name(of: read.basis))) count, from \(time(span.lowerBound)) to"
        + " \(time(span.upperBound))" + (clock == .zero ? "" : " (\(zone))")
    } else {
      sentence += ", of which no page view counts"
    }
    if read.ineligible > 0 {
      sentence += "; \(count(read.ineligible)) are of sessions that get no number"
    }
    if !read.leftOut.isEmpty {
      let reasons = read.leftOut.map { "\(count($0.lines)) \(name(of: $0.reason))" }
      sentence += "; left out: " + reasons.joined(separator: ", ")
      if read.others > 0 { sentence += ", \(count(read.others)) others" }
    }
    if read.unreadable > 0 { sentence += "; \(count(read.unreadable)) can't be understood" }
    return sentence + "."
  }

  private func name(of basis: LogSummary.VisitorBasis) -> String {
    switch basis {
    case .identifier: "by their ids"
    case .addressAndAgent: "address and browser"
    case .address: "addresses"
    }
  }

  private func words(_ options: [ReportRun.Option]) -> String {
    options.map { option in
      option.isSwitch
        ? "\(option.isGiven ? "" : "no ")\(option.name)"
        : "\(option.name) \(option.value.map(quoted) ?? "(none)")"
    }.joined(separator: ", ")
  }

  private func quoted(_ value: String) -> String {
    value.contains(" ") ? "'\(value)'" : value
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
