import NumberPoolTestSupport

extension FieldCase {
  /// Inputs that look odd and are in order, and such as are of another format altogether.
  static let ordinary = oddLines + oddTables + otherFormats

  private static let oddLines = [
    FieldCase(
      "two compressed files, one after the other",
      bytes: ["a.log.gz": compressed(views: 0...0) + compressed(views: 1...1)], "inspect a.log.gz",
      .six),
    FieldCase(
      "a clock that was set back",
      [
        "a.log": FieldLog.text().replacing("02/Mar/2026:10:1", with: "02/Mar/2026:09:4")
      ], "inspect a.log", FieldCase.Outcome.six.saying("1 of 12 lines are out of order")),
    FieldCase(
      "the newest line first",
      ["a.log": FieldLog.text().split(separator: "\n").reversed().joined(separator: "\n")],
      "inspect a.log", FieldCase.Outcome.six.saying("lines are out of order")),
    FieldCase(
      "over the midnight of a new year",
      [
        "a.log": FieldLog.text().replacing("02/Mar/2026:10:0", with: "31/Dec/2026:23:5")
          .replacing("02/Mar/2026:10:1", with: "01/Jan/2027:00:0")
      ], "inspect a.log", .six),
    FieldCase(
      "users with quotes, blanks, slashes and an at sign",
      [
        "a.log": FieldLog.lines { person, view in
          let users = [
            "\\\"anna \\\"", "\"\"", "anna berg", "/C=XX/CN=anna", "anna@SHOP.EXAMPLE", "42",
          ]
          return FieldLog.line(person, view: view, front: { "\($0) - \(users[person - 1]) " })
        }
      ], "inspect a.log", .six),
    FieldCase(
      "quotes in the browser's name, escaped or not",
      [
        "a.log": FieldLog.lines { person, view in
          let names = ["Alba 10\\\" Build", "Alba 10\\x22 Build", "Alba 10\" Build"]
          let agent = "Mozilla/5.0 (Linux; Android 5.1; \(names[person % 3])/X) AppleWebKit/537.36"
          return FieldLog.line(person, view: view, behind: " \"-\" \"\(agent)\"")
        }
      ], "inspect a.log", .six),
    FieldCase(
      "a time in brackets in the browser's name",
      [
        "a.log": FieldLog.text(behind: { _ in
          " \"-\" \"Mozilla/5.0 (Linux) [02/Mar/2020:10:00:00 +0300] AppleWebKit/537.36\""
        })
      ], "inspect a.log", .six),
  ]

  private static func compressed(views: ClosedRange<Int>) -> [UInt8] {
    let lines = views.flatMap { view in (1...6).map { FieldLog.line($0, view: view) + "\n" } }
    return (try? TemporaryFile.gzipped(Array(lines.joined().utf8))) ?? []
  }

  private static let oddTables = [
    FieldCase(
      "GA4's numbers as texts", ["a.jsonl": events { "\"1000\($0).17724340\($0)\"" }],
      "inspect a.jsonl", .six),
    FieldCase(
      "GA4's events without consent",
      ["a.jsonl": events { $0 < 3 ? "null" : "\"1000\($0).17724340\($0)\"" }], "inspect a.jsonl",
      .figures(["traffic.visitors": 4, "traffic.left_out.no_visitor": 4])),
    FieldCase(
      "a visit that analytics cut at midnight",
      [
        "a.csv": """
        start,session_id,visitor_id,last_activity
        2026-03-02T23:50:00+03:00,a1,v1,2026-03-02T23:58:00+03:00
        2026-03-03T00:01:00+03:00,a2,v1,2026-03-03T00:09:00+03:00
        2026-03-02T23:55:00+03:00,b1,v2,2026-03-03T00:05:00+03:00
        """
      ], "size a.csv", .figures(["traffic.visitors": 2, "peak.numbers": 2])),
    FieldCase(
      "Metrica's escapes and numbers of 20 digits",
      [
        "a.tsv": "ym:s:visitID\tym:s:dateTime\tym:s:visitDuration\tym:s:clientID\tym:s:startURL\n"
          + (0..<6).map {
            "1844674407370955161\($0)\t2026-03-02 10:0\($0):00\t300\t17724300000000000\($0)\t"
              + "https://shop.example/?q=a\\tb\\'c\"d\n"
          }.joined()
      ], "size --time-zone Europe/Moscow a.tsv",
      .figures(["traffic.visitors": 6, "traffic.sessions": 6])),
    FieldCase(
      "Metrica's visits without a client",
      [
        "a.tsv":
          "ym:s:visitID\tym:s:dateTime\tym:s:counterUserIDHash\n1\t2026-03-02 10:00:00\t9990\n"
      ], "size --time-zone Europe/Moscow a.tsv",
      .refused(65, "has no column ym:s:clientID", "ym:s:counterUserIDHash")),
  ]

  /// Two page views of each of six people as GA4 exports them.
  private static func events(_ visitor: (Int) -> String) -> String {
    FieldLog.lines { person, view in
      let seconds = 1_772_434_800 + person * 60 + view * 600
      return "{\"event_timestamp\": \"\(seconds)000000\", \"event_name\": \"page_view\","
        + " \"event_params\": [{\"key\": \"ga_session_id\", \"value\":"
        + " {\"string_value\": null, \"int_value\": \"177243480\(person)\"}}],"
        + " \"user_pseudo_id\": \(visitor(person))}"
    }
  }

  private static let otherFormats = [
    FieldCase(
      "a log of IIS",
      [
        "a.log": """
        #Software: Microsoft Internet Information Services 10.0
        #Fields: date time s-ip cs-method cs-uri-stem c-ip cs(User-Agent) sc-status
        2026-03-02 10:00:00 192.0.2.10 GET / 203.0.113.11 Mozilla/5.0+(Windows) 200
        """
      ], "inspect a.log", .refused(65, "W3C")),
    FieldCase(
      "a log of CloudFront",
      [
        "a.tsv": """
        #Version: 1.0
        #Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status
        2026-03-02\t07:00:00\tFRA2\t512\t203.0.113.11\tGET\td.example\t/\t200
        """
      ], "inspect a.tsv", .refused(65, "W3C")),
    FieldCase(
      "a time with a blank in brackets",
      ["a.log": FieldLog.text().replacing("02/Mar/2026:10:", with: "2026-03-02 10:")],
      "inspect a.log", .refused(65)),
  ]
}
