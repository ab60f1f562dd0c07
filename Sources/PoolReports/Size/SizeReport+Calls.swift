import NumberPools

extension SizeReport {
  /// What becomes of the calls at the answer, and why some aren't right.
  var callsSections: [Section] {
    guard let callsRead else { return [] }
    guard let causes = study.causes else {
      return [Section(title: Title.calls, parts: callsRead.parts)]
    }
    var rows: [(name: Label, calls: Double)] = [(.right, causes.correct)]
    for attribution in [Attribution.wrong, .unknown] {
      rows.append((.attribution(attribution), causes[attribution]))
      for cause in Cause.allCases where cause.attribution == attribution && causes[cause] > 0 {
        rows.append((.causeBelow(cause), causes[cause]))
      }
    }
    let table = Table(
      rows,
      [
        .shown(.none, .words) { .words($0.name) },
        .shown(.calls, .count) { .mean($0.calls) },
        .shown(.share, .share) { .share($0.calls, of: causes.calls) },
      ])
    return [Section(title: Title.callsAtAnswer, parts: [.table(table)] + callsRead.parts)]
      + (delays?.sections ?? [])
  }

  /// How many calls are judged, and why those at the answer aren't right.
  var callsRecord: Record {
    let causes = study.causes.map { causes in
      Record(
        Cause.allCases.map { (key: $0.rawValue, datum: Datum.value(.mean(causes[$0]))) })
    }
    return [
      "judged": .count(curve.calls?.calls),
      "causes_at_minimum": causes.map { .record($0) } ?? .value(.unknown),
    ]
  }
}
