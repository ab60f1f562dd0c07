public import NumberPools

/// What every report says first of its input: what was read, and what of it counts.
public struct TrafficSection: Sendable {
  /// What was found in the files.
  public var summary: LogSummary
  /// The page views that were found, of eligible sessions or not.
  public var pageViewsRead: Int
  /// The sessions that count.
  public var traffic: Traffic
  /// Their shape over time.
  public var profile: TrafficProfile
  /// Sessions that were set aside because they aren't eligible for a number.
  public var ineligibleSessions: Int
  /// Reasons to read the answer with care.
  public var warnings: [LogWarning]
  /// Whether lines that can't be read may be shown.
  public var showsPersonalData: Bool
  /// Whether the input names sessions, so that none are derived.
  public var namesSessions: Bool
  /// What the log says of who is a browser; `nil` where it says nothing.
  public var evidence: EvidenceCounts?

  /// Creates the section.
  public init(
    summary: LogSummary, pageViewsRead: Int, traffic: Traffic, profile: TrafficProfile,
    ineligibleSessions: Int = 0,
    warnings: [LogWarning] = [], showsPersonalData: Bool = false, namesSessions: Bool = false
  ) {
    self.summary = summary
    self.pageViewsRead = pageViewsRead
    self.traffic = traffic
    self.profile = profile
    self.ineligibleSessions = ineligibleSessions
    self.warnings = warnings
    self.showsPersonalData = showsPersonalData
    self.namesSessions = namesSessions
  }
}

extension TrafficSection {
  /// The lines that were read, and why some don't count.
  func write(to page: inout TextPage) {
    var table = TextTable(["", "lines", "share", ""], words: [0, 3])
    func row(_ name: String, _ count: Int, _ remark: String = "", isOfLines: Bool = true) {
      let share = isOfLines ? Figures.share(count, of: summary.lines) : ""
      table.add([name, Figures.count(count), share, remark])
    }
    row("read", summary.lines)
    if summary.unreadable > 0 { row("unreadable", summary.unreadable) }
    for reason in LogSummary.LeftOut.allCases {
      guard let count = summary.leftOut[reason], count > 0 else { continue }
      row(reason.name, count, reason.remark)
    }
    // A line of a table may stand for several page views.
    let isOfLines = pageViewsRead == summary.lines - summary.unreadable - summary.linesLeftOut
    row("page views", pageViewsRead, "these count", isOfLines: isOfLines)
    page.add(title: "What was read")
    page.add(table)
    summary.writeProblems(to: &page, showsPersonalData: showsPersonalData)
  }

  /// The warnings that put every figure in doubt: they stand right below the headline.
  func writeDoubts(to page: inout TextPage) {
    writeWarnings(to: &page) { $0.isDoubt }
  }

  /// The warnings that say how to read an answer that is sound.
  func writeRemarks(to page: inout TextPage) {
    writeWarnings(to: &page) { !$0.isDoubt }
  }

  private func writeWarnings(to page: inout TextPage, where isWritten: (LogWarning) -> Bool) {
    for warning in warnings where isWritten(warning) {
      page.add(remark: warning.sentence, label: "Warning")
    }
  }

  /// How visitors are known, and how that errs.
  var assumptions: [String] {
    var sentences: [String] = []
    switch summary.visitorBasis {
    case .addressAndAgent:
      sentences.append(
        "A visitor is an address together with a browser. People who share both count as one,"
          + " which makes the peak come out too low; a person with several addresses or"
          + " browsers counts as several, which makes it come out too high.")
    case .identifier:
      break
    case .address:
      sentences.append(
        "A visitor is an address. People who share one count as one, which makes the peak come"
          + " out too low.")
    }
    if let evidence, evidence.isDecisive {
      sentences.append(evidence.sentence)
    } else if summary.leftOut[.bot, default: 0] > 0 {
      sentences.append(
        "Robots are known by the names that they give themselves. A script that calls itself a"
          + " browser counts as a visitor, which makes the peak come out too high.")
    }
    return sentences + summary.assumptions
  }
}

extension LogSummary.LeftOut {
  /// The reason in the words of a table.
  var name: String {
    switch self {
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

  /// What the reason means.
  var remark: String {
    switch self {
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
}
