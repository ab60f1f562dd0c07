/// Tells the rows of a report that sum others up, by their words.
enum TotalRow {
  /// Whether a cell of a row says that it is a total or a mean of others.
  ///
  /// - Complexity: O(length); no cell is looked at closely whose first letter tells that it isn't.
  static func isTotal(_ row: Span<UInt8>, delimiter: UInt8) -> Bool {
    var start = 0
    var isInside = false
    for index in 0...row.count {
      let isEnd = index == row.count || (!isInside && row[index] == delimiter)
      if isEnd {
        if isTotal(row, start..<index) { return true }
        start = index + 1
      } else if row[index] == UInt8(ascii: "\"") {
        isInside.toggle()
      }
    }
    return false
  }

  private static func isTotal(_ row: Span<UInt8>, _ cell: Range<Int>) -> Bool {
    var cell = cell
    while let first = cell.first, row[first] == UInt8(ascii: "\"") || row[first] == 0x20 {
      cell.removeFirst()
    }
    guard let first = cell.first, firsts.contains(row[first]), cell.count <= 60 else {
      return false
    }
    let text = row.extracting(cell).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    let word = DelimitedHeader.folded(text.filter { $0 != "\"" && $0 != ":" })
    return words.contains(word)
  }

  /// The first bytes of the words: Latin letters, and those that begin Cyrillic ones.
  private static let firsts: Set<UInt8> = Set("tTgGaAsSиИ".utf8).union([0xD0, 0xD1])

  private static let words: Set<String> = Set(
    [
      "total", "totals", "grand total", "sub total", "sum", "average", "averages",
      "total and average", "total and averages", "totals and average", "totals and averages",
      "total / average", "summe", "gesamt", "итого", "итого и средние", "итого и среднее",
      "итоги", "всего", "общий итог", "общее количество", "сумма", "среднее", "в среднем",
      "среднее значение", "промежуточный итог", "всього",
    ].map(DelimitedHeader.folded))
}
