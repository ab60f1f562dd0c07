import NumberPools
import Testing

@testable import PoolReports

@Suite("CSV that a spreadsheet may open")
struct CSVTextTests {
  /// Rows as written in RFC 4180, byte by byte; `nil` where a quote is out of place.
  private static func parsed(_ text: String) -> [[String]]? {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""):
        guard field.isEmpty else { return nil }
        while let inner = rest.popFirst() {
          if inner == UInt8(ascii: "\"") {
            guard rest.first == UInt8(ascii: "\"") else { break }
            rest.removeFirst()
          }
          field.append(inner)
        }
        guard rest.first == UInt8(ascii: ",") || rest.first == 0x0A else { return nil }
      case UInt8(ascii: ","), 0x0A:
        row.append(String(decoding: field, as: UTF8.self))
        field = []
        if byte == 0x0A {
          rows.append(row)
          row = []
        }
      default:
        field.append(byte)
      }
    }
    return row.isEmpty && field.isEmpty ? rows : nil
  }

  private func line(_ fields: String...) -> String {
    var csv = CSVText(["a"])
    csv.add(fields)
    return String(csv.text.dropFirst(2).dropLast())
  }

  @Test("A header, then a line each")
  func rows() {
    var csv = CSVText(["number", "from"])
    csv.add(["1", "2026-03-02T10:00:00Z"])
    csv.add(["", ""])
    #expect(csv.text == "number,from\n1,2026-03-02T10:00:00Z\n,\n")
  }

  @Test("Quotes where they must be, and only there")
  func quotes() {
    #expect(line("plain", "two words", "semi;colon") == "plain,two words,semi;colon")
    #expect(line("a,b", "c") == "\"a,b\",c")
    #expect(line("say \"hi\"") == "\"say \"\"hi\"\"\"")
    #expect(line("one\ntwo") == "\"one\ntwo\"")
    #expect(line("one\r\ntwo") == "\"one\r\ntwo\"")
    #expect(line("\"") == "\"\"\"\"")
  }

  @Test(
    "A formula is disarmed",
    arguments: [
      "=cmd()", "=1+1", "+cmd|' /C calc'!A0", "-2+3+cmd()", "@SUM(A1)", "\t=cmd()", "\r=cmd()",
      "=", "-", "--1", "+1-555", "=\u{301}cmd()", "-\u{200D}1",
    ])
  func formulas(text: String) throws {
    let field = try #require(Self.parsed(line(text) + "\n")?.first?.first)
    #expect(Array(field.utf8) == Array(("'" + text).utf8))
  }

  @Test(
    "Numbers stay plain",
    arguments: ["0", "-1", "+1", "3.50", "-0.25", "1e5", "+4915123456789", "12345678901234567890"])
  func numbers(text: String) {
    #expect(line(text) == text)
  }

  @Test("Any text is read back as it was, in its own field", arguments: UInt64(0)..<50)
  func readBack(seed: UInt64) throws {
    let parts = [
      "a", "é", "\"", "\"\"", ",", "\n", "\r", "\r\n", "=", "-", "+", "@", "\t", " ", "1",
    ]
    var generator = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let row = (0..<3).map { _ in
        (0..<generator.next(below: 6)).map { _ in parts[generator.next(below: parts.count)] }
          .joined()
      }
      var csv = CSVText(["a", "b", "c"])
      csv.add(row)
      let rows = try #require(Self.parsed(csv.text))
      #expect(rows.count == 2)
      let read = try #require(rows.last)
      #expect(read.count == 3)
      for (written, read) in zip(row, read) {
        #expect([Array(written.utf8), Array(("'" + written).utf8)].contains(Array(read.utf8)))
        if let first = read.utf8.first, "=+-@\t\r".utf8.contains(first) {
          #expect(Double(read) != nil)
        }
      }
    }
  }

  @Test("A mark over a comma or a quote hides neither", arguments: [",", "\"", "\n"])
  func combining(mark: String) throws {
    let text = "a\(mark)\u{301}b"
    #expect(Self.parsed(line(text) + "\n") == [[text]])
  }
}
