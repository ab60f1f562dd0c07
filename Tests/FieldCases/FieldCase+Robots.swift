extension FieldCase {
  /// Who asks for pages but runs no script.
  static let robots = [
    FieldCase(
      "people and a script that calls itself a browser",
      ["a.log": RobotLog.people(withFiles: true) + RobotLog.script], "inspect a.log",
      FieldCase.Outcome.six.saying("4 of 10 sessions are left out")),
    FieldCase(
      "the same, and everybody is asked for",
      [
        "a.log": RobotLog.people(withFiles: true) + RobotLog.script
      ], "inspect --evidence none a.log",
      .traffic(visitors: 10, sessions: 10, pageViews: 16, peak: 10)),
    FieldCase(
      "files come from another server",
      ["a.log": RobotLog.people(withFiles: false) + RobotLog.script], "inspect a.log",
      .traffic(visitors: 10, sessions: 10, pageViews: 16, peak: 10)
        .saying("Who is a browser can't be told: none of 16 lines")),
    FieldCase(
      "monitors that name themselves, without a word for robot",
      [
        "a.log": ["Site24x7", "GoogleHC/1.0", "NodePing", "Catchpoint"].map {
          FieldLog.line(1, view: 0, behind: " \"-\" \"\($0)\"") + "\n"
        }.joined()
      ], "inspect a.log", .figures(["traffic.sessions": 0, "traffic.left_out.bot": 4])),
    FieldCase(
      "an office and a page are left out",
      ["a.log": FieldLog.text()],
      "inspect --exclude-address 203.0.113.11 --exclude-address 203.0.113.12/31 --exclude-path /pri a.log",
      .figures([
        "traffic.sessions": 3, "traffic.page_views": 3, "traffic.left_out.excluded_address": 6,
        "traffic.left_out.excluded_path": 3,
      ])),
    FieldCase(
      "a page of a table is left out",
      ["a.csv": "at,visitor_id,url\n1772445600,a,https://x.example/admin/\n1772445600,b,/\n"],
      "inspect --exclude-path /admin a.csv",
      .figures(["traffic.sessions": 1, "traffic.left_out.excluded_path": 1])),
    FieldCase(
      "a table without pages can't leave some out", ["a.csv": "at,visitor_id\n1772445600,a\n"],
      "inspect --exclude-path /admin a.csv", .refused(65, "has no column url")),
    FieldCase(
      "no address", ["a.log": FieldLog.text()], "inspect --exclude-address office a.log",
      .refused(64, "'office' is no address")),
    FieldCase(
      "files are asked for, but a table has none", ["a.csv": "at,visitor_id\n1772445600,a\n"],
      "inspect --evidence assets a.csv", .refused(64, "--evidence means nothing to")),
  ]
}

/// The six people of `FieldLog`, whose browsers fetch a style sheet, and a script.
enum RobotLog {
  /// The people's page views and, with files, what their browsers fetch for the first of them.
  static func people(withFiles: Bool) -> String {
    FieldLog.lines { person, view in
      let page = FieldLog.line(person, view: view)
      guard withFiles, view == 0 else { return page }
      return page + "\n" + page.replacing("GET / ", with: "GET /main.css ")
    }
  }

  /// Four addresses that ask for the first page and for nothing else.
  static let script = (1...4).map { number in
    FieldLog.line(number, view: 0, front: { _ in "198.51.100.\(number) - - " }) + "\n"
  }.joined()
}
