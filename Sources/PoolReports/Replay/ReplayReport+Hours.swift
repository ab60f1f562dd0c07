import NumberPools

extension ReplayReport {
  /// Each hour of the week, from Monday.
  var hoursTable: Table {
    Table(
      Array(hours.enumerated()),
      [
        .data("weekday", .count) { .ordinal($0.offset / 24 + 1) },
        .data("hour", .count) { .ordinal($0.offset % 24) },
        .data("sessions", .count) { .count($0.element.sessions) },
        .data("sessions_covered", .count) { .count($0.element.covered) },
        .data("page_views_refused", .count) { .count($0.element.refused) },
        .data("calls", .count) { .count($0.element.calls) },
        .data("calls_correct", .count) { .count($0.element.correct) },
      ])
  }

  /// The hours as two tables with a column for each day.
  var hoursSections: [Section] {
    var sections = [
      Section(
        title: Title.coverageByHour,
        parts: [.table(weekTable { .percents($0.covered, of: $0.sessions) })])
    ]
    if localHours.contains(where: { $0.calls >= Self.fewestCalls }) {
      sections.append(
        Section(
          title: Title.creditByHour,
          parts: [
            .table(
              weekTable { .percents($0.correct, of: $0.calls < Self.fewestCalls ? 0 : $0.calls) })
          ]))
    }
    return sections
  }

  /// A share of fewer calls in an hour of the week says nothing.
  private static let fewestCalls = 5

  private func weekTable(_ cell: @escaping (HourOfWeek) -> Value) -> Table {
    Table(
      Array(0..<24),
      [Column.shown(.hour, .count) { .ordinal($0) }]
        + (0..<7).map { day in
          .shown(.weekday(day), .share) { cell(localHours[day * 24 + $0]) }
        })
  }
}
