/// What an input is written in.
public enum FileFormat: String, CaseIterable, Sendable {
  /// An access log of Apache or nginx.
  case webLog = "web-log"
  /// A table of page views, this package's own columns.
  case pageViews = "page-views"
  /// A table of sessions, this package's own columns.
  case sessions
  /// Visits from the Logs API of Yandex Metrica.
  case metricaVisits = "metrica-visits"
  /// Hits from the Logs API of Yandex Metrica.
  case metricaHits = "metrica-hits"
  /// Events that Google Analytics 4 exports to BigQuery, as JSON Lines.
  case ga4
  /// A table of how many visits began when.
  case counts
  /// A table of calls, this package's own columns.
  case calls
  /// Call records of Asterisk, which have no header.
  case asterisk
  /// Calls exported from Twilio.
  case twilio
  /// Calls exported from CallRail.
  case callrail
  /// Calls from the diary of Calltouch, as JSON.
  case calltouch

  /// What a format holds.
  public enum Kind: String, CaseIterable, Sendable {
    /// Page views, sessions or visits.
    case traffic
    /// Calls.
    case calls
  }

  /// What the format holds.
  public var kind: Kind {
    switch self {
    case .webLog, .pageViews, .sessions, .metricaVisits, .metricaHits, .ga4, .counts: .traffic
    case .calls, .asterisk, .twilio, .callrail, .calltouch: .calls
    }
  }
}
