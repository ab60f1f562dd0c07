import NumberPools

extension TrafficSection {
  /// The lines that were read, and why some don't count.
  var section: Section {
    var rows = [LineRow(.linesRead, summary.lines)]
    if summary.unreadable > 0 { rows.append(LineRow(.unreadable, summary.unreadable)) }
    for reason in LogSummary.LeftOut.allCases {
      guard let count = summary.leftOut[reason], count > 0 else { continue }
      rows.append(LineRow(.leftOut(reason), count, remark: .meaning(of: reason)))
    }
    // A line of a table may stand for several page views.
    let isOfLines = pageViewsRead == summary.lines - summary.unreadable - summary.linesLeftOut
    rows.append(
      LineRow(.pageViews, pageViewsRead, remark: .theseCount, isOfLines: isOfLines))
    let table = Table(
      rows,
      [
        .shown(.none, .words) { .words($0.name) },
        .shown(.lines, .count) { .count($0.count) },
        .shown(.share, .share) {
          $0.isOfLines ? .portion($0.count, of: summary.lines) : .blank
        },
        .shown(.none, .words) { $0.remark.map { .words($0) } ?? .blank },
      ])
    return Section(
      title: Title.whatWasRead,
      parts: [.table(table)] + summary.problemParts(showsPersonalData: showsPersonalData))
  }

  /// Lines of one kind.
  private struct LineRow {
    var name: Label
    var count: Int
    var remark: Label?
    var isOfLines: Bool

    init(_ name: Label, _ count: Int, remark: Label? = nil, isOfLines: Bool = true) {
      self.name = name
      self.count = count
      self.remark = remark
      self.isOfLines = isOfLines
    }
  }

  /// The warnings that put every figure in doubt: they stand right below the verdict.
  var doubts: [Part] { warnings.filter(\.isDoubt).map { .warning($0) } }

  /// The warnings that say how to read an answer that is sound.
  var remarks: [Part] { warnings.filter { !$0.isDoubt }.map { .warning($0) } }

  /// How visitors are known, and how that errs; and what the reader took for granted.
  var assumptions: [any Phrase] {
    var assumptions: [any Phrase] = []
    switch summary.visitorBasis {
    case .addressAndAgent: assumptions.append(VisitorAssumption.addressAndBrowser)
    case .identifier: break
    case .address: assumptions.append(VisitorAssumption.address)
    }
    if let evidence, evidence.isDecisive {
      assumptions.append(VisitorAssumption.evidence(evidence))
    } else if summary.leftOut[.bot, default: 0] > 0 {
      assumptions.append(VisitorAssumption.robotsNameThemselves)
    }
    return assumptions + summary.assumptions
  }
}

extension TrafficSection {
  /// What every report begins with for programs.
  func data(peakOf curve: PoolCurve, assumptions: [any Phrase]) -> Record {
    let inOrder = warnings.filter(\.isDoubt) + warnings.filter { !$0.isDoubt }
    return [
      "traffic": .record(record), "peak": .record(curve.peakRecord),
      "warnings": .phrases(inOrder), "assumptions": .phrases(assumptions),
    ]
  }

  /// The `traffic` object of every report.
  var record: Record {
    let reasons = LogSummary.LeftOut.allCases.map { reason in
      (key: reason.rawValue, datum: Datum.count(summary.leftOut[reason, default: 0]))
    }
    var record: Record = [
      "lines": .count(summary.lines),
      "unreadable": .count(summary.unreadable),
      "out_of_order": .count(summary.outOfOrder),
      "left_out": .record(Record(reasons)),
      "page_views": .count(traffic.pageViewTimes.count),
      "visitors": .count(traffic.visitorCount),
      "sessions": .count(traffic.sessions.count),
      "ineligible_sessions": .count(ineligibleSessions),
    ]
    if let evidence {
      record.add("sessions_without_evidence", .count(evidence.sessions))
      record.add("visitors_without_evidence", .count(evidence.visitors))
    }
    if let first = traffic.first, let last = traffic.last {
      record.add("first", .value(.time(first)))
      record.add("last", .value(.time(last)))
    }
    record.add("click_ids", .count(summary.clickIDs))
    record.add("click_ids_of_visitors", .count(summary.clickIDsOfVisitors))
    return record
  }
}

extension PoolCurve {
  /// The `peak` object of every report.
  var peakRecord: Record {
    ["numbers": .count(peak), "at": .value(Value(time: peakTime))]
  }
}

extension LogSummary {
  /// The first rows or lines that can't be understood.
  func problemParts(showsPersonalData: Bool) -> [Part] {
    var parts: [Part] = []
    for problem in problems {
      parts.append(.item(ReadingPhrase.problem(problem)))
      if showsPersonalData { parts.append(.excerpt(problem.excerpt)) }
    }
    if unreadable > problems.count, !problems.isEmpty {
      parts.append(.item(ReadingPhrase.moreProblems(unreadable - problems.count)))
    }
    return parts
  }
}
