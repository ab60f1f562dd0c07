extension FieldCase {
  /// What rows of a table are taken for.
  static let rows = kinds + robotWords + ends

  private static let kinds = [
    FieldCase(
      "clicks and scrolls among page views",
      ["a.csv": rows("at,visitor_id,kind", "pageview", others: ["click", "scroll", "event"])],
      "size a.csv", .six.notSaying("of a kind that isn't known")),
    FieldCase(
      "unknown kinds among page views",
      ["a.csv": rows("at,visitor_id,kind", "page", others: ["wibble"])], "size a.csv",
      .six.saying("12 of 24 rows are of a kind that isn't known (wibble)")),
    FieldCase(
      "a column of GA4's names of events",
      ["a.csv": rows("at,visitor_id,event_name", "page_view", others: ["user_engagement"])],
      "size a.csv", .six),
    FieldCase(
      "page views as others spell them",
      ["a.csv": rows("at,visitor_id,kind", "[Amplitude] Page Viewed", others: ["$pageleave"])],
      "size a.csv", .six),
  ]

  private static let robotWords =
    ["Googlebot", "1", "yes", "True", "t", "crawler"].map {
      FieldCase(
        "a robot called \($0)", ["a.csv": rows("at,visitor_id,bot", "no", others: [$0])],
        "size a.csv", .six)
    }
    + ["0", "false", "human", "-", "None", ""].map {
      FieldCase(
        "no robot, as \($0)", ["a.csv": rows("at,visitor_id,bot", $0, others: [])], "size a.csv",
        .six
      )
    }

  private static let ends = [
    FieldCase(
      "sessions with an end",
      [
        "a.csv": "start,session_id,last_activity\n2026-03-02T10:00:00Z,a,2026-03-02T10:25:00Z\n"
          + "2026-03-02T10:26:00Z,b,2026-03-02T10:30:00Z\n"
          + "2026-03-02T10:50:00Z,c,2026-03-02T10:51:00Z\n"
      ], "size --reuse-timeout 0 a.csv",
      .figures(["minimum.numbers": 2]).notSaying("have no end")),
    FieldCase(
      "the same visits as page views",
      [
        "a.csv": "at,session_id\n2026-03-02T10:00:00Z,a\n2026-03-02T10:25:00Z,a\n"
          + "2026-03-02T10:26:00Z,b\n2026-03-02T10:30:00Z,b\n"
          + "2026-03-02T10:50:00Z,c\n2026-03-02T10:51:00Z,c\n"
      ], "size --reuse-timeout 0 a.csv", .figures(["minimum.numbers": 2])),
    FieldCase(
      "sessions without an end",
      ["a.csv": "start,session_id\n2026-03-02T10:00:00Z,a\n"], "size a.csv",
      .warned("1 of 1 sessions have no end")),
  ]

  /// The six people's page views, each with a last field, and a row more for each other word.
  private static func rows(_ header: String, _ field: String, others: [String]) -> String {
    header + "\n"
      + FieldLog.lines { person, view in
        ([field] + others).map { word in
          "\(FieldTable.time(person - 1 + view * 10)),v\(person),\(word)"
        }.joined(separator: "\n")
      }
  }
}
