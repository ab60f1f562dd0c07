extension FieldCase {
  /// Calls and page views whose clocks, times or names don't agree.
  static let callClocks = [
    clock("right", at: { "07:\(two($0 + 4)):30Z" }, .figures(["calls.judged": 30]), unsaid: true),
    clock(
      "two hours fast", at: { "09:\(two($0 + 4)):30Z" },
      .figures(["calls.judged": 30]).saying("moved by -2h", "--calls-clock-offset -2h")),
    clock(
      "an hour slow", at: { "06:\(two($0 + 4)):30Z" },
      .warned("--calls-clock-offset +1h", "None of 30 calls")),
    clock(
      "mended by an offset", at: { "09:\(two($0 + 4)):30Z" }, .figures(["calls.judged": 30]),
      options: "--calls-clock-offset -2h ", unsaid: true),
    clock(
      "mended too far", at: { "07:\(two($0 + 4)):30Z" }, .warned("leave out --calls-clock-offset"),
      options: "--calls-clock-offset=-3h "),
    clock(
      "of a zone of its own", at: { "10:\(two($0 + 4)):30" }, .figures(["calls.judged": 30]),
      options: "--calls-time-zone +03:00 ", unsaid: true),
    clock(
      "of another zone than was said", at: { "10:\(two($0 + 4)):30" },
      .warned("moved by -3h", "--calls-clock-offset -3h"), options: "--time-zone UTC "),
    clock(
      "of another week", at: { "07:\(two($0 + 4)):30Z" }, day: "2026-03-10",
      .warned("All calls lie outside of the traffic")),
    clock(
      "right, but the names are others", at: { "07:\(two($0 + 4)):30Z" }, names: "x",
      .warned("None of 30 calls can be judged: they mostly name a session or a visitor")),
    clock(
      "right, but there are no names", at: { "07:\(two($0 + 4)):30Z" }, names: nil,
      .warned("they mostly name neither a session nor a visitor")),
    FieldCase(
      "options of calls without calls", ["views.csv": sixSessions],
      "size --calls-clock-offset -2h views.csv", .refused(64, "none are given")),
    FieldCase(
      "an offset without a unit", ["views.csv": sixSessions],
      "size --calls-clock-offset -2 --calls views.csv views.csv", .refused(64)),
  ]

  /// Thirty visits a minute apart from 07:00 on, each with a call three and a half minutes later.
  private static func clock(
    _ name: String, at time: (Int) -> String, day: String = "2026-03-02", names: String? = "s",
    _ right: Outcome, options: String = "", unsaid: Bool = false
  ) -> FieldCase {
    let views = (1...30).map { "2026-03-02T07:\(two($0)):00Z,s\($0),v\($0)\n" }
    let late = (1...30).map { "2026-03-02T11:\(two($0)):00Z,t\($0),w\($0)\n" }
    let calls = (1...30).map { number in
      "c\(number),\(day)T\(time(number)),\(names.map { $0 + String(number) } ?? "")\n"
    }
    return FieldCase(
      "a clock: \(name)",
      [
        "views.csv": "at,session_id,visitor_id\n" + (views + late).joined(),
        "calls.csv": "call_id,at,session_id\n" + calls.joined(),
      ],
      "size \(options)--calls calls.csv views.csv",
      unsaid ? right.notSaying("clock", "None of", "All calls") : right)
  }

  private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
}
