extension FieldCase {
  /// Reports that count visits, as programs export them.
  static let counts = [
    FieldCase(
      "GA4: hours without a date", ["a.csv": "hour,visits\n" + hours { "\($0),100" }],
      "size --time-zone +03:00 a.csv", .refused(65, "tells of which dates", "--report-days")),
    FieldCase(
      "hours without a date, of days that are named",
      ["a.csv": "hour,visits\n" + hours { "\($0):00,100" }],
      "size --time-zone +03:00 --report-days 2026-03-02..2026-03-11 a.csv",
      .figures(["traffic.sessions": 2400]).saying("without the date", "to be too low")),
    FieldCase(
      "GA4: date and hour in two columns",
      ["a.csv": "Date,Hour,Sessions\n" + hours { "20260302,\($0),10" }],
      "size --time-zone Europe/Moscow a.csv",
      .figures(["traffic.sessions": 240, "traffic.unreadable": 0]).notSaying("by the day")),
    FieldCase(
      "GA4: an exploration with its title and its total",
      [
        "a.csv": "# ------\n# Free form 1\n# 20260302-20260302\n# ------\n\n"
          + "Date + hour (YYYYMMDDHH),Sessions\n,240,Grand total\n"
          + hours { "20260302\(two($0)),10" }
      ], "size --time-zone Europe/Moscow a.csv",
      .figures(["traffic.sessions": 240, "traffic.left_out.total": 1])),
    FieldCase(
      "Metrica: a total in the first row",
      [
        "a.csv": "\"Дата визита\",\"Час визита\",\"Визиты\"\n\"Итого и средние\",,240\n"
          + hours { "2026-03-02,\(two($0)):00,10" }
      ], "size --time-zone Europe/Moscow a.csv",
      .figures(["traffic.sessions": 240, "traffic.left_out.total": 1])),
    FieldCase(
      "a daily report", ["a.csv": "Date,Sessions\n20260302,1000\n20260303,900\n"],
      "size --time-zone Europe/Moscow a.csv",
      .figures(["traffic.sessions": 1900]).saying("counts visits by the day", "--week")),
    FieldCase(
      "a daily report of a week of one's own",
      [
        "a.csv": "Date,Sessions\n20260302,1000\n",
        "week.txt": "mon-sun 0 0 0 0 0 0 0 0 0 0 1" + String(repeating: " 0", count: 13),
      ],
      "size --time-zone Europe/Moscow --week week.txt a.csv",
      .figures(["traffic.sessions": 1000]).saying("by the day")),
    FieldCase(
      "GA4: numbered days below the dates of the report",
      [
        "a.csv": "# Start date: 20260302\n# End date: 20260303\nNth day,Sessions\n0000,500\n"
          + "0001,400\n\n# Start date: 20260302\nSession default channel group,Sessions\nDirect,900\n"
      ], "size --time-zone Europe/Moscow a.csv",
      .figures(["traffic.sessions": 900]).saying("by the day")),
    FieldCase(
      "GA4: users by the hour", ["a.csv": "dateHour,Active users\n2026030210,10\n"],
      "size --time-zone Europe/Moscow a.csv",
      .figures(["traffic.sessions": 10]).saying("'Active users' counts people")),
    FieldCase(
      "GA4: the ten busiest hours of an exploration, and the total of all",
      ["a.csv": "dateHour,Sessions\n,900,Grand total\n2026030210,50\n2026030311,40\n"],
      "size --time-zone Europe/Moscow a.csv",
      .figures(["traffic.sessions": 90]).saying("own total is 900 visits", "810 of them")),
    FieldCase(
      "the busiest hours, without a total",
      [
        "a.csv": "dateHour,Sessions\n2026030310,50\n2026030211,40\n2026030412,39\n2026030213,38\n"
          + "2026030514,31\n"
      ], "size --time-zone Europe/Moscow a.csv",
      .figures(["traffic.sessions": 198]).saying("rows seem to be missing")),
    FieldCase(
      "counts with points", ["a.csv": "Date,Sessions\n2026-03-02,1.234\n2026-03-03,2345\n"],
      "size --time-zone Europe/Moscow a.csv", .refused(65, "commas or points")),
  ]

  /// A line for each hour of a day.
  private static func hours(_ line: (Int) -> String) -> String {
    (0..<24).map { line($0) + "\n" }.joined()
  }

  private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
}
