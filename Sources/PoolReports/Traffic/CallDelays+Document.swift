import NumberPools

extension CallDelays {
  /// The lags by which delays are counted.
  private static let steps: [Interval] = [
    .minutes(5), .minutes(15), .hours(1), .hours(4), .days(1),
  ]

  /// How late callers call, for people: shares by lag.
  var sections: [Section] {
    guard sorted.count >= LogWarning.fewestCalls else { return [] }
    let table = Table(
      Self.steps + [nil],
      [
        .shown(.lagOfCall, .words) { .words($0.map(Label.within) ?? Label.later) },
        .shown(.calls, .count) { .count($0.map(self.count) ?? sorted.count) },
        .shown(.share, .share) { .portion($0.map(self.count) ?? sorted.count, of: sorted.count) },
      ])
    var parts: [Part] = [.table(table)]
    if let median { parts.append(.note(SizeNote.medianDelay(median))) }
    return [Section(title: Title.delays, parts: parts)]
  }

  /// The same for programs.
  var record: Record {
    var record: Record = [
      "calls": .count(sorted.count),
      "median_s": .value(median.map(Value.interval) ?? .unknown),
    ]
    for step in Self.steps {
      record.add("within_\(step.shorthand)", .count(count(within: step)))
    }
    return record
  }
}
