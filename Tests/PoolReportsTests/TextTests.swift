import Testing

@testable import PoolReports

@Suite("Text for people")
struct TextTests {
  @Test("Counts with separators")
  func counts() {
    #expect(Figures.count(0) == "0")
    #expect(Figures.count(999) == "999")
    #expect(Figures.count(157_433) == "157,433")
    #expect(Figures.count(-1000) == "-1,000")
    #expect(Figures.count(1, "session") == "1 session")
  }

  @Test("Percentages never round up to a target that is missed")
  func percentages() {
    #expect(Figures.percent(1, of: 1) == "100.00 %")
    #expect(Figures.percent(99_999, of: 100_000) == "99.99 %")
    #expect(Figures.percent(1, of: 3) == "33.33 %")
    #expect(Figures.percent(0, of: 0) == "-")
  }

  @Test("Money")
  func money() {
    #expect(Figures.money(350) == "3.50")
    #expect(Figures.money(123_400) == "1,234")
  }

  @Test("Tables fit 80 columns, the words give way")
  func tables() {
    var table = TextTable(["pool", "numbers"], words: [0])
    table.add([String(repeating: "long-name.", count: 20), "12"])
    #expect(table.lines.allSatisfy { $0.count <= 80 })
    #expect(table.lines[1].hasSuffix("~       12"))
  }

  @Test("A plot has its columns, and points at the answer")
  func plot() {
    let plot = CurvePlot(upTo: 100, mark: 50) { Double($0) / 100 }
    #expect(plot.lines.count == 10)
    #expect(plot.lines.allSatisfy { $0.count <= 80 })
    #expect(plot.lines.last?.contains("^ 50") == true)
  }

  @Test(
    "Personal data and control characters are kept out",
    arguments: [
      ("192.0.2.1 / referral", "(hidden) / referral"), ("google / cpc", "google / cpc"),
      ("a@b.example", "(hidden)"), ("+49 1512345678901", "+49 (hidden)"),
      ("2001:db8::1", "(hidden)"), ("version 1.2.3", "version 1.2.3"),
      ("x\u{1B}[31mred", "x\\x1B[31mred"), ("http://192.0.2.1/x", "(hidden)"),
      ("summer-2026", "summer-2026"),
    ])
  func privacy(text: String, shown: String) {
    #expect(Privacy.masked(text) == shown)
  }
}
