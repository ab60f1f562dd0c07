import NumberPools

extension CallsSection {
  /// Every row that isn't judged, by reason.
  var parts: [Part] {
    var parts: [Part] = excluded.map { .item(ReadingPhrase.callsLeftOut($0.reason, $0.calls)) }
    for reason in LogSummary.LeftOut.allCases {
      guard let count = summary.leftOut[reason], count > 0 else { continue }
      parts.append(.item(ReadingPhrase.rowsLeftOut(reason, count)))
    }
    if summary.unreadable > 0 {
      parts.append(.item(ReadingPhrase.unreadableRows(summary.unreadable, of: summary.lines)))
      parts += summary.problemParts(showsPersonalData: showsPersonalData)
    }
    if let volume { parts.append(.note(ReadingPhrase.volume(volume))) }
    return parts
  }

  /// The `calls_read` object of every report.
  var record: Record {
    let leftOut = LogSummary.LeftOut.allCases.compactMap { reason in
      summary.leftOut[reason].map { (key: reason.rawValue, datum: Datum.count($0)) }
    }
    let excluded = excluded.map { (key: $0.reason.rawValue, datum: Datum.count($0.calls)) }
    var record: Record = [
      "rows": .count(summary.lines),
      "unreadable": .count(summary.unreadable),
      "left_out": .record(Record(leftOut)),
      "excluded": .record(Record(excluded)),
    ]
    if let volume { record.add("volume", .record(volume.record)) }
    return record
  }
}
