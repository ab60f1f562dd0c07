import NumberPools

extension InspectReport: Report {
  /// What is in the log.
  public var document: Document {
    let traffic = section.traffic
    let counts = InspectPhrase.verdict(
      sessions: traffic.sessions.count, visitors: traffic.visitorCount,
      pageViews: traffic.pageViewTimes.count, lines: section.summary.lines)
    let reason = section.noAnswer
    let verdict: any Phrase = if case .some(let reason) = reason { reason } else { counts }
    var sections = [
      Section(
        parts: (reason == nil
          ? section.doubts + [.verdict(verdict)] : [.verdict(verdict)] + section.doubts)
          + section.remarks),
      Section(title: Title.log, parts: [.table(factsTable)]),
      section.section,
    ]
    if !touches.isEmpty, !traffic.sessions.isEmpty {
      sections += [
        Section(title: Title.channels, parts: [.table(table(of: channels, .channel))]),
        Section(title: Title.sources, parts: [.table(table(of: listedSources, .sourceAndMedium))]),
        Section(title: Title.busiestMinutes, parts: [.table(minutesTable(5))]),
      ]
    }
    return Document(
      sections: sections + (section.run?.sections ?? []), data: data, clock: section.clock)
  }

  private var data: Record {
    let summary = section.summary
    let profile = section.profile
    var data = section.data(peakOf: curve, assumptions: section.assumptions)
    data.add(
      "client_field",
      summary.clientField.map { .words(InspectPhrase.client($0)) } ?? .value(.unknown))
    data.add("problems", .rows(Table(summary.problems, Self.problemColumns)))
    data.add("gaps", .rows(Table(profile.gaps, Self.gapColumns)))
    data.add("channels", .rows(table(of: channels, .channel)))
    data.add("sources", .rows(table(of: sources, .sourceAndMedium)))
    data.add("busiest_minutes", .rows(minutesTable(nil)))
    data.add("days_with_traffic", .count(profile.daysWithTraffic))
    data.add(
      "utc_offsets",
      .values(
        summary.offsetsByTime.map { .name(Language.english.wording.offset($0.minutes)) }))
    return data
  }

  private static var problemColumns: [Column<LogSummary.Problem>] {
    [
      .data("file", .words) { .name($0.file) },
      .data("line", .count) { .count($0.line) },
      .data("reason", .words) { .name($0.reason) },
    ]
  }

  private static var gapColumns: [Column<ClosedRange<Timestamp>>] {
    [
      .data("from", .time) { .time($0.lowerBound) },
      .data("until", .time) { .time($0.upperBound) },
    ]
  }

  /// Sessions by how they came.
  private func table(of origins: [Origin], _ heading: Heading) -> Table {
    Table(
      origins,
      [
        Column("name", heading, .words) { $0.name },
        Column("sessions", .sessions, .count) { .count($0.sessions) },
        .shown(.share, .share) { .portion($0.sessions, of: touches.count) },
        Column("paid", .paid, .count) { .count($0.paid) },
      ])
  }

  /// The sources with most sessions, and the others as one.
  private var listedSources: [Origin] {
    let sources = sources
    let rest = sources.dropFirst(Self.listed)
    guard !rest.isEmpty else { return sources }
    return sources.prefix(Self.listed) + [
      Origin(
        name: .words(Label.others(rest.count)), sessions: rest.reduce(0) { $0 + $1.sessions },
        paid: rest.reduce(0) { $0 + $1.paid })
    ]
  }

  /// The minutes in which most sessions begin: so many, or all that are known.
  private func minutesTable(_ count: Int?) -> Table {
    let minutes = section.profile.busiestMinutes
    return Table(
      Array(minutes.prefix(count ?? minutes.count)),
      [
        Column("minute", .minute, .time) { .time($0.minute) },
        Column("sessions", .sessionsBegun, .count) { .count($0.sessions) },
      ])
  }
}
