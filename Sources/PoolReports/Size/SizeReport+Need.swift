import NumberPools

extension SizeReport {
  private var need: NeedOverTime { study.need }

  /// A longer table is shown by the stretches that needed most.
  private static let stretchesShown = 14

  /// The stretch that the answer serves worst; `nil` where it serves everybody.
  private var worst: NeedOverTime.Need? {
    need.worst.flatMap { $0.coveredAtAnswer == $0.sessions ? nil : $0 }
  }

  /// What the stretches of the time needed, and what that says of the time to come.
  var needFindings: [PeriodFinding] {
    guard need.stretches.count > 1 else { return [.coming(need.unit, need.carried)] }
    let answers = need.stretches.compactMap(\.numbers)
    let range = answers.min().flatMap { least in answers.max().map { least...$0 } }
    var findings: [PeriodFinding] = [
      .range(need.unit, range, without: need.stretches.count - answers.count)
    ]
    if let worst, let numbers {
      findings.append(.worst(need.unit, worst, answer: numbers))
    }
    return findings + [.coming(need.unit, need.carried)]
  }

  /// The need stretch by stretch, as programs are told it.
  var needTable: Table { table(of: need.stretches) }

  private func table(of stretches: [NeedOverTime.Need]) -> Table {
    let worst = worst
    return Table(
      stretches,
      [
        .shown(.dayFrom, .words) {
          .words(Label.stretch($0.stretch, isWhole: need.isWhole($0)))
        },
        .data("from", .time) { .time($0.stretch.from) },
        .data("until", .time) { .time($0.stretch.until) },
        Column("sessions", .sessions, .count) { .count($0.sessions) },
        Column("peak", .peak, .count) { .count($0.peak) },
        Column("numbers", .needed, .count) { Value(count: $0.numbers) },
        Column("coverage_at_minimum", .servedByAnswer, .share) {
          Value(share: $0.coveredAtAnswer.map(Double.init), of: $0.sessions)
        },
        .shown(.none, .mark) {
          $0 == worst && stretches.count > 1 ? .words(Label.worst) : .blank
        },
      ])
  }

  var needSections: [Section] {
    guard need.stretches.count > 1 else { return [] }
    let title = Title.need(need.unit)
    guard need.stretches.count > Self.stretchesShown else {
      return [Section(title: title, parts: [.table(needTable)])]
    }
    let most = need.stretches.sorted {
      ($1.numbers ?? .max, $0.stretch.from) < ($0.numbers ?? .max, $1.stretch.from)
    }.prefix(Self.stretchesShown)
    return [
      Section(
        title: title,
        parts: [
          .table(table(of: most.sorted { $0.stretch.from < $1.stretch.from })),
          .note(
            PeriodFinding.mostNeeded(
              Self.stretchesShown, of: need.stretches.count, need.unit)),
        ])
    ]
  }

  /// The `need` object.
  var needRecord: Record {
    let carried = need.carried
    return [
      "unit": .name(need.unit.rawValue), "stretches": .rows(needTable),
      "pairs": .count(carried.pairs), "pairs_met": .count(carried.met),
      "most_short": .count(carried.mostShort),
    ]
  }
}

extension SizeReport {
  /// Ways to need fewer numbers, and what they lose.
  var savingsTable: Table {
    var columns: [Column<Saving>] = [
      Column("name", .way, .words) { .words(Label.way($0.way)) },
      Column("numbers", .numbers, .count) { Value(count: $0.numbers) },
    ]
    if economics.monthlyPrice != nil {
      columns.append(
        Column("monthly_cost", .monthlyCost, .money) {
          Value(money: $0.numbers.flatMap(economics.cost))
        })
    }
    columns += [
      .data("eligible_sessions", .count) { .count($0.eligible) },
      Column("sessions_covered", .sessionsServed, .count) { Value(count: $0.covered) },
      Column("credit_1h", .rightAfter(Saving.lag), .count) { Value(mean: $0.credited) },
    ]
    return Table(study.savings, columns)
  }

  var savingsSections: [Section] {
    guard study.savings.count > 1 else { return [] }
    return [
      Section(
        title: Title.savings,
        parts: [.table(savingsTable), .note(PeriodFinding.savings(sessions: curve.sessions))])
    ]
  }

  /// What would do with fewer numbers under other rules.
  var cheaperFindings: [PeriodFinding] {
    guard let numbers else { return [] }
    let fewer = study.savings.compactMap { saving in
      saving.numbers.map { (way: saving.way, numbers: $0) }
    }.filter { $0.way != .asAsked && $0.way != .withoutBurst && $0.numbers < numbers }
      .sorted { $0.numbers > $1.numbers }
    return fewer.isEmpty ? [] : [.cheaper(fewer)]
  }
}
