/// A table as lines of a page: words to the left, figures to the right.
struct TextTable {
  private let columns: [TextColumn]
  private let rows: Int
  private let width: Int

  /// A column in words.
  private struct TextColumn {
    let heading: String
    let cells: [String]
    let quantity: Quantity
    /// That of its widest cell.
    let width: Int
    /// What words are cut to before other columns are moved below.
    var comfortable: Int { min(quantity.fewestCharacters ?? width, width) }
    /// What it is cut to if need be: of figures the heading.
    let narrowest: Int
  }

  /// Prepares a table.
  ///
  /// - Parameters:
  ///   - table: What it shows.
  ///   - wording: The language of its words.
  ///   - width: The columns of the page, from 40.
  init(_ table: Table, in wording: any Wording, width: Int) {
    self.width = width
    rows = table.rows
    columns = table.shown.map { column in
      let heading = column.heading.words(in: wording)
      let cells = column.values.map(wording.text)
      let widest = cells.reduce(0) { max($0, $1.count) }
      let width = max(heading.count, widest)
      return TextColumn(
        heading: heading, cells: cells, quantity: column.quantity, width: width,
        narrowest: min(width, column.quantity.fewestCharacters ?? max(8, widest)))
    }
  }

  /// The lines, two spaces in. Where a page is too narrow words give way, the widest first, and
  /// then columns are written below others, beside the first one again.
  var lines: [String] {
    var lines: [String] = []
    for (index, group) in groups.enumerated() {
      if index > 0 { lines.append("") }
      lines += self.lines(of: group)
    }
    return lines
  }

  /// The columns that stand beside each other.
  private var groups: [[Int]] {
    let all = Array(columns.indices)
    guard columns.count > 2, comfortableWidth(of: all) > width else { return [all] }
    let marks = all.dropFirst().filter { columns[$0].quantity == .mark }
    var groups: [[Int]] = []
    var group: [Int] = []
    for column in all.dropFirst() where columns[column].quantity != .mark {
      if !group.isEmpty, comfortableWidth(of: [0] + group + [column] + marks) > width {
        groups.append([0] + group + marks)
        group = []
      }
      group.append(column)
    }
    return groups + [[0] + group + marks]
  }

  /// The columns of a page that some columns need to stand beside each other.
  private func comfortableWidth(of group: [Int]) -> Int {
    group.reduce(0) { $0 + 2 + columns[$1].comfortable }
  }

  /// How wide the columns of a group are written.
  private func widths(of group: [Int]) -> [Int] {
    var widths = group.map { columns[$0].width }
    for limits in [group.map { columns[$0].comfortable }, group.map { columns[$0].narrowest }] {
      var excess = widths.reduce(0) { $0 + $1 + 2 } - width
      while excess > 0,
        let widest = widths.indices.filter({ widths[$0] > limits[$0] })
          .max(by: { widths[$0] < widths[$1] })
      {
        let cut = min(excess, widths[widest] - limits[widest])
        widths[widest] -= cut
        excess -= cut
      }
    }
    return widths
  }

  private func lines(of group: [Int]) -> [String] {
    let widths = widths(of: group)
    let hasHeadings = group.contains { !columns[$0].heading.isEmpty }
    return ((hasHeadings ? -1 : 0)..<rows).map { row in
      var line = ""
      for (index, width) in zip(group, widths) {
        let column = columns[index]
        let cell = row < 0 ? column.heading : column.cells[row]
        let fitting = cell.count > width ? cell.prefix(width - 1) + "~" : cell[...]
        let padding = String(repeating: " ", count: width - fitting.count)
        line += "  " + (column.quantity.isSetLeft ? fitting + padding : padding + fitting)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
