import NumberPools

extension ReplayReport: Report {
  /// What the pool would have done.
  public var document: Document {
    if let reason = section.noAnswer {
      return Document(
        sections: [
          Section(parts: [.verdict(reason)] + section.doubts + section.remarks), section.section,
        ] + (section.run?.sections ?? []), data: data, clock: section.clock)
    }
    let verdict = ReplayPhrase.verdict(
      numbers: numbers, covered: outcome.sessionsCovered,
      sessions: section.traffic.sessions.count,
      correct: calls.count { $0.attribution == .correct }, calls: calls.count)
    let refused = ReplayPhrase.refused(outcome.pageViewsRefused, peak: curve.peak)
    let taken = assumptions + [RuleAssumption.zone]
    return Document(
      sections: [
        Section(
          parts: section.doubts + [.verdict(verdict), .finding(refused)] + section.remarks
            + [section.readPart])
      ] + callsSections + creditSections + hoursSections.map(\.asDetail) + refusalSections
        + useSections + [
          section.section.asDetail,
          Section(title: Title.takenForGranted, parts: taken.map { .assumption($0) }),
        ] + (section.run?.sections ?? []) + [
          Section(parts: [.note(ReadingPhrase.moreInFull)], isShortOnly: true)
        ], data: data, clock: section.clock)
  }

  private var data: Record {
    var data = section.data(peakOf: curve, assumptions: assumptions)
    data.add("numbers", .count(numbers))
    data.add("sessions_covered", .count(outcome.sessionsCovered))
    data.add(
      "coverage",
      .value(.share(Double(outcome.sessionsCovered), of: section.traffic.sessions.count)))
    data.add("page_views_refused", .count(outcome.pageViewsRefused))
    data.add(
      "credit_by_lag",
      .record(
        Record(
          creditByLag.map {
            (key: $0.lag.shorthand, datum: .value(.share(Double($0.correct), of: $0.calls)))
          })))
    addCalls(to: &data)
    data.add("hours_of_week", .rows(hoursTable))
    data.add("use", .rows(useTable(of: Array(use.indices))))
    return data
  }

  /// What the report takes for granted.
  private var assumptions: [any Phrase] {
    section.assumptions + [seed.map { RuleAssumption.draw(seed: $0) }].compactMap { $0 }
  }

  private var creditSections: [Section] {
    guard !creditByLag.isEmpty else { return [] }
    let table = Table(
      creditByLag,
      [
        .shown(.lagOfCall, .interval) { .interval($0.lag) },
        .shown(.creditedRightly, .share) { .share(Double($0.correct), of: $0.calls) },
      ])
    return [Section(title: Title.creditOfOneSize, parts: [.table(table)])]
  }
}
