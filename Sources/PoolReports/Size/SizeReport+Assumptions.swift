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
    return assumptions + [.zone]
  }

  /// The assumptions: those that matter here, and in a full report all of them.
  var assumptionsSection: Section {
    Section(
      title: Title.takenForGranted,
      parts: section.assumptions.map { .assumption($0) }
        + ruleAssumptions.map { Part(.assumption($0), isDetail: !$0.matters) })
  }
}

extension RuleAssumption {
  /// Whether an answer may depend on it: what is so for everybody, and changes nothing, doesn't.
  var matters: Bool {
    switch self {
    case .sessionTimeout, .creditByLag, .request(.everyPageView): false
    case .lastPage(_, let answer, let withMore): answer != withMore
    default: true
    }
  }
}
