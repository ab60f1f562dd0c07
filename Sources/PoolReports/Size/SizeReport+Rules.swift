import NumberPools

extension SizeReport {
  /// What published rules would make one buy, and what that would do.
  var rulesTable: Table {
    let credit = curve.credit(at: Self.usualLag)
    return Table(
      rules,
      [
        Column("name", .rule, .words) { .words(Label.rule($0.publisher)) },
        Column("numbers", .numbers, .count) { .count($0.numbers) },
        .data("source", .words) { .words(Label.source($0.publisher)) },
        Column("coverage", .coverage, .share) {
          .share(Double(curve.sessionsCovered(at: $0.numbers)), of: curve.sessions)
        },
        Column(
          "credit_15m", .lag(Self.usualLag), .share,
          for: credit == nil ? .programs : .everybody
        ) { rule in
          Value(share: credit?.correct[rule.numbers], of: credit?.calls ?? 0)
        },
      ])
  }

  var rulesSections: [Section] {
    guard !rules.isEmpty else { return [] }
    return [
      Section(
        title: Title.rules,
        parts: [.table(rulesTable)] + rules.map { .item(SizeNote.source($0.publisher)) })
    ]
  }
}
