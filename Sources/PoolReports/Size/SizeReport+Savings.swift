import NumberPools

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
