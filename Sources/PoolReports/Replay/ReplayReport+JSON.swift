import NumberPools

extension ReplayReport {
  /// The report for programs; the manual lists every key.
  public var json: String {
    let sessions = section.traffic.sessions.count
    var report: JSONValue = [
      "traffic": section.json,
      "peak": curve.peakJSON,
      "warnings": section.warningsJSON,
      "assumptions": .array(assumptions.map(JSONValue.string)),
      "numbers": .integer(numbers),
      "sessions_covered": .integer(outcome.sessionsCovered),
      "coverage": sessions == 0
        ? .null : JSONValue(Double(outcome.sessionsCovered) / Double(sessions)),
      "page_views_refused": .integer(outcome.pageViewsRefused),
      "credit_by_lag": .object(
        creditByLag.map {
          (
            $0.lag.shorthand,
            $0.calls == 0 ? .null : JSONValue(Double($0.correct) / Double($0.calls))
          )
        }),
    ]
    appendCalls(to: &report)
    report.append("hours_of_week", hoursJSON)
    report.append("use", useJSON)
    return report.text
  }

  /// What became of the calls, where there are any.
  private func appendCalls(to report: inout JSONValue) {
    guard let callsRead else { return }
    let attributions = Attribution.allCases.map { attribution in
      (
        attribution.rawValue,
        JSONValue.integer(calls.count { $0.attribution == attribution })
      )
    }
    let causes = Cause.allCases.map { cause in
      (cause.rawValue, JSONValue.integer(calls.count { $0.cause == cause }))
    }
    report.append("calls", .object(attributions))
    report.append("causes", .object(causes))
    let luck = rightByLuck
    report.append("wrong_but_right_visitor", .integer(luck.visitor))
    if let campaign = luck.campaign {
      report.append("wrong_but_right_campaign", .integer(campaign))
    }
    if let channel = luck.channel {
      report.append("wrong_but_right_channel", .integer(channel))
    }
    report.append("calls_read", callsRead.json)
  }

  /// Each hour of the week, from Monday.
  private var hoursJSON: JSONValue {
    .array(
      hours.enumerated().map { index, hour in
        [
          "weekday": .integer(index / 24 + 1), "hour": .integer(index % 24),
          "sessions": .integer(hour.sessions), "sessions_covered": .integer(hour.covered),
          "page_views_refused": .integer(hour.refused), "calls": .integer(hour.calls),
          "calls_correct": .integer(hour.correct),
        ]
      })
  }

  /// What each number was used for.
  private var useJSON: JSONValue {
    .array(
      use.enumerated().map { index, number in
        [
          "number": .integer(index + 1), "loans": .integer(number.loans),
          "held_s": JSONValue(Double(number.held.milliseconds) / 1000),
          "calls": .integer(number.calls),
        ]
      })
  }
}
