import NumberPools

/// The columns of a table that identify something, and whether a spreadsheet program has damaged
/// them: visitors that were merged by that are worse than a refusal.
struct IdentifierColumns {
  private var columns: [Column] = []

  fileprivate struct Column {
    var slot: Int
    var name: String
    /// Whether different things must be told apart by it.
    var isNeeded: Bool
    /// Whether the format writes 0 where nothing is known.
    var zeroIsMissing: Bool
    var rows = 0
    var shortened = 0
    var longNumbers = 0
    var rounded = 0
    /// Different long numbers, the first few of them, and how many zeros these end in.
    var seen: Set<UInt64> = []
    var zeros = 0
  }

  /// The columns of a header.
  ///
  /// - Parameters:
  ///   - header: The names by slot. A table without names has none that are looked at.
  ///   - needed: The slots whose fields tell visitors, sessions or calls apart.
  ///   - others: Slots whose damage is only said.
  ///   - zeroIsMissing: Whether the format writes 0 where nothing is known.
  init(
    _ header: DelimitedHeader, needed: [Int], others: [Int], zeroIsMissing: Bool = false
  ) {
    for (slots, isNeeded) in [(needed, true), (others, false)] {
      for slot in slots {
        guard let name = header.nameOfSlot[slot] else { continue }
        columns.append(
          Column(slot: slot, name: name, isNeeded: isNeeded, zeroIsMissing: zeroIsMissing))
      }
    }
  }

  /// A table that has none.
  init() {}

  /// Looks at the fields of a row; one that says nothing, or has `.0` behind it, is narrowed.
  ///
  /// - Throws: Where one that is needed can't be what it was.
  mutating func check(_ row: Span<UInt8>, _ fields: inout [Range<Int>]) throws(RowFault) {
    for index in columns.indices {
      let slot = columns[index].slot
      let field = fields[slot]
      if field.isEmpty { continue }
      columns[index].rows += 1
      switch IdentifierShape(row, field) {
      case .sound:
        if columns[index].zeroIsMissing, field.count == 1, row[field.lowerBound] == 0x30 {
          fields[slot] = field.lowerBound..<field.lowerBound
        }
      case .longNumber(let zeros, let digits):
        columns[index].noteLongNumber(row, field, zeros: zeros, digits: digits)
      case .wholeNumber(let number):
        if columns[index].isNeeded { fields[slot] = number }
      case .missing: fields[slot] = field.lowerBound..<field.lowerBound
      case .damaged:
        columns[index].shortened += 1
        if columns[index].isNeeded {
          throw .unreadable("a spreadsheet program has shortened its \(columns[index].name)")
        }
      }
    }
  }

  /// Told that the table has ended.
  ///
  /// - Parameters:
  ///   - file: Its name.
  ///   - doubts: Given what is uncertain.
  /// - Throws: Where identifiers are certainly damaged.
  func finish(file: String, _ doubts: inout [LogWarning]) throws(TableError) {
    for column in columns {
      let name = DelimitedHeader.isName(column.name) ? column.name : "of identifiers"
      if column.shortened > 0 {
        if column.isNeeded, column.shortened * 100 > column.rows {
          throw .damagedIdentifiers(
            file: file, column: name, column.shortened, of: column.rows, .shortened)
        }
        if !column.isNeeded {
          doubts.append(.shortenedFields(column: name, column.shortened, of: column.rows))
        }
      }
      // Numbers end in three zeros, all taken together, by chance in one of a thousand cases.
      guard column.rounded * 2 > column.longNumbers else { continue }
      if column.isNeeded, column.zeros >= 3, column.rounded * 10 >= column.longNumbers * 9,
        column.longNumbers * 10 >= column.rows
      {
        throw .damagedIdentifiers(
          file: file, column: name, column.rounded, of: column.rows, .rounded)
      }
      doubts.append(.roundedIdentifiers(column: name, column.rounded, of: column.rows))
    }
  }
}

extension IdentifierColumns.Column {
  /// Notes a number that is longer than those a spreadsheet program can keep.
  fileprivate mutating func noteLongNumber(
    _ row: Span<UInt8>, _ field: Range<Int>, zeros: Int, digits: Int
  ) {
    longNumbers += 1
    // 15 digits are left by spreadsheet programs, 17 by those that count with fractions.
    if zeros >= max(1, digits - 17) { rounded += 1 }
    guard seen.count < 16 else { return }
    var number: UInt64 = 0
    for index in field { number = number &* 10 &+ UInt64(row[index] &- 0x30) }
    if seen.insert(number).inserted { self.zeros += zeros }
  }
}
