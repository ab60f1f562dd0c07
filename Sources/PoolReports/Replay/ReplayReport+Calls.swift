import NumberPools

extension ReplayReport {
  /// What became of the calls, and why some aren't right.
  var callsSections: [Section] {
    guard let callsRead else { return [] }
    let table = Table(
      attributionRows,
      [
        .shown(.none, .words) { .words($0.name) },
        .shown(.calls, .count) { .count($0.calls) },
        .shown(.share, .share) { .share(Double($0.calls), of: calls.count) },
      ])
    let causes = Cause.allCases.map { cause in
      (cause: cause, calls: calls.count { $0.cause == cause })
    }.filter { $0.calls > 0 }
    guard !causes.isEmpty else {
      return [Section(title: Title.calls, parts: [.table(table)] + callsRead.parts)]
    }
    let causesTable = Table(
      causes,
      [
        .shown(.cause, .words) { .words($0.cause) },
        .shown(.calls, .count) { .count($0.calls) },
      ])
    return [
      Section(title: Title.calls, parts: [.table(table)]),
      Section(title: Title.causes, parts: [.table(causesTable)] + callsRead.parts),
    ]
  }

  private var attributionRows: [(name: Label, calls: Int)] {
    var rows: [(name: Label, calls: Int)] = []
    for attribution in Attribution.allCases {
      rows.append(
        (.attribution(attribution), calls.count { $0.attribution == attribution }))
      guard attribution == .wrong else { continue }
      let luck = rightByLuck
      if let count = luck.campaign { rows.append((.rightCampaignByLuck, count)) }
      if let count = luck.channel { rows.append((.rightChannelByLuck, count)) }
    }
    return rows
  }

  /// What became of the calls, where there are any.
  func addCalls(to data: inout Record) {
    guard let callsRead else { return }
    let attributions = Attribution.allCases.map { attribution in
      (
        key: attribution.rawValue,
        datum: Datum.count(calls.count { $0.attribution == attribution })
      )
    }
    let causes = Cause.allCases.map { cause in
      (key: cause.rawValue, datum: Datum.count(calls.count { $0.cause == cause }))
    }
    data.add("calls", .record(Record(attributions)))
    data.add("causes", .record(Record(causes)))
    let luck = rightByLuck
    data.add("wrong_but_right_visitor", .count(luck.visitor))
    data.add("wrong_but_right_campaign", ifKnown: luck.campaign)
    data.add("wrong_but_right_channel", ifKnown: luck.channel)
    data.add("calls_read", .record(callsRead.record))
  }
}
