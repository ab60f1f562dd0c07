extension FieldCase {
  /// What spreadsheet programs make of identifiers and times.
  static let spreadsheets = identifiers + identifiersOfCalls + serialDates + localDates

  private static let identifiers =
    [
      "1.77E+18", "\"1,77E+18\"", "1.772434e+18", "1.77E18", "2E+18", "1,77×10^18", "#NAME?",
      "########",
    ].map { id in
      FieldCase(
        "visitors as \(id)",
        ["a.csv": FieldTable.text(delimiter: ";", visitor: { _ in id })], "size a.csv",
        .refused(65, "has lost identifiers", "visitor_id"))
    } + [
      FieldCase(
        "visitors rounded to 15 digits",
        ["a.csv": FieldTable.text(visitor: { "17724348001234\($0)6000" })], "size a.csv",
        .refused(65, "long numbers that end in zeros")),
      FieldCase(
        "visitors rounded until they are one",
        ["a.csv": FieldTable.text(visitor: { _ in "1772434800123456000" })], "size a.csv",
        .refused(65, "long numbers that end in zeros")),
      FieldCase(
        "a visitor whose number ends in a zero",
        ["a.csv": FieldTable.text(visitor: { _ in "1772434800123450" })], "size a.csv",
        .warned("long numbers that end in zeros")),
      FieldCase(
        "visitors rounded to 17 digits",
        ["a.csv": FieldTable.text(visitor: { "17724348001234\($0)1600" })], "size a.csv",
        .refused(65, "long numbers that end in zeros")),
      FieldCase(
        "long numbers that are whole",
        ["a.csv": FieldTable.text(visitor: { "177243480012345678\($0)" })],
        "size a.csv", .six.notSaying("end in zeros")),
      FieldCase(
        "hexadecimal names with an E", ["a.csv": FieldTable.text(visitor: { "1e\($0)2e12" })],
        "size a.csv",
        .six),
      FieldCase(
        "one visitor of six shortened",
        ["a.csv": FieldTable.text(visitor: { $0 == 1 ? "1.77E+18" : "visitor \($0)" })],
        "size a.csv",
        .refused(65, "2 of 12")),
      FieldCase(
        "sessions shortened",
        ["a.csv": FieldTable.text(header: "at,session_id,url", visitor: { _ in "1.77E+18" })],
        "size a.csv",
        .refused(65, "session_id")),
      FieldCase(
        "click ids shortened",
        [
          "a.csv": FieldTable.text(
            header: "at,visitor_id,yclid,url", visitor: { "v\($0),1.77E+18" })
        ],
        "size a.csv", .six.saying("fields of the column yclid were shortened")),
      FieldCase(
        "words for nothing",
        ["a.csv": FieldTable.text(visitor: { $0 < 4 ? "null" : "visitor \($0)" })],
        "size a.csv", .figures(["traffic.visitors": 3, "traffic.left_out.no_visitor": 6])),
    ]

  private static let identifiersOfCalls = [
    FieldCase(
      "visitors with .0 behind them, and their calls without",
      [
        "a.csv": FieldTable.text(visitor: { "177243480\($0).0" }),
        "calls.csv": "at,visitor_id\n2026-03-02T10:30:00+03:00,1772434801\n",
      ], "size --calls calls.csv a.csv",
      .figures(["traffic.visitors": 6, "minimum.calls_correct": 1])),
    FieldCase(
      "calls of shortened visitors",
      [
        "a.csv": FieldTable.text(),
        "calls.csv": "at,visitor_id\n2026-03-02T10:30:00+03:00,1.77E+18\n",
      ], "size --calls calls.csv a.csv", .refused(65, "visitor_id")),
    FieldCase(
      "shortened names of calls",
      [
        "a.csv": FieldTable.text(),
        "calls.csv": "at;visitor_id;call_id\n2026-03-02T10:30:00+03:00;visitor 1;1,77E+18\n",
      ], "size --calls calls.csv a.csv", .refused(65, "call_id")),
    FieldCase(
      "shortened telephone numbers",
      [
        "a.csv": FieldTable.text(),
        "calls.csv": "at;visitor_id;caller\n2026-03-02T10:30:00+03:00;visitor 1;7,92E+10\n",
      ], "size --calls calls.csv a.csv", .six.saying("the column caller were shortened")),
  ]

  private static let serialDates = [
    FieldCase(
      "days and parts of them",
      ["a.csv": FieldTable.text(delimiter: ";", at: { "46083,4\(serialDigits($0))" })],
      "size --time-zone +03:00 a.csv", .six.saying("days as spreadsheet programs count them")),
    FieldCase(
      "days without a time zone",
      ["a.csv": FieldTable.text(at: { "46083.4\(serialDigits($0))" })], "size a.csv",
      .refused(64, "a time zone is needed")),
    FieldCase(
      "whole days", ["a.csv": FieldTable.text(at: { _ in "46083" })],
      "size --time-zone +03:00 a.csv", .refused(65, "a spreadsheet's day or a second of 1970")),
    FieldCase(
      "seconds from nothing", ["a.csv": FieldTable.text(at: { "\($0 * 60)" })], "size a.csv",
      .six.saying("which no website's traffic does")),
  ]

  private static let localDates =
    [
      "13/03/2026 10:MM", "3/13/2026 10:MM:00 AM", "13/03/2026, 10:MM:00", "2026/03/02 10:MM:00",
      "13/03/26 10:MM", "02.03.26 10:MM", "13-03-2026 10:MM", "Mar 2, 2026 10:MM PM",
      "02-Mar-2026 10:MM", "13/3/2026 10:MM\u{202F}p.m.", "2 March 2026 10:MM", "2026-3-2 9:MM",
    ].map { date in
      FieldCase(
        "dates as \(date)",
        [
          "a.csv": FieldTable.text(
            delimiter: ";", at: { date.replacing("MM", with: FieldTable.two($0)) })
        ], "size --time-zone +03:00 a.csv", .six.notSaying("which no website's"))
    } + [
      FieldCase(
        "dates with the day or the month first",
        ["a.csv": FieldTable.text(at: { "02/03/2026 10:\(FieldTable.two($0))" })],
        "size --time-zone +03:00 a.csv", .refused(64, "the day or the month first")),
      FieldCase(
        "the same, told",
        ["a.csv": FieldTable.text(at: { "02/03/2026 10:\(FieldTable.two($0))" })],
        "size --time-zone +03:00 --date-order month-day a.csv", .six),
      FieldCase(
        "dates of both orders",
        ["a.csv": FieldTable.text(at: { $0 < 6 ? "13/03/2026 10:00" : "03/14/2026 10:00" })],
        "size --time-zone +03:00 a.csv", .refused(65, "others with the month first")),
      FieldCase(
        "years of two digits that may come first",
        ["a.csv": FieldTable.text(at: { "26/03/\(10 + $0) 10:00" })],
        "size --time-zone +03:00 a.csv", .refused(64, "the day or the month first")),
    ]

  /// The part of a day behind 0.4, in 1440ths of a day after 10:00.
  private static func serialDigits(_ minute: Int) -> String {
    "\(16667 + minute * 694)"
  }
}
