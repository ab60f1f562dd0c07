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
    // By scalar: a mark that combines with a comma doesn't make it less of a comma.
    guard value.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else {
      return value
    }
    var quoted = "\""
    for scalar in value.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    quoted.unicodeScalars.append("\"")
    return quoted
  }
}
