extension CallColumn {
  /// The columns of Asterisk's records by position, where they have no header.
  ///
  /// The older order begins with the account, the order of `cdr_custom` with the caller's name, the
  /// order of the databases with the start. Names of calls, which settings add, are told by what
  /// they look like.
  ///
  /// - Parameter row: The first row.
  /// - Returns: `nil` where the row isn't such a record, but a header, or anything else.
  package static func asteriskPositions(_ row: Span<UInt8>) -> [Int8]? {
    let delimiter = DelimitedHeader.delimiter(of: row)
    return asteriskPositions(ofCells: DelimitedHeader.cells(of: row, delimiter: delimiter))
  }

  /// The same of a row that is cut.
  static func asteriskPositions(ofCells cells: [String]) -> [Int8]? {
    guard (15...40).contains(cells.count) else { return nil }
    var slots: [Int: CallColumn]
    switch cells.firstIndex(where: isTime) {
    // The start comes first of the three times and is always there.
    case 8? where cells.count > 15:
      slots = [1: .caller, 2: .dialled, 8: .time, 11: .duration, 13: .answered, 16: .id]
    case 9? where cells.count > 15:
      slots = [1: .caller, 2: .dialled, 9: .time, 12: .duration, 14: .answered, 16: .id]
      // The account of the peer, what legs share, and a count.
      if (19...21).contains(cells.count), isName(cells[cells.count - 2]) {
        slots[cells.count - 2] = .linkedID
      }
    case 0? where dispositions.contains(cells[11].uppercased()):
      slots = [
        0: .time, 2: .caller, 3: .dialled, 9: .duration, 11: .answered, 14: .id, 16: .poolNumber,
        20: .ownCaller, 23: .linkedID,
      ]
    default: return nil
    }
    // Without names the same places hold what users wrote.
    for (index, slot) in slots where slot == .id || slot == .linkedID {
      if index >= cells.count || !isName(cells[index]) { slots[index] = nil }
    }
    return cells.indices.map { Int8(slots[$0]?.rawValue ?? -1) }
  }

  /// What became of a call.
  private static let dispositions: Set<String> = [
    "ANSWERED", "NO ANSWER", "BUSY", "FAILED", "CONGESTION",
  ]

  /// Whether a text is like `1772434500.17`, also behind a machine's name, or is a pseudonym.
  private static func isName(_ text: String) -> Bool {
    if PseudonymText.isOne(text.utf8) { return true }
    let number = text.split(separator: "-", omittingEmptySubsequences: false).last ?? ""
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { "0"..."9" ~= $0 } }
  }

  /// Whether a text is like `2026-03-02 10:15:30`.
  static func isTime(_ text: String) -> Bool {
    let pattern = "dddd-dd-dd dd:dd:dd"
    return text.count == pattern.count
      && zip(text, pattern).allSatisfy { $1 == "d" ? "0"..."9" ~= $0 : $0 == $1 }
  }
}
