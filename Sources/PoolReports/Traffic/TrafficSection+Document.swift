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
    let counted = traffic.pageViewTimes.count
    if counted < pageViewsRead {
      rows.append(
        LineRow(
          .pageViews, pageViewsRead - counted, remark: .ineligible, isOfLines: isOfLines))
    }
    rows.append(LineRow(.pageViews, counted, remark: .theseCount, isOfLines: isOfLines))
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

  /// The same in one sentence.
  var readPart: Part {
    let reasons = summary.leftOut.filter { $0.value > 0 }
      .sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    return .finding(
      ReadingPhrase.read(
        Read(
          lines: summary.lines,
          span: traffic.first.flatMap { first in traffic.last.map { first...$0 } },
          pageViews: traffic.pageViewTimes.count, visitors: traffic.visitorCount,
          basis: summary.visitorBasis,
          leftOut: reasons.prefix(3).map { (reason: $0.key, lines: $0.value) },
          others: reasons.dropFirst(3).reduce(0) { $0 + $1.value },
          unreadable: summary.unreadable,
          ineligible: pageViewsRead - traffic.pageViewTimes.count)))
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

  /// The warnings that put every figure in doubt: they stand before the verdict that they spoil,
  /// but for one that takes its place.
  var doubts: [Part] {
    let isSaid = warnings.first(where: \.leavesNoAnswer)
    return warnings.filter { $0.isDoubt && $0 != isSaid }.map { .warning($0) }
  }

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
    var data = run?.record ?? [:]
    data.add("traffic", .record(record))
    data.add("peak", .record(curve.peakRecord))
    data.add("warnings", .phrases(inOrder))
    data.add("assumptions", .phrases(assumptions))
    return data
  }

  /// The `traffic` object of every report.
  private var record: Record {
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
