/// A column that a reader can use.
struct WantedColumn {
  /// Where the reader finds the field.
  var slot: Int
  /// Its name in this package's own format, which is what an option calls it.
  var name: String
  /// Other names that mean the same, the one to be shown first.
  var otherNames: [String] = []
  /// Whether nothing can be read without it.
  var isNeeded = false

  /// The name for messages.
  var shownName: String { otherNames.first ?? name }
}

/// Where the fields of a table's rows belong.
struct DelimitedHeader {
  /// What separates the fields.
  var delimiter: UInt8
  /// For each column the slot of its field, or -1.
  var slots: [Int8]
  /// Slots that are filled from others: one column may serve twice.
  var copies: [(from: Int, to: Int)] = []
  /// The slots that some column fills.
  var filled: Set<Int> = []
  /// The names of the columns as the file writes them.
  var names: [String]
  /// For each slot that is filled the name of its column.
  var nameOfSlot: [Int: String] = [:]
}

extension DelimitedHeader {
  /// Recognizes the columns of a header by name, in any order.
  ///
  /// - Parameters:
  ///   - line: The header.
  ///   - columns: What is looked for; other columns are passed over.
  ///   - mapping: Names of the file's own for some of them.
  ///   - file: The file, for messages.
  init(
    _ line: Span<UInt8>, columns: [WantedColumn], mapping: [String: String], file: String
  ) throws(TableError) {
    delimiter = Self.delimiter(of: line)
    names = Self.cells(of: line, delimiter: delimiter)
    slots = [Int8](repeating: -1, count: names.count)
    let folded = names.map(Self.folded)
    var own: [String: String] = [:]
    for (name, ownName) in mapping { own[Self.folded(name)] = ownName }
    var missing: [String] = []
    for column in columns {
      var position: Int?
      if let ownName = own[Self.folded(column.name)] {
        position = try Self.position(of: ownName, in: folded, names, file)
        if position == nil {
          throw .noSuchColumn(
            file: file, ownName, for: column.name, present: names.filter(Self.isName))
        }
      } else {
        for name in [column.name] + column.otherNames where position == nil {
          position = try Self.position(of: name, in: folded, names, file)
        }
      }
      guard let position else {
        if column.isNeeded { missing.append(column.shownName) }
        continue
      }
      filled.insert(column.slot)
      nameOfSlot[column.slot] = names[position]
      if slots[position] < 0 {
        slots[position] = Int8(column.slot)
      } else {
        copies.append((from: Int(slots[position]), to: column.slot))
      }
    }
    if !missing.isEmpty {
      throw .missingColumns(file: file, missing, present: names.filter(Self.isName))
    }
  }

  /// A table without a header, whose columns are known by position.
  init(positions: [Int8], delimiter: UInt8) {
    self.delimiter = delimiter
    slots = positions
    names = []
    filled = Set(positions.filter { $0 >= 0 }.map(Int.init))
  }

  private static func position(
    of name: String, in all: [String], _ names: [String], _ file: String
  ) throws(TableError) -> Int? {
    let wanted = folded(name)
    guard let first = all.firstIndex(of: wanted) else { return nil }
    guard all.lastIndex(of: wanted) == first else {
      throw .duplicateColumn(file: file, names[first])
    }
    return first
  }

  /// A name as it is compared: `Start Time`, `start_time` and `StartTime` are the same.
  static func folded(_ name: String) -> String {
    name.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }
  }

  /// Whether a text looks like the name of a column. A first line that is no header may hold
  /// personal data, which no message shows.
  static func isName(_ text: String) -> Bool {
    text.utf8.count <= 60 && text.contains(where: \.isLetter) && !text.contains("@")
      && text.count(where: { "0"..."9" ~= $0 }) < 4
  }

  /// The separator that occurs most often outside quotes; a comma where there is none.
  static func delimiter(of line: Span<UInt8>) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isInside = false
    for index in line.indices {
      if line[index] == UInt8(ascii: "\"") { isInside.toggle() }
      if !isInside, let which = candidates.firstIndex(of: line[index]) { counts[which] += 1 }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }

  /// The fields of a line as text, without quotes and surrounding spaces.
  static func cells(of line: Span<UInt8>, delimiter: UInt8) -> [String] {
    var cells: [[UInt8]] = [[]]
    var isInside = false
    for index in line.indices {
      let byte = line[index]
      if byte == UInt8(ascii: "\"") {
        isInside.toggle()
      } else if byte == delimiter, !isInside {
        cells.append([])
      } else {
        cells[cells.count - 1].append(byte)
      }
    }
    return cells.map {
      let text = String(decoding: $0, as: UTF8.self)
      let start = text.drop(while: \.isWhitespace)
      return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
  }
}
