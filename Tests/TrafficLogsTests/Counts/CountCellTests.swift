import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Cells of reports")
struct CountCellTests {
  private func hour(_ text: String) -> HourText? {
    let bytes = Array(text.utf8)
    return HourText(bytes.span, bytes.indices)
  }

  @Test(
    "An hour of a day, however it is written",
    arguments: [
      "9", "09", "9:00", "09:00", "09:00:00", "9.00", "9 AM", "9AM", "9 a.m.", "9:00 am", "9h",
      "9 h", "09h", "9 ч", "9 ч.", "9 часов", "в 9",
    ])
  func hours(text: String) {
    #expect(hour(text) == HourText("9"))
    #expect(hour(text)?.minute == 540 && hour(text)?.length == nil)
  }

  @Test(
    "From one hour to the next",
    arguments: [
      "9:00 - 10:00", "09:00-10:00", "9-10", "9 – 10", "9:00 — 9:59", "09:00 - 09:59",
      "9 AM - 10 AM", "9 - 10 AM", "from 9 to 10", "с 9 до 10", "9 ч - 10 ч",
    ])
  func ranges(text: String) {
    #expect(hour(text)?.minute == 540 && hour(text)?.length == 60)
  }

  @Test(
    "Noon, midnight and the last hour",
    arguments: [
      ("12 AM", 0), ("12 PM", 720), ("11 PM", 1380), ("0", 0), ("00:00", 0),
      ("23:00 - 24:00", 1380),
      ("23:00 - 0:00", 1380), ("11 - 12 PM", 660), ("11 PM - 12 AM", 1380), ("12:30 AM", 30),
    ])
  func ends(text: String, minute: Int) {
    #expect(hour(text)?.minute == minute)
  }

  @Test(
    "What is no hour",
    arguments: [
      "", "24", "25", "-1", "2026", "2026030209", "2026-03-02", "9 - 9", "13 PM", "0 AM", "9:60",
      "Monday", "9,5", "total", "9 10", "1772445600",
    ])
  func noHour(text: String) {
    #expect(hour(text) == nil)
  }

  private func counts(_ texts: [String]) throws(CountText.Problem) -> [Int] {
    var column = CountText()
    var counts: [Int] = []
    for text in texts {
      let bytes = Array(text.utf8)
      counts.append(try column.count(bytes.span, bytes.indices))
    }
    if column.isUnclear { throw .unclear }
    return counts
  }

  @Test("Whole numbers, and thousands apart")
  func wholes() throws {
    #expect(try counts(["0", "12", "1234"]) == [0, 12, 1234])
    #expect(try counts(["1 234", "1\u{A0}234 567", "1'234", "1\u{202F}234"]).last == 1234)
    #expect(try counts(["1,234", "987", "12,345,678"]) == [1234, 987, 12_345_678])
    #expect(try counts(["1.234", "987"]) == [1234, 987])
    #expect(try counts(["12.0", "1234.0", "7"]) == [12, 1234, 7])
  }

  @Test(
    "A column that may be read in two ways isn't read",
    arguments: [
      ["1,234", "1234"], ["2345", "1.234"], ["1,234", "1.5"], ["1.5", "1.234"], ["1,234", "1.234"],
      ["1.000", "2.000"], ["1.234", "0.500"], ["1.234", "5.0"],
    ])
  func unclear(texts: [String]) {
    #expect(throws: CountText.Problem.self) { try counts(texts) }
  }

  @Test(
    "What is no count",
    arguments: ["", "12%", "12 (3 %)", "-", "<10", "1.2K", "1,23", "1,2345", "-5", "12 34", "1e3"])
  func noCount(text: String) {
    #expect(throws: CountText.Problem.notWhole) { try counts([text]) }
  }

  @Test(
    "Days in words",
    arguments: [
      "Mar 2, 2026", "March 2, 2026", "Monday, March 2, 2026", "2 Mar 2026", "2 марта 2026 г.",
      "2 мар. 2026 г.", "пн, 2 марта 2026",
    ])
  func days(text: String) {
    #expect(ReportDate(text)?.day == Timestamp(year: 2026, month: 3, day: 2, second: 0))
    #expect(ReportDate(text)?.minute == nil)
    #expect(ReportDate(text + ", 9 AM")?.minute == 540)
    #expect(ReportDate(text + ", 09:00")?.minute == 540)
  }

  @Test(
    "Nothing else is a day in words", arguments: ["03/02/2026", "Mar 2026", "Mar 32, 2026", ""])
  func noDays(text: String) {
    #expect(ReportDate(text) == nil)
  }

  @Test("The days that a title names")
  func titles() {
    func days(_ lines: String...) -> String? {
      ReportDate.range(in: lines).map {
        "\($0.lowerBound.civilDate.day)-\($0.upperBound.civilDate.day)"
      }
    }
    #expect(days("# Start date: 20260302", "# End date: 20260329") == "2-29")
    #expect(days("# Free form 1", "# 20260302-20260329") == "2-29")
    #expect(days("Report 2026-03-02 - 2026-03-29") == "2-29")
    #expect(days("Отчёт за 02.03.2026 — 29.03.2026") == "2-29")
    #expect(days("Mar 2, 2026 - Mar 29, 2026") == "2-29")
    #expect(days("# 20260302") == "2-2")
    // Two ranges are compared; nobody knows which is the table's.
    #expect(days("# 20260302-20260329", "# 20250302-20250329") == nil)
    #expect(days("# Shop", "03/02/2026") == nil)
  }

  @Test("Weeks and months")
  func longStretches() {
    let monday = Timestamp(year: 2026, month: 3, day: 2, second: 0)
    #expect(ReportDate.week(in: "2026-W10", isCompact: false) == monday)
    #expect(ReportDate.week(in: "202610", isCompact: true) == monday)
    #expect(ReportDate.week(in: "202610", isCompact: false) == nil)
    let march = Timestamp(year: 2026, month: 3, day: 1, second: 0)
    for text in ["2026-03", "202603", "03.2026", "March 2026", "Март 2026", "март 2026 г."] {
      #expect(ReportDate.month(in: text) == march, "\(text)")
    }
    #expect(ReportDate.month(in: "03") == nil)
  }
}
