extension FieldCase {
  /// The same record twice: files under two names, exports that overlap, records with a name.
  static let repeats = [
    FieldCase(
      "a log under two names", ["a.log": FieldLog.text(), "b.log": FieldLog.text()],
      "size a.log b.log", .refused(64, "hold the same")),
    FieldCase(
      "a table of page views under two names",
      ["a.csv": sixSessions, "b.csv": sixSessions], "size a.csv b.csv",
      .refused(64, "hold the same")
    ),
    FieldCase(
      "a copy with a mark of its encoding",
      ["a.csv": sixSessions, "b.csv": "\u{FEFF}" + sixSessions],
      "size a.csv b.csv", .refused(64, "hold the same")),
    FieldCase(
      "two exports without rows",
      ["a.csv": header, "b.csv": header, "c.csv": sixSessions],
      "inspect a.csv b.csv c.csv", .figures(["traffic.page_views": 6])),
    FieldCase(
      "rotation that copies: the end of one is the beginning of the other",
      ["access.log.1": lines(0..<9), "access.log": lines(4..<12)],
      "inspect access.log.1 access.log", .six.saying("share a run of 5 lines, which counts once")),
    FieldCase(
      "the same, the newer one first", ["access.log.1": lines(0..<9), "access.log": lines(4..<12)],
      "inspect access.log access.log.1", .six.saying("share a run of 5 lines, which counts once")),
    FieldCase(
      "a log that has grown since", ["a.log": lines(0..<8), "b.log": lines(0..<12)],
      "inspect a.log b.log", .six.saying("share a run of 8 lines")),
    FieldCase(
      "an archive of all beside a part of it",
      ["all.log": lines(0..<12), "part.log": lines(3..<9)],
      "inspect all.log part.log", .six.saying("share a run of 6 lines")),
    FieldCase(
      "logs that only meet", ["a.log": lines(0..<6), "b.log": lines(5..<12)], "inspect a.log b.log",
      .traffic(visitors: 6, sessions: 6, pageViews: 13, peak: 6).notSaying("share")),
    FieldCase(
      "events of a day and of its course",
      ["daily.jsonl": events(0..<12), "i.jsonl": events(6..<12)],
      "inspect daily.jsonl i.jsonl",
      .six.saying("6 of 18 lines hold a record that another line has")
    ),
    FieldCase(
      "the same, equal altogether", ["daily.jsonl": events(0..<12), "i.jsonl": events(0..<12)],
      "inspect daily.jsonl i.jsonl", .six.saying("12 of 24 lines hold a record")),
    FieldCase(
      "the same in one file", ["all.jsonl": events(0..<12) + events(0..<12)], "inspect all.jsonl",
      .six.saying("12 of 24 lines hold a record")),
    FieldCase(
      "visits exported twice",
      ["a.csv": sessions(1...6), "b.csv": sessions(4...6) + "s9,v9,2026-03-02T09:00:00Z,\n"],
      "inspect a.csv b.csv",
      .traffic(visitors: 7, sessions: 7, pageViews: 7, peak: 6)
        .saying("3 of 10 lines hold a record that another line has")),
    FieldCase(
      "hits with a name each",
      ["hits.csv": "view_id,at,visitor_id\n" + hits + hits], "inspect hits.csv",
      .traffic(visitors: 2, sessions: 2, pageViews: 2, peak: 2).saying("2 of 4 lines")),
    FieldCase(
      "a column event_id that names kinds, not rows",
      ["hits.csv": "event_id,at,visitor_id\n7,1772434800,a\n7,1772434860,a\n7,1772434800,b\n"],
      "inspect hits.csv",
      .traffic(visitors: 2, sessions: 2, pageViews: 3, peak: 2).notSaying("hold a record")),
    FieldCase(
      "page views that two exports have",
      ["a.csv": sixSessions, "b.csv": sixSessions + "2026-03-02T07:09:00Z,s9,w\n"],
      "inspect a.csv b.csv", .warned("6 of 7 rows of", "count twice")),
    FieldCase(
      "counts that two exports have",
      ["a.csv": counts(8...12), "b.csv": counts(10...14)], "inspect a.csv b.csv",
      .warned("3 of 5 rows of", "count twice")),
  ]

  /// Some of the twelve lines of the six people.
  private static func lines(_ range: Range<Int>) -> String {
    let lines = FieldLog.text().split(separator: "\n", omittingEmptySubsequences: true)
    return lines[range].map { $0 + "\n" }.joined()
  }

  /// Some of twelve events of the six people, as GA4 exports them.
  private static func events(_ range: Range<Int>) -> String {
    range.map { index in
      let microseconds = 1_772_434_800_000_000 + index * 60_000_000
      return """
        {"event_timestamp": "\(microseconds)", "event_name": "page_view", "event_params": [\
        {"key": "ga_session_id", "value": {"int_value": "\(index % 6)"}}, \
        {"key": "page_location", "value": {"string_value": "https://shop.example/"}}], \
        "user_pseudo_id": "1.\(index % 6)"}\n
        """
    }.joined()
  }

  private static func sessions(_ people: ClosedRange<Int>) -> String {
    "session_id,visitor_id,start,last_activity\n"
      + people.map { "s\($0),v\($0),2026-03-02T07:0\($0):00Z,2026-03-02T07:1\($0):00Z\n" }.joined()
  }

  private static let header = "at,session_id,visitor_id\n"

  private static let hits = "h1,1772434800,a\nh2,1772434860,b\n"

  private static func counts(_ hours: ClosedRange<Int>) -> String {
    "datetime,visits\n"
      + hours.map { "2026-03-02T\($0 < 10 ? "0" : "")\($0):00:00Z,\($0)\n" }.joined()
  }
}
