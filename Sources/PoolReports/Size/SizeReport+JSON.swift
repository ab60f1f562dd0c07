import NumberPools

extension SizeReport {
  /// The report for programs; the manual lists every key.
  public var json: String {
    var report: JSONValue = [
      "traffic": section.json,
      "peak": study.curve.peakJSON,
      "warnings": section.warningsJSON,
      "assumptions": .array(assumptions.map(JSONValue.string)),
      "target": .string(study.question.target.description),
    ]
    switch study.minimum {
    case .success(let minimum):
      report.append("minimum", row(study.curve, minimum.numbers))
    case .failure(let failure):
      report.append("minimum", .null)
      report.append("minimum_reason", .string(failure.description))
    }
    if !otherReadings.isEmpty { report.append("other_readings", otherReadingsJSON) }
    report.append("neighbours", .array(neighbours.map { row(study.curve, $0) }))
    report.append("timeouts", .array(study.timeouts.map(timeoutJSON)))
    if let window = study.busiestWindow, let quiet = study.withoutBusiestWindow {
      report.append(
        "without_busiest_15_min",
        [
          "from": .string("\(window.from)"), "sessions": .integer(window.sessions),
          "numbers": JSONValue(quiet.numbers), "peak": .integer(quiet.peak),
        ])
    }
    report.append("marginal", .array(marginal.map(marginalJSON)))
    report.append("rules_of_thumb", .array(rules.map(ruleJSON)))
    if let quote {
      report.append("quote", row(study.curve, quote))
      report.append(
        "quote_meets_target", study.meetsTarget(with: quote).map(JSONValue.bool) ?? .null)
    }
    if let cheapest = economics.cheapest(on: study.curve) {
      report.append("least_total_cost", row(study.curve, cheapest))
    }
    if let callsRead {
      report.append("calls_read", callsRead.json)
      report.append("calls", callsJSON)
    }
    report.append("curve", study.curve.json)
    if study.curve.isExpected { report.append("curve_holds_beyond", .bool(false)) }
    if let other = study.otherCurves.first {
      report.append("curve_random", other.json)
      if other.isExpected { report.append("curve_random_holds_beyond", .bool(false)) }
    }
    if !pools.isEmpty {
      report.append("pools", .array(pools.map(poolJSON)))
      report.append("pools_total_numbers", JSONValue(pooledNumbers))
    }
    return report.text
  }

  /// What one size does.
  private func row(_ curve: PoolCurve, _ size: Int) -> JSONValue {
    var row: JSONValue = [
      "numbers": .integer(size),
      "coverage": JSONValue(curve.coverage(at: size)),
      "sessions_covered": .integer(curve.sessionsCovered(at: size)),
      "page_views_refused": .integer(curve.pageViewsRefused(at: size)),
    ]
    if let calls = curve.calls {
      row.append("calls_correct", JSONValue(calls.correct[size]))
      row.append("calls_wrong", JSONValue(calls.wrong(at: size)))
      row.append("calls_unknown", JSONValue(calls.unknown(at: size)))
    }
    for credit in curve.creditByLag {
      row.append(
        "credit_\(credit.lag.shorthand)", JSONValue(credit.curve.correctShare(at: size)))
    }
    if let cost = economics.cost(of: size) {
      row.append("monthly_cost", JSONValue(Double(cost) / 100))
    }
    return row
  }

  /// The answer at one reuse timeout; `numbers` is that under the presence asked for.
  private func timeoutJSON(_ answer: SizeStudy.TimeoutAnswer) -> JSONValue {
    let isTabOpen = study.question.rules.hold.presence == .tabOpen
    return [
      "reuse_timeout_s": JSONValue(Double(answer.reuseTimeout.milliseconds) / 1000),
      "numbers": JSONValue(isTabOpen ? answer.tabOpen : answer.views),
      "numbers_tab_open": JSONValue(answer.tabOpen),
      "numbers_views": JSONValue(answer.views),
    ]
  }

  private func marginalJSON(_ marginal: Marginal) -> JSONValue {
    var value: JSONValue = ["numbers": .integer(marginal.numbers)]
    if let cost = marginal.cost {
      value.append("monthly_cost", JSONValue(Double(cost) / 100))
    }
    value.append("sessions_covered_per_month", JSONValue(marginal.sessions))
    if let calls = marginal.calls { value.append("calls_correct_per_month", JSONValue(calls)) }
    if let credit = marginal.credit {
      value.append("credit_15m_per_month", JSONValue(credit))
    }
    return value
  }

  private func ruleJSON(_ rule: RuleOfThumb) -> JSONValue {
    [
      "name": .string(rule.name),
      "numbers": .integer(rule.numbers),
      "source": .string(rule.source),
      "coverage": JSONValue(study.curve.coverage(at: rule.numbers)),
      "credit_15m": JSONValue(
        study.curve.credit(at: Self.usualLag)?.correctShare(at: rule.numbers)),
    ]
  }

  private var callsJSON: JSONValue {
    let causes = study.causes.map { causes in
      JSONValue.object(Cause.allCases.map { ($0.rawValue, JSONValue(causes[$0])) })
    }
    return [
      "judged": JSONValue(study.curve.calls?.calls),
      "causes_at_minimum": causes ?? .null,
    ]
  }

  private func poolJSON(_ pool: Pool) -> JSONValue {
    var value: JSONValue = [
      "name": .string(Privacy.masked(pool.name)),
      "sessions": .integer(pool.curve.sessions),
      "peak": pool.curve.peakJSON,
    ]
    switch pool.minimum {
    case .success(let answer): value.append("minimum", row(pool.curve, answer.numbers))
    case .failure(let failure):
      value.append("minimum", .null)
      value.append("minimum_reason", .string(failure.description))
    }
    return value
  }
}
