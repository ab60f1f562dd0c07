import NumberPools

extension TrafficSection {
  /// The `traffic` object of every report.
  var json: JSONValue {
    let reasons = LogSummary.LeftOut.allCases.map {
      ($0.rawValue, JSONValue.integer(summary.leftOut[$0] ?? 0))
    }
    var value: JSONValue = [
      "lines": .integer(summary.lines),
      "unreadable": .integer(summary.unreadable),
      "out_of_order": .integer(summary.outOfOrder),
      "left_out": .object(reasons),
      "page_views": .integer(traffic.pageViewTimes.count),
      "visitors": .integer(traffic.visitorCount),
      "sessions": .integer(traffic.sessions.count),
      "ineligible_sessions": .integer(ineligibleSessions),
    ]
    if let evidence {
      value.append("sessions_without_evidence", .integer(evidence.sessions))
      value.append("visitors_without_evidence", .integer(evidence.visitors))
    }
    if let first = traffic.first, let last = traffic.last {
      value.append("first", .string(first.description))
      value.append("last", .string(last.description))
    }
    value.append("click_ids", .integer(summary.clickIDs))
    value.append("click_ids_of_visitors", .integer(summary.clickIDsOfVisitors))
    return value
  }

  /// The `warnings` of every report, those that put every figure in doubt first.
  var warningsJSON: JSONValue {
    let sorted = warnings.filter(\.isDoubt) + warnings.filter { !$0.isDoubt }
    return .array(sorted.map { .string($0.sentence) })
  }
}

extension PoolCurve {
  /// The `peak` object of every report.
  var peakJSON: JSONValue {
    ["numbers": .integer(peak), "at": JSONValue(peakTime?.description)]
  }

  /// The `curve` object: columns over pool sizes from 0 to the largest at which a count changes,
  /// whose row holds for every larger size. Past 10,000 only the sizes at which one does. Where
  /// calls are expectations, the sizes that were worked out; the last row claims nothing beyond.
  var json: JSONValue {
    var columns: [(String, (Int) -> Double?)] = [
      ("sessions_covered", { Double(sessionsCovered(at: $0)) }),
      ("page_views_refused", { Double(pageViewsRefused(at: $0)) }),
    ]
    if let calls {
      columns.append(("calls_correct", { calls.correct[$0] }))
      columns.append(("calls_wrong", { calls.wrong(at: $0) }))
      columns.append(("calls_unknown", { calls.unknown(at: $0) }))
    }
    let lagColumns: [(String, (Int) -> Double?)] = creditByLag.map { credit in
      (credit.lag.shorthand, { credit.curve.correct[$0] })
    }
    let all = (columns + lagColumns).map(\.1)
    let sizes = sizes.filter { size in
      isExpected || size <= 10_000 || size == largestSize
        || all.contains { $0(size) != $0(size - 1) }
    }
    func values(_ column: (Int) -> Double?) -> JSONValue {
      .array(sizes.map { .init(column($0)) })
    }
    var value: JSONValue = ["numbers": .array(sizes.map(JSONValue.integer))]
    for (name, column) in columns { value.append(name, values(column)) }
    if !lagColumns.isEmpty {
      value.append("credit_by_lag", .object(lagColumns.map { ($0.0, values($0.1)) }))
    }
    return value
  }
}
