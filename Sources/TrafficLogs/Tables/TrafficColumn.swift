/// What a column of a table of traffic can hold.
package enum TrafficColumn: Int, CaseIterable {
  case time
  case visitor
  case session
  case url
  case referrer
  case kind
  case address
  case agent
  case bot
  case lastActivity
  case duration
  case source
  case medium
  case campaign
  case term
  case content
  case clickID
  case channel
  case sourceMedium
  case group
  case visits
  /// What names the row among all.
  case record
  /// The hour of a day, where the day is in another column.
  case hour
  /// The minute of an hour.
  case minute
}

extension DelimitedHeader {
  /// Whether the file has a column.
  func has(_ column: TrafficColumn) -> Bool { filled.contains(column.rawValue) }
}

extension TrafficColumn {
  /// The columns of a format.
  package static func columns(of format: FileFormat) -> [WantedColumn] {
    switch format {
    case .sessions: sessions
    case .metricaVisits: metricaVisits
    case .metricaHits: metricaHits
    case .counts: counts
    default: pageViews
    }
  }

  /// Columns of which one must be there, or nobody's visits could be told apart.
  static let identities: [TrafficColumn] = [.visitor, .session, .address]

  /// Names of columns whose values mean a session only together with a visitor: the second in which
  /// it began, or how many the visitor has had.
  package static let numbersOfVisitors = Set(
    ["ga_session_id", "ga_session_number", "session_number", "visit_number"]
      .map(DelimitedHeader.folded))

  static func column(
    _ column: Self, _ name: String, _ others: [String] = [], needed: Bool = false
  ) -> WantedColumn {
    WantedColumn(slot: column.rawValue, name: name, otherNames: others, isNeeded: needed)
  }

  /// What analytics call the column that tells page views from other events.
  private static let kindNames = [
    "event_name", "event_type", "event", "hit_type", "is_page_view", "page_view",
  ]

  private static let pageViews =
    [
      column(.time, "at", needed: true), column(.visitor, "visitor_id"),
      column(.session, "session_id"), column(.url, "url"),
      column(.kind, "kind", kindNames),
      column(.address, "ip"), column(.agent, "user_agent"),
      column(.record, "view_id", ["event_id", "hit_id", "watch_id", "pageview_id"]),
    ] + origins

  private static let sessions =
    [
      column(.time, "start", needed: true), column(.session, "session_id", needed: true),
      column(.visitor, "visitor_id"), column(.lastActivity, "last_activity"),
      column(.url, "landing_url"),
    ] + origins

  private static let metricaVisits =
    [
      column(.time, "start", ["ym:s:dateTimeUTC", "ym:s:dateTime"], needed: true),
      column(.session, "session_id", ["ym:s:visitID"], needed: true),
      column(.visitor, "visitor_id", ["ym:s:clientID"], needed: true),
      column(.duration, "duration_s", ["ym:s:visitDuration"]),
      column(.url, "landing_url", ["ym:s:startURL"]),
      column(.referrer, "referrer", ["ym:s:referer"]),
    ] + metricaVisitOrigins

  private static let metricaHits =
    [
      column(.time, "at", ["ym:pv:dateTime"], needed: true),
      column(.visitor, "visitor_id", ["ym:pv:clientID"], needed: true),
      column(.kind, "kind", ["ym:pv:isPageView"]), column(.record, "view_id", ["ym:pv:watchID"]),
      column(.url, "url", ["ym:pv:URL"]), column(.referrer, "referrer", ["ym:pv:referer"]),
    ] + metricaHitOrigins

  /// Columns of which one must be there, or counts couldn't be placed in time.
  static let times: [TrafficColumn] = [.time, .hour, .minute]

  /// Names that a column of times has in tables of counts, the finest first.
  static let bucketNames =
    CountHeading.times.flatMap { $0.names } + CountHeading.hours + CountHeading.minutes

  private static let counts =
    [
      column(.time, "at", CountHeading.times.flatMap { $0.names }),
      column(.hour, "hour", CountHeading.hours), column(.minute, "minute", CountHeading.minutes),
      column(.visits, "visits", CountHeading.sessions + CountHeading.users, needed: true),
    ] + countOrigins
}
