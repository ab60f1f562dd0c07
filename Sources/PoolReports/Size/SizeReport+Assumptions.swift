import NumberPools

extension SizeReport {
  /// Everything that the answer takes for granted.
  var assumptions: [any Phrase] { section.assumptions + ruleAssumptions }

  private var ruleAssumptions: [RuleAssumption] {
    let question = study.question
    let rule = question.rules.hold
    var assumptions: [RuleAssumption] = [
      section.namesSessions
        ? .namedSessions(
          SilentSessions(in: section.traffic), section.traffic.naming, timeout: sessionTimeout)
        : .sessionTimeout(sessionTimeout)
    ]
    if rule.reuseTimeout < sessionTimeout || question.rules.match.hasWindow {
      switch rule.presence {
      case .tabOpen: assumptions.append(.pageStaysOpen)
      case .views: assumptions.append(.onlyPageViews(lost: study.holds.midVisitChanges))
      }
    }
    assumptions += [
      .lastPage(rule.lastPageTime, answer: numbers, withMore: study.withReadingTime),
      .request(question.rules.request), .allocations(question.allocations),
    ]
    if let expected = ([curve] + study.otherCurves).first(where: \.isExpected) {
      assumptions.append(.chances(upTo: expected.largestSize))
    }
    if !curve.creditByLag.isEmpty { assumptions.append(.creditByLag) }
    return assumptions + [.utc]
  }
}
