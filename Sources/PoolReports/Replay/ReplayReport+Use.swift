import NumberPools

extension ReplayReport {
  /// The stretches of time in which page views asked in vain, the worst first.
  var refusalSections: [Section] {
    var refusals: [Timestamp] = []
    for (view, isRefusal) in outcome.isRefusal.enumerated() where isRefusal {
      refusals.append(section.traffic.pageViewTimes[view])
    }
    guard !refusals.isEmpty else { return [] }
    // Refusals a quarter of an hour apart belong together.
    var stretches: [(from: Timestamp, until: Timestamp, count: Int)] = []
    for time in refusals {
      if let last = stretches.last, time - last.until < .minutes(15) {
        stretches[stretches.count - 1] = (last.from, time, last.count + 1)
      } else {
        stretches.append((time, time, 1))
      }
    }
    let worst = stretches.sorted { ($1.count, $0.from) < ($0.count, $1.from) }.prefix(10)
    let table = Table(
      Array(worst),
      [
        .shown(.from, .time) { .time($0.from) },
        .shown(.until, .time) { .time($0.until) },
        .shown(.pageViewsRefused, .count) { .count($0.count) },
      ])
    return [Section(title: Title.refusals(times: stretches.count), parts: [.table(table)])]
  }

  /// What the numbers were used for: the one that was used least, the one in the middle, and the
  /// one that was used most.
  var useSections: [Section] {
    guard span > .zero, !use.isEmpty else { return [] }
    let order = use.indices.sorted { (use[$0].held, $0) < (use[$1].held, $1) }
    let shown: [(name: Label, number: Int)] =
      [(.leastUsed, order[0])]
      + (order.count > 2 ? [(.medianUsed, order[(order.count - 1) / 2])] : [])
      + (order.count > 1 ? [(.mostUsed, order[order.count - 1])] : [])
    let columns =
      [Column<(name: Label, number: Int)>.shown(.none, .words) { .words($0.name) }]
      + useColumns.filter { $0.audience != .programs }.map { column in
        .shown(column.heading, column.quantity) { column.value($0.number) }
      }
    return [Section(title: Title.use, parts: [.table(Table(shown, columns))])]
  }

  /// What some of the numbers were used for.
  func useTable(of numbers: [Int]) -> Table {
    Table(numbers, useColumns)
  }

  private var useColumns: [Column<Int>] {
    [
      Column("number", .number, .count) { .ordinal($0 + 1) },
      Column("loans", .loans, .count) { .count(use[$0].loans) },
      .data("held_s", .interval) { .interval(use[$0].held) },
      .shown(.inUse, .share) {
        .portion(Int(use[$0].held.milliseconds), of: Int(span.milliseconds))
      },
      Column("calls", .calls, .count, for: calls.isEmpty ? .programs : .everybody) {
        .count(use[$0].calls)
      },
    ]
  }
}
