/// Rows as comma-separated text that a spreadsheet can open without running anything.
struct CSVText {
  private(set) var text: String

  init(_ heads: [String]) {
    text = heads.joined(separator: ",") + "\n"
  }

  mutating func add(_ row: [String]) {
    text += row.map(Self.field).joined(separator: ",") + "\n"
  }

  /// A field, quoted where it must be. One that a spreadsheet would take for a formula gets an
  /// apostrophe before it.
  private static func field(_ value: String) -> String {
    var value = value
    if let first = value.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first),
      Double(value) == nil
    {
      value = "'" + value
    }
    guard value.contains(where: { ",\"\n\r".contains($0) || $0.isNewline }) else { return value }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }
}
