import NumberPools

/// The `traffic` object of every JSON report.
struct TrafficDocument: Encodable {
  private let section: TrafficSection

  init(_ section: TrafficSection) {
    self.section = section
  }

  func encode(to encoder: any Encoder) throws {
    let summary = section.summary
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(summary.lines, forKey: .lines)
    try container.encode(summary.unreadable, forKey: .unreadable)
    try container.encode(summary.outOfOrder, forKey: .outOfOrder)
    let reasons = LogSummary.LeftOut.allCases.map { ($0.rawValue, summary.leftOut[$0] ?? 0) }
    try container.encode(
      Dictionary(uniqueKeysWithValues: reasons), forKey: .leftOut)
    try container.encode(section.traffic.pageViewTimes.count, forKey: .pageViews)
    try container.encode(section.traffic.visitorCount, forKey: .visitors)
    try container.encode(section.traffic.sessions.count, forKey: .sessions)
    try container.encode(section.ineligibleSessions, forKey: .ineligibleSessions)
    try container.encodeIfPresent(section.traffic.first?.description, forKey: .first)
    try container.encodeIfPresent(section.traffic.last?.description, forKey: .last)
    try container.encode(summary.clickIDs, forKey: .clickIDs)
    try container.encode(summary.clickIDsOfVisitors, forKey: .clickIDsOfVisitors)
  }

  private enum Key: String, CodingKey {
    case lines
    case unreadable
    case outOfOrder = "out_of_order"
    case leftOut = "left_out"
    case pageViews = "page_views"
    case visitors
    case sessions
    case ineligibleSessions = "ineligible_sessions"
    case first
    case last
    case clickIDs = "click_ids"
    case clickIDsOfVisitors = "click_ids_of_visitors"
  }
}

/// The `peak` object of every JSON report.
struct PeakDocument: Encodable {
  var numbers: Int
  var at: String?
}
