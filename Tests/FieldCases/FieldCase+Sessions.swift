extension FieldCase {
  /// Several pools, and names of sessions that aren't sessions.
  static let sessions = pools + sessionNames

  private static let pools = [
    FieldCase(
      "a site with and without www.",
      ["a.log": sites { $1 == 0 ? "shop.example:443" : "www.shop.example:443" }],
      "size --pool-by host a.log", .one(pools: 6)),
    FieldCase(
      "a site in capitals, with and without a port",
      ["a.log": sites { person, _ in person % 2 == 0 ? "Shop.Example" : "shop.example:8080" }],
      "size --pool-by host a.log", .one(pools: 6)),
    FieldCase(
      "people who go from one site to another",
      ["a.log": sites { $1 == 0 ? "shop.example" : "blog.example" }],
      "size --pool-by host a.log",
      .one(pools: 12).saying("Of 6 visitors 6 view pages of several pools, in 6 sessions")),
    FieldCase(
      "half of the people on another site",
      ["a.log": sites { person, _ in person < 4 ? "shop.example" : "blog.example" }],
      "size --pool-by host a.log", .one(pools: 6).notSaying("several pools")),
    FieldCase(
      "people whose visit is in two files",
      [
        "a.log": (1...6).map { FieldLog.line($0, view: 0) + "\n" }.joined(),
        "b.log": (1...6).map { FieldLog.line($0, view: 1) + "\n" }.joined(),
      ],
      "size --pool-by file a.log b.log", .one(pools: 12).saying("several pools")),
    FieldCase(
      "a table that names the site in its addresses only",
      [
        "a.csv": table("at,visitor_id,url") {
          "\($0),v\($1),https://\($2 == 0 ? "www." : "")Shop.example/"
        }
      ],
      "size --pool-by host a.csv", .one(pools: 6)),
    FieldCase(
      "a column of regions in letters of any case",
      ["a.csv": table("at,visitor_id,region") { "\($0),v\($1),\($2 == 0 ? "North" : "north ")" }],
      "size --pool-by region a.csv", .one(pools: 6)),
    FieldCase(
      "sessions of two regions whose heartbeats name none",
      [
        "a.csv": table("at,visitor_id,kind,region") {
          time, person, _ in
          "\(time),v\(person),page,r\(person % 2)\n\(time + 60),v\(person),heartbeat,"
        }
      ],
      "size --pool-by region a.csv", .one(pools: 6)),
    FieldCase(
      "GA4 events of one site and its subdomain",
      [
        "a.jsonl": table("") {
          #"{"event_timestamp": "\#($0)000000", "event_name": "page_view", "#
            + #""user_pseudo_id": "\#($1).1", "event_params": [{"key": "page_location", "#
            + #""value": {"string_value": "https://\#($2 == 0 ? "shop" : "www.shop").example/"}}]}"#
        }
      ],
      "size --pool-by host a.jsonl", .one(pools: 6)),
  ]

  private static let sessionNames = [
    FieldCase(
      "a flat table of GA4's whose session ids are seconds",
      [
        "a.csv": table("event_timestamp,user_pseudo_id,ga_session_id") { time, person, _ in
          "\(time),\(person).1,1772434800"
        }
      ],
      "size --column at=event_timestamp --column visitor_id=user_pseudo_id"
        + " --column session_id=ga_session_id a.csv",
      .six.saying("Of 1 session name 1 belong to several visitors, up to 6")),
    FieldCase(
      "the same under a name that says nothing",
      ["a.csv": table("at,visitor_id,session_id") { time, person, _ in "\(time),v\(person),1" }],
      "size a.csv", .six.saying("belong to several visitors")),
    FieldCase(
      "GA4's seconds, of people with a page view each",
      ["a.csv": "at,visitor_id,ga_session_id\n" + (1...6).map { "\($0)0,v\($0),60\n" }.joined()],
      "size --column session_id=ga_session_id a.csv",
      .traffic(visitors: 6, sessions: 6, pageViews: 6, peak: 6).saying("belong to several")),
    FieldCase(
      "the same under a name that says nothing, within a second",
      ["a.csv": "at,visitor_id,name\n" + (1...6).map { "60,v\($0),60\n" }.joined()],
      "size --column session_id=name a.csv",
      .traffic(visitors: 6, sessions: 6, pageViews: 6, peak: 6).saying("belong to several")),
    FieldCase(
      "visitors of whom some rows name no session",
      ["a.csv": table("at,visitor_id,session_id") { "\($0),v\($1),\($2 == 0 ? "" : "s\($1)")" }],
      "size a.csv",
      .traffic(visitors: 6, sessions: 12, pageViews: 12, peak: 6)),
    FieldCase(
      "a visit in which a visitor logs in",
      ["a.csv": "at,visitor_id,session_id\n0,a,17\n300,b,17\n360,c,18\n"],
      "size a.csv",
      .figures(["traffic.sessions": 2, "peak.numbers": 2]).saying("pass from one visitor")),
    FieldCase(
      "a session id as long-lived as a cookie",
      [
        "a.csv": table("at,session_id") { "\($0 + $2 * 86_400 * 7 + $1 * 3600),s\($1)" }
      ],
      "size a.csv",
      .figures(["traffic.sessions": 6, "peak.numbers": 1]).saying(
        "Of 6 sessions 6 go on after a silence", "the longest after 7.0 days")),
    FieldCase(
      "the same read as visitors",
      [
        "a.csv": table("at,session_id") { "\($0 + $2 * 86_400 * 7 + $1 * 3600),s\($1)" }
      ],
      "size --column visitor_id=session_id a.csv",
      .traffic(visitors: 6, sessions: 12, pageViews: 12, peak: 1).notSaying("silence")),
    FieldCase(
      "visits of two hours told by their ends",
      [
        "a.csv": "start,session_id,last_activity\n0,a,7200\n3600,b,10800\n7100,c,7300\n"
      ],
      "size --reuse-timeout 0 a.csv",
      .figures(["traffic.sessions": 3, "peak.numbers": 3]).notSaying("silence")),
  ]

  /// The six people, each line with the site in front.
  private static func sites(_ site: (_ person: Int, _ view: Int) -> String) -> String {
    FieldLog.lines { site($0, $1) + " " + FieldLog.line($0, view: $1) }
  }

  /// A table of the six people: seconds of 2026, person, page view.
  private static func table(
    _ header: String, _ row: (_ time: Int, _ person: Int, _ view: Int) -> String
  ) -> String {
    (header.isEmpty ? "" : header + "\n")
      + FieldLog.lines { row(1_772_434_800 + $0 * 60 + $1 * 600, $0, $1) }
  }
}

extension FieldCase.Outcome {
  /// The six people in one shared pool, and so many numbers in pools of their own.
  fileprivate static func one(pools: Int) -> Self {
    var outcome = six
    outcome.figures["minimum.numbers"] = 6
    outcome.figures["pools_total_numbers"] = pools
    return outcome
  }
}
