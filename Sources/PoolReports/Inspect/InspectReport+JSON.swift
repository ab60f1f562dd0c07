import NumberPools

extension InspectReport {
  /// The report for programs; the manual lists every key.
  public var json: String {
    let summary = section.summary
    let report: JSONValue = [
      "traffic": section.json,
      "peak": curve.peakJSON,
      "warnings": section.warningsJSON,
      "assumptions": .array(section.assumptions.map(JSONValue.string)),
      "client_field": JSONValue(summary.clientField),
      "problems": .array(
        summary.problems.map {
          ["file": .string($0.file), "line": .integer($0.line), "reason": .string($0.reason)]
        }),
      "gaps": .array(
        section.profile.gaps.map {
          ["from": .string("\($0.lowerBound)"), "until": .string("\($0.upperBound)")]
        }),
      "channels": .array(channels.map(\.json)),
      "sources": .array(sources.map(\.json)),
      "busiest_minutes": .array(
        section.profile.busiestMinutes.map {
          ["minute": .string("\($0.minute)"), "sessions": .integer($0.sessions)]
        }),
      "days_with_traffic": .integer(section.profile.daysWithTraffic),
      "utc_offsets": .array(
        summary.offsetsByTime.map { .string(Figures.offset($0.minutes)) }),
    ]
    return report.text
  }
}

extension InspectReport.Origin {
  /// An element of `channels` and `sources`.
  fileprivate var json: JSONValue {
    ["name": .string(name), "sessions": .integer(sessions), "paid": .integer(paid)]
  }
}
