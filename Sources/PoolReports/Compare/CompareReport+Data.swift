import NumberPools

extension CompareReport {
  /// What programs read.
  var data: Record {
    var data: Record = [
      "schema": .count(1), "version": .name(version),
      "options": .record(Record(options.map { (key: $0.name, datum: .name($0.value)) })),
      "traffic": .record(section.record),
      "numbers": .count(comparison.question.numbers),
    ]
    data.add("calls", .record(callsRecord))
    data.add("true_channels", .record(trueChannels))
    data.add("schemes", .list(comparison.results.map { .record(record(of: $0)) }))
    if let money {
      data.add("true_cost_per_campaign_call", .value(Value(mean: money.trueCostPerCall)))
      data.add("unresolved_click_ids", .count(money.unresolvedClicks))
      data.add("wrong_decisions", .list(money.wrongDecisions.map { .record(record(of: $0)) }))
    } else {
      data.add("wrong_decisions", .list([]))
    }
    data.add("assumptions", .phrases(assumptions))
    data.add("warnings", .phrases(warnings))
    return data
  }

  private var callsRecord: Record {
    let judged = LabelLevel.allCases.map {
      (key: $0.name, datum: Datum.count(comparison.judged($0)))
    }
    return [
      "judged": .record(Record(judged)), "no_visit": .count(comparison.callsWithoutVisit),
      "off_site": .count(offSiteCalls),
      "excluded": .record(Record(excluded.map { (key: $0.reason, datum: .count($0.calls)) })),
    ]
  }

  private var trueChannels: Record {
    var record = Self.record(ofChannels: comparison.channels)
    record.add("no_visit", .count(comparison.callsWithoutVisit))
    return record
  }

  private static func record(ofChannels counts: [Int]) -> Record {
    var record = Record([])
    for (channel, count) in zip(Channel.allCases, counts) where count > 0 {
      record.add(channel.rawValue, .count(count))
    }
    return record
  }

  /// The calls by channel as a system without a word for what it doesn't know books them.
  func reportedChannels(_ result: SchemeResult) -> (channels: [Int], unknown: Int) {
    var channels = result.channels
    var unknown = result.callsUnmatched
    if hasOwnDefault {
      unknown += result.callsToDefault
    } else if let direct = Channel.allCases.firstIndex(of: .direct) {
      channels[direct] += result.callsToDefault
    }
    return (channels, unknown)
  }

  private func record(of result: SchemeResult) -> Record {
    var record: Record = [
      "name": .name(result.scheme.rawValue), "numbers_used": .count(result.numbersUsed),
      "numbers_needed": .count(result.numbersNeeded),
    ]
    record.add("keys", ifKnown: result.keys)
    if let spread = result.oneOfN {
      record.add("one_of_n", .record(["median": .count(spread.median), "p95": .count(spread.p95)]))
    } else {
      record.add("one_of_n", .value(.unknown))
    }
    let levels = LabelLevel.allCases.map { level in
      (key: level.name, datum: Datum.record(Self.record(of: result[level])))
    }
    record.add("levels", .record(Record(levels)))
    let reported = reportedChannels(result)
    var channels = Self.record(ofChannels: reported.channels)
    channels.add("unknown", .count(reported.unknown))
    record.add("reported_channels", .record(channels))
    if let right = result.rightWithEveryKey {
      record.add(
        "break_even_lag_s",
        .value(result.breakEvenLag.map { .interval($0) } ?? .unknown))
      let levels = LabelLevel.allCases.filter { $0 != .visitor && $0 != .session }.map { level in
        (key: level.name, datum: Datum.count(right[level.rawValue]))
      }
      record.add("right_with_every_key", .record(Record(levels)))
      record.add("equal_to_pool_at_campaign_level", .count(result.budgetEqualToPool))
    }
    addMoney(of: result.scheme, to: &record)
    return record
  }

  private static func record(of tally: LevelTally) -> Record {
    let causes = SchemeCause.allCases.filter { tally[$0] > 0 }.map { cause in
      (key: cause.name, datum: Datum.count(tally[cause]))
    }
    return [
      "right": .count(tally.right), "wrong": .count(tally.wrong),
      "nothing": .count(tally.nothing), "invented": .count(tally.invented),
      "causes": .record(Record(causes)),
    ]
  }

  private func addMoney(of scheme: Scheme, to record: inout Record) {
    guard let money, let report = money.reports.first(where: { $0.scheme == scheme }) else {
      return
    }
    if let cost = report.costPerCall {
      record.add("cost_per_campaign_call", .value(.mean(cost)))
    }
    if let spend = report.misallocatedSpend {
      record.add("misallocated_spend", .value(.mean(spend)))
    }
    let campaigns = zip(money.campaigns, report.calls).map { campaign, calls in
      Datum.record([
        "source": .value(Value(name: campaign.source)),
        "medium": .value(Value(name: campaign.medium)),
        "campaign": .value(Value(name: campaign.name)),
        "spend": .value(.mean(campaign.spend ?? 0)),
        "true_calls": .count(campaign.calls), "reported_calls": .count(calls),
      ])
    }
    record.add("campaigns", .list(campaigns))
  }

  private func record(of decision: SchemeMoney.WrongDecision) -> Record {
    let names = decision.isOfDearest ? ("looks_worst", "is_worst") : ("looks_best", "is_best")
    var record: Record = ["scheme": .name(decision.scheme.rawValue)]
    record.add(names.0, .value(Value(name: money?.campaigns[decision.looks].name)))
    record.add(names.1, .value(Value(name: money?.campaigns[decision.truly].name)))
    if let cost = decision.reportedCost {
      record.add("reported_cost_per_call", .value(.mean(cost)))
    }
    record.add("true_cost_per_call", .value(.mean(decision.trueCost)))
    return record
  }
}
