/// What a column of a table of traffic can hold.
enum TrafficColumn: Int, CaseIterable {
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
  case group
  case visits
  /// What names the row among all.
  case record
  /// The hour of a day, where the day is in another column.
  case hour
  /// The minute of an hour.
  case minute
}

extension TrafficColumn {
  /// The columns of a format.
  static func columns(of format: FileFormat) -> [WantedColumn] {
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

  private static func column(
    _ column: Self, _ name: String, _ others: [String] = [], needed: Bool = false
  ) -> WantedColumn {
    WantedColumn(slot: column.rawValue, name: name, otherNames: others, isNeeded: needed)
  }

  private static let origin = [
    column(.source, "source", ["utm_source"]), column(.medium, "medium", ["utm_medium"]),
    column(.campaign, "campaign", ["utm_campaign"]), column(.term, "term", ["utm_term"]),
    column(.content, "content", ["utm_content"]), column(.channel, "channel"),
    column(.clickID, "click_id", ["gclid", "yclid", "msclkid", "fbclid"]),
    column(.referrer, "referrer"), column(.bot, "bot"),
  ]

  private static let pageViews =
    [
      column(.time, "at", needed: true), column(.visitor, "visitor_id"),
      column(.session, "session_id"), column(.url, "url"), column(.kind, "kind"),
      column(.address, "ip"), column(.agent, "user_agent"),
      column(.record, "view_id", ["event_id", "hit_id", "watch_id", "pageview_id"]),
    ] + origin

  private static let sessions =
    [
      column(.time, "start", needed: true), column(.session, "session_id", needed: true),
      column(.visitor, "visitor_id"), column(.lastActivity, "last_activity"),
      column(.url, "landing_url"),
    ] + origin

  private static let metricaVisits = [
    column(.time, "start", ["ym:s:dateTimeUTC", "ym:s:dateTime"], needed: true),
    column(.session, "session_id", ["ym:s:visitID"], needed: true),
    column(.visitor, "visitor_id", ["ym:s:clientID"], needed: true),
    column(.duration, "duration_s", ["ym:s:visitDuration"]),
    column(.url, "landing_url", ["ym:s:startURL"]),
    column(.referrer, "referrer", ["ym:s:referer"]),
    column(.source, "source", ["ym:s:UTMSource", "ym:s:lastUTMSource"]),
    column(.medium, "medium", ["ym:s:UTMMedium", "ym:s:lastUTMMedium"]),
    column(.campaign, "campaign", ["ym:s:UTMCampaign", "ym:s:lastUTMCampaign"]),
    column(.term, "term", ["ym:s:UTMTerm", "ym:s:lastUTMTerm"]),
    column(.content, "content", ["ym:s:UTMContent", "ym:s:lastUTMContent"]),
  ]

  private static let metricaHits = [
    column(.time, "at", ["ym:pv:dateTime"], needed: true),
    column(.visitor, "visitor_id", ["ym:pv:clientID"], needed: true),
    column(.kind, "kind", ["ym:pv:isPageView"]), column(.record, "view_id", ["ym:pv:watchID"]),
    column(.url, "url", ["ym:pv:URL"]), column(.referrer, "referrer", ["ym:pv:referer"]),
    column(.source, "source", ["ym:pv:UTMSource"]), column(.medium, "medium", ["ym:pv:UTMMedium"]),
    column(.campaign, "campaign", ["ym:pv:UTMCampaign"]),
    column(.term, "term", ["ym:pv:UTMTerm"]), column(.content, "content", ["ym:pv:UTMContent"]),
  ]

  /// Columns of which one must be there, or counts couldn't be placed in time.
  static let times: [TrafficColumn] = [.time, .hour, .minute]

  /// Names that a column of times has in tables of counts, the finest first.
  static let bucketNames =
    CountHeading.times.flatMap(\.names) + CountHeading.hours + CountHeading.minutes

  private static let counts =
    [
      column(.time, "at", CountHeading.times.flatMap(\.names)),
      column(.hour, "hour", CountHeading.hours), column(.minute, "minute", CountHeading.minutes),
      column(.visits, "visits", CountHeading.sessions + CountHeading.users, needed: true),
    ] + origin.filter { $0.slot != clickID.rawValue && $0.slot != bot.rawValue }
}
