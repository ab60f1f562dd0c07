import Testing

@testable import TrafficLogs

@Suite("Names of columns")
struct ColumnNameTests {
  /// Every character of ASCII, and others: among them those that join the one before.
  private static let names =
    (0..<0x80).map { "A\(UnicodeScalar(UInt8($0)))b" } + [
      "", "Start Time", "start_time\r\n", "\u{301} \u{301}a", "Дата и\u{A0}время", "a\u{2003}B",
      "É_é",
      "visitor_id and more than fifteen bytes", "\u{85}X-\u{1C}",
    ]

  @Test("Are compared without case, spaces and lines", arguments: names)
  func folded(name: String) {
    let simple = name.lowercased().unicodeScalars.filter {
      !$0.properties.isWhitespace && $0 != "_" && $0 != "-"
    }
    #expect(Array(DelimitedHeader.folded(name).unicodeScalars) == Array(simple))
  }

  @Test(
    "Are trimmed of every kind of space",
    arguments: names + [" a ", "\r\n\t a b \u{2003}", "  "])
  func trimmed(name: String) {
    let start = name.unicodeScalars.drop(while: \.properties.isWhitespace)
    let simple = Array(start.reversed().drop(while: \.properties.isWhitespace).reversed())
    let bytes = Array(name.utf8)
    guard !bytes.contains(UInt8(ascii: "\"")), !bytes.contains(UInt8(ascii: ",")) else { return }
    let cells = DelimitedHeader.cells(of: bytes.span, delimiter: UInt8(ascii: ","))
    #expect(cells.map { Array($0.unicodeScalars) } == [simple])
  }
}
