/// A table of what a scenario made, by the names of its columns.
public enum WorkloadTable: String, CaseIterable, Sendable {
  /// A row for each page view.
  case pageViews = "page_views.csv"
  /// A row for each session, with what is true of it.
  case sessions = "sessions.csv"
  /// A row for each call.
  case calls = "calls.csv"
  /// A row for each campaign of a channel whose clicks cost anything.
  case costs = "costs.csv"
  /// An access log in place of the page views, with what pages are made of.
  case accessLog = "access.log"

  /// The names of its columns; empty for a log.
  public var columns: [String] {
    switch self {
    case .pageViews:
      ["session_id", "visitor_id", "at", "url", "referrer", "user_agent", "site"]
    case .sessions:
      [
        "session_id", "visitor_id", "person_id", "start", "last_activity", "channel", "source",
        "medium", "campaign", "term", "click_id", "landing_url", "referrer", "site", "bot", "via",
        "not_swapped",
      ]
    case .calls:
      [
        "call_id", "at", "session_id", "caller", "duration_s", "answered", "saved", "no_visit",
        "off_site", "draw",
      ]
    case .costs: ["source", "medium", "campaign", "clicks", "cost"]
    case .accessLog: []
    }
  }

  /// The tables that stand for a scenario, with one of the two forms of its page views.
  ///
  /// - Parameter asLog: Whether page views are lines of an access log.
  public static func all(asLog: Bool) -> [WorkloadTable] {
    [asLog ? .accessLog : .pageViews, .sessions, .calls, .costs]
  }
}
