/// What a column of a table of calls can hold.
package enum CallColumn: Int, CaseIterable {
  case time
  case id
  case caller
  case dialled
  case duration
  case answered
  case session
  case visitor
  case address
  case agent
  case parent
  case direction
  /// What all legs of a call share.
  case linkedID
  /// The number of the pool, where `dialled` may be an extension.
  case poolNumber
  /// The company's own number, where it made the call.
  case ownCaller
  /// Whether no visit caused the call.
  case noVisit
  /// Whether the call came to a number that isn't on the site's pages.
  case offSite
  /// Of a call that no visit caused where among the numbers the one dialled stands.
  case draw
  /// The name of a click, whatever the system.
  case click
  case googleClick
  case yandexClick
  case microsoftClick
  case facebookClick
  /// Google's and Metrica's ClientID.
  case googleClient
  case metricaClient
  /// The address of the page that the caller came to.
  case landingPage
}

extension CallColumn {
  /// The columns of a format. Who called may stand in any table with a header.
  package static func columns(of format: FileFormat) -> [WantedColumn] {
    let own: [WantedColumn] =
      switch format {
      case .twilio: twilio
      case .callrail: callRail
      case .asterisk: asterisk
      default: calls
      }
    return own + truth + clues
  }

  private static func column(
    _ column: Self, _ name: String, _ others: [String] = [], needed: Bool = false
  ) -> WantedColumn {
    WantedColumn(slot: column.rawValue, name: name, otherNames: others, isNeeded: needed)
  }

  private static let truth = [
    column(.session, "session_id"), column(.visitor, "visitor_id"), column(.address, "ip"),
    column(.agent, "user_agent"),
  ]

  /// What else may tell whose a call is.
  private static let clues = [
    column(.click, "click_id"), column(.googleClick, "gclid", ["gcid", "google_click_id"]),
    column(.yandexClick, "yclid", ["yandex_click_id"]),
    column(.microsoftClick, "msclkid"), column(.facebookClick, "fbclid"),
    column(
      .googleClient, "ga_client_id",
      ["ga", "ua_client_id", "gaClientId", "google_client_id", "ga_cid", "client_id"]),
    column(
      .metricaClient, "ym_client_id",
      ["ClientId", "yaClientId", "metrica_client_id", "yandex_client_id", "ym_uid"]),
    column(
      .landingPage, "landing_page_url", ["landing_page", "landingpage", "landing_url", "landing"]),
  ]

  private static let calls = [
    column(.time, "at", needed: true), column(.id, "call_id"), column(.caller, "caller"),
    column(.dialled, "dialled", ["dialed", "callee", "called_number"]),
    column(.duration, "duration_s"), column(.answered, "answered"), directions,
    column(.linkedID, "linked_id"),
    column(.parent, "parent", ["ParentCallSid", "parent_call_id", "parent_id"]),
    column(.noVisit, "no_visit"), column(.offSite, "off_site"), column(.draw, "draw"),
  ]

  private static let directions = column(
    .direction, "direction",
    [
      "call_direction", "call_type", "type", "направление", "направление звонка", "тип звонка",
      "тип вызова", "вид звонка", "тип",
    ])

  private static let twilio = [
    column(.time, "at", ["StartTime", "Date", "DateCreated"], needed: true),
    column(.id, "call_id", ["Sid", "CallSid"]), column(.caller, "caller", ["From"]),
    column(.dialled, "dialled", ["To"]),
    column(.duration, "duration_s", ["Duration", "CallDuration"]),
    column(.answered, "answered", ["Status", "CallStatus"]),
    column(.parent, "parent", ["ParentCallSid"]), directions,
  ]

  private static let callRail = [
    column(.time, "at", ["start_time"], needed: true),
    column(.id, "call_id", ["id", "resource_id"]),
    column(
      .caller, "caller",
      ["customer_phone_number", "callernum", "Caller Number", "Phone Number", "Customer Number"]),
    column(.dialled, "dialled", ["tracking_phone_number", "trackingnum", "Tracking Number"]),
    column(.duration, "duration_s", ["duration", "Duration (seconds)"]),
    column(.answered, "answered", ["Call Status"]), directions,
  ]

  /// Call records of a database, such as FreePBX exports them with a header.
  private static let asterisk = [
    column(.time, "at", ["calldate", "start"], needed: true),
    column(.id, "call_id", ["uniqueid"]), column(.caller, "caller", ["src"]),
    column(.dialled, "dialled", ["dst"]), column(.duration, "duration_s", ["duration"]),
    column(.answered, "answered", ["disposition"]), directions,
    column(.linkedID, "linked_id", ["linkedid"]), column(.poolNumber, "did"),
    column(.ownCaller, "outbound_cnum"),
  ]
}

extension CallColumn {
  /// What a row tells of a caller besides its truth: visitors first, then clicks.
  ///
  /// - Parameter text: What a column holds; `nil` where it is empty.
  static func clues(_ text: (CallColumn) -> String?) -> [CallLog.Clue] {
    var clues: [CallLog.Clue] = []
    if let client = text(.metricaClient), let clue = CallLog.Clue.client(ofCookie: client) {
      clues.append(clue)
    }
    if let client = text(.googleClient), let clue = CallLog.Clue.client(ofCookie: client) {
      clues.append(clue)
    }
    let clicks: [CallColumn] = [
      .click, .googleClick, .yandexClick, .microsoftClick, .facebookClick,
    ]
    clues += clicks.compactMap { text($0).flatMap(CallLog.Clue.click(named:)) }
    if let page = text(.landingPage), let clue = CallLog.Clue.click(ofPage: page) {
      clues.append(clue)
    }
    return clues
  }
}
