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

  /// A longer table of numbers is shown by its ends, of so many each.
  private static let endsShown = 20

  /// What each number was used for.
  var useSections: [Section] {
    guard span > .zero else { return [] }
    let all = Array(use.indices)
    guard all.count > 2 * Self.endsShown else {
      return [Section(title: Title.use, parts: [.table(useTable(of: all))])]
    }
    let ends = Array(all.prefix(Self.endsShown)) + Array(all.suffix(Self.endsShown))
    return [
      Section(
        title: Title.use,
        parts: [
          .table(useTable(of: ends)),
          .note(ReplayPhrase.endsOfNumbers(use.count, shown: Self.endsShown)),
        ])
    ]
  }

  /// What some of the numbers were used for.
  func useTable(of numbers: [Int]) -> Table {
    Table(
      numbers,
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
      ])
  }
}
