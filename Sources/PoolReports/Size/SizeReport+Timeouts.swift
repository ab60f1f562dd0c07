import NumberPools

extension SizeReport {
  /// The answer at other reuse timeouts, under both readings of what is between page views; for
  /// programs also under the one that was asked for.
  var timeoutsTable: Table {
    let rule = study.question.rules.hold
    return Table(
      study.timeouts,
      [
        Column("reuse_timeout_s", .reuseTimeout, .interval) { .interval($0.reuseTimeout) },
        .data("numbers", .count) {
          Value(count: rule.presence == .tabOpen ? $0.tabOpen : $0.views)
        },
        Column("numbers_tab_open", .pageStaysOpen, .count) { Value(count: $0.tabOpen) },
        Column("numbers_views", .onlyPageViews, .count) { Value(count: $0.views) },
        .shown(.none, .mark) {
          $0.reuseTimeout == rule.reuseTimeout ? .words(Label.assumed) : .blank
        },
      ])
  }

  var timeoutsSection: Section {
    Section(
      title: Title.timeouts,
      parts: [
        .table(timeoutsTable), .note(SizeNote.presences),
        .note(
          SizeNote.shorterTimeout(
            asked: study.question.rules.hold.reuseTimeout, fewest: savedByShorterTimeout)),
      ])
  }

  /// The shorter timeout with the fewest numbers, and how many fewer these are; `nil` where none
  /// saves any.
  private var savedByShorterTimeout: (timeout: Interval, numbers: Int)? {
    let rule = study.question.rules.hold
    let answers = study.timeouts.filter { $0.reuseTimeout < rule.reuseTimeout }
      .compactMap { answer in
        (rule.presence == .tabOpen ? answer.tabOpen : answer.views)
          .map { (answer.reuseTimeout, $0) }
      }
    guard let numbers, let fewest = answers.min(by: { $0.1 < $1.1 }), fewest.1 < numbers else {
      return nil
    }
    return (fewest.0, numbers - fewest.1)
  }
}
