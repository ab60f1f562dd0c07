/// A table of at most 80 columns: words to the left, figures to the right.
struct TextTable {
  private var heads: [String]
  private var rows: [[String]] = []
  private let wordColumns: Set<Int>

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - heads: The heads of the columns; all empty for none.
  ///   - wordColumns: Which columns hold words; the others hold figures.
  init(_ heads: [String], words wordColumns: Set<Int> = []) {
    self.heads = heads
    self.wordColumns = wordColumns
  }

  mutating func add(_ row: [String]) {
    precondition(row.count == heads.count, "A row has as many cells as the table has heads")
    rows.append(row)
  }

  var isEmpty: Bool { rows.isEmpty }

  /// The lines, two spaces in; the widest column of words gives way where 80 columns don't do.
  var lines: [String] {
    let shown = heads.allSatisfy(\.isEmpty) ? rows : [heads] + rows
    var widths = heads.indices.map { column in shown.map { $0[column].count }.max() ?? 0 }
    let excess = widths.reduce(0) { $0 + $1 + 2 } - 80
    if excess > 0, let widest = wordColumns.max(by: { widths[$0] < widths[$1] }) {
      widths[widest] = max(8, widths[widest] - excess)
    }
    return shown.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let fitting =
          cell.count > widths[column] ? cell.prefix(widths[column] - 1) + "~" : cell[...]
        let padding = String(repeating: " ", count: widths[column] - fitting.count)
        line += "  " + (wordColumns.contains(column) ? fitting + padding : padding + fitting)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
