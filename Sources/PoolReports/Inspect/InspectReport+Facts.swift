import NumberPools

extension InspectReport {
  /// What is known of the log as a whole, a line each.
  var factsTable: Table {
    Table(
      facts,
      [
        .shown(.none, .words) { .words($0.name) },
        .shown(.none, .words) { $0.value },
      ])
  }

  private typealias Fact = (name: Label, value: Value)

  private var facts: [Fact] {
    let summary = section.summary
    var facts: [Fact] = []
    func add(_ name: Label, _ phrase: InspectPhrase) { facts.append((name, .words(phrase))) }
    if let span = summary.span { add(.lines, .span(span)) }
    addTraffic(to: &facts)
    if let evidence = section.evidence, evidence.sessions > 0 {
      add(.noBrowsers, .withoutEvidence(evidence))
    }
    add(.outOfOrder, .outOfOrder(summary.outOfOrder))
    add(.clickIDs, .clickIDs(summary.clickIDs, ofVisitors: summary.clickIDsOfVisitors))
    let offsets = summary.offsetsByTime.map(\.minutes)
    if !offsets.isEmpty { add(.clock, .clock(offsets)) }
    facts.append((.visitorIs, .name(summary.visitorBasis.rawValue)))
    if let field = summary.clientField { add(.clientIs, .client(field)) }
    for gap in section.profile.gaps.prefix(5) { add(.gap, .gap(gap)) }
    return facts
  }

  /// What there is to say where there is any traffic.
  private func addTraffic(to facts: inout [Fact]) {
    let traffic = section.traffic
    guard let first = traffic.first, let last = traffic.last else { return }
    let days = section.profile.daysWithTraffic
    facts += [
      (.pageViews, .words(InspectPhrase.spanOfPageViews(from: first, to: last))),
      (
        .sessionsADay,
        .words(InspectPhrase.sessionsADay(traffic.sessions.count / max(1, days), days: days))
      ),
      (
        .numbersInUse,
        .words(
          InspectPhrase.numbersInUse(
            curve.peak, at: curve.peakTime, reuseTimeout: rule.reuseTimeout))
      ),
    ]
  }
}
