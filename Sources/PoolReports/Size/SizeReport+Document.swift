import NumberPools

extension SizeReport: Report {
  /// How many numbers to rent, and what that rests on.
  public var document: Document {
    var sections = [
      Section(
        parts: [.verdict(verdict)] + forecastParts + section.doubts + otherReadingParts
          + findings.map { .finding($0) } + section.remarks)
    ]
    if curve.sessions > 0 {
      sections +=
        plotSections + [neighboursSection] + creditSections + callsSections + [timeoutsSection]
        + rulesSections
    }
    sections +=
      poolsSections + [
        section.section,
        Section(title: Title.takenForGranted, parts: assumptions.map { .assumption($0) }),
      ]
    return Document(sections: sections, data: data)
  }

  private var data: Record {
    var data = section.data(peakOf: curve, assumptions: assumptions)
    data.add("target", .name(study.question.target.description))
    columns.add(study.minimum, to: &data)
    addForecast(to: &data)
    if !otherReadings.isEmpty { data.add("other_readings", .rows(otherReadingsTable)) }
    data.add("neighbours", .rows(neighboursTable))
    data.add("timeouts", .rows(timeoutsTable))
    if let window = study.busiestWindow, let quiet = study.withoutBusiestWindow {
      data.add(
        "without_busiest_15_min",
        .record([
          "from": .value(.time(window.from)), "sessions": .count(window.sessions),
          "numbers": .count(quiet.numbers), "peak": .count(quiet.peak),
        ]))
    }
    data.add("marginal", .rows(marginalTable))
    data.add("rules_of_thumb", .rows(rulesTable))
    if let quote {
      data.add("quote", .record(columns.record(quote)))
      data.add(
        "quote_meets_target",
        .value(study.meetsTarget(with: quote).map(Value.flag) ?? .unknown))
    }
    if let cheapest = economics.cheapest(on: curve) {
      data.add("least_total_cost", .record(columns.record(cheapest)))
    }
    if let callsRead {
      data.add("calls_read", .record(callsRead.record))
      data.add("calls", .record(callsRecord))
    }
    addCurves(to: &data)
    if !pools.isEmpty {
      data.add("pools", .list(pools.map { .record(record(of: $0)) }))
      data.add("pools_total_numbers", .count(pooledNumbers))
    }
    return data
  }

  private func addCurves(to data: inout Record) {
    data.add("curve", .record(columns.record))
    if curve.isExpected { data.add("curve_holds_beyond", .value(.flag(false))) }
    guard let other = study.otherCurves.first else { return }
    data.add("curve_random", .record(CurveColumns(curve: other, economics: economics).record))
    if other.isExpected { data.add("curve_random_holds_beyond", .value(.flag(false))) }
  }
}

extension CurveColumns {
  /// The answer on the curve, or why there is none.
  func add(_ minimum: Result<MinimumPool, MinimumPool.Failure>, to data: inout Record) {
    switch minimum {
    case .success(let minimum):
      data.add("minimum", .record(record(minimum.numbers)))
    case .failure(let failure):
      data.add("minimum", .value(.unknown))
      data.add("minimum_reason", .words(failure))
    }
  }
}
