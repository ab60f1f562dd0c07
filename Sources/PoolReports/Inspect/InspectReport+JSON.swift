import NumberPools

extension InspectReport {
  /// The report for programs; the manual lists every key.
  ///
  /// - Throws: What encoding throws, which finite numbers never make it do.
  public func json() throws -> String {
    try JSONText.text(of: InspectDocument(self))
  }
}

/// The JSON form of an inspect report.
private struct InspectDocument: Encodable {
  private let report: InspectReport

  init(_ report: InspectReport) {
    self.report = report
  }

  func encode(to encoder: any Encoder) throws {
    let summary = report.section.summary
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(TrafficDocument(report.section), forKey: .traffic)
    try container.encode(
      PeakDocument(numbers: report.curve.peak, at: report.curve.peakTime?.description),
      forKey: .peak)
    try container.encode(report.section.warnings.map(\.sentence), forKey: .warnings)
    try container.encode(report.section.assumptions, forKey: .assumptions)
    try container.encode(
      summary.problems.map { Problem(file: $0.file, line: $0.line, reason: $0.reason) },
      forKey: .problems)
    try container.encode(
      report.profile.gaps.map { Gap(from: "\($0.lowerBound)", until: "\($0.upperBound)") },
      forKey: .gaps)
    try container.encode(
      report.sources.map { Source(name: $0.name, sessions: $0.sessions, paid: $0.paid) },
      forKey: .sources)
    try container.encode(
      report.profile.busiestMinutes.prefix(InspectReport.listed).map {
        Minute(minute: "\($0.minute)", sessions: $0.sessions)
      }, forKey: .busiestMinutes)
    try container.encode(report.profile.daysWithTraffic, forKey: .daysWithTraffic)
    try container.encode(
      summary.offsets.sorted { $0.value.first < $1.value.first }.map { Figures.offset($0.key) },
      forKey: .offsets)
  }

  private struct Problem: Encodable {
    var file: String
    var line: Int
    var reason: String
  }

  private struct Gap: Encodable {
    var from: String
    var until: String
  }

  private struct Source: Encodable {
    var name: String
    var sessions: Int
    var paid: Int
  }

  private struct Minute: Encodable {
    var minute: String
    var sessions: Int
  }

  private enum Key: String, CodingKey {
    case traffic
    case peak
    case warnings
    case assumptions
    case problems
    case gaps
    case sources
    case busiestMinutes = "busiest_minutes"
    case daysWithTraffic = "days_with_traffic"
    case offsets = "utc_offsets"
  }
}
