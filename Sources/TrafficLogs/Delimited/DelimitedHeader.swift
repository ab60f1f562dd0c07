/// A column that a reader can use.
package struct WantedColumn {
  /// Where the reader finds the field.
  package let slot: Int
  /// Its name in this package's own format, which is what an option calls it.
  let name: String
  /// Whether nothing can be read without it.
  package let isNeeded: Bool
  /// The name for messages.
  let shownName: String
  /// All its names as they are compared, its own first.
  package let foldedNames: [String]

  /// Describes a column.
  ///
  /// - Parameter otherNames: Other names that mean the same, the one to be shown first.
  init(slot: Int, name: String, otherNames: [String] = [], isNeeded: Bool = false) {
    self.slot = slot
    self.name = name
    self.isNeeded = isNeeded
    shownName = otherNames.first ?? name
    foldedNames = ([name] + otherNames).map(DelimitedHeader.folded)
  }

  /// Its own name as it is compared.
  var foldedName: String { foldedNames[0] }
}

/// Where the fields of a table's rows belong.
package struct DelimitedHeader {
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
  /// The lines above it that aren't blank: titles and remarks.
  var linesAbove: [String] = []
}

extension DelimitedHeader {
  /// Recognizes the columns of a header by name, in any order.
  ///
  /// - Parameters:
  ///   - line: The header.
  ///   - columns: What is looked for; other columns are passed over.
  ///   - mapping: Names of the file's own for some of them.
  ///   - file: The file, for messages.
  ///   - delimiter: What separates the fields, where the file has said so.
  init(
    _ line: Span<UInt8>, columns: [WantedColumn], mapping: [String: String], file: String,
    delimiter named: UInt8? = nil
  ) throws(TableError) {
    delimiter = named ?? Self.delimiter(of: line)
    names = Self.cells(of: line, delimiter: delimiter)
    if names.count > 1, names.allSatisfy({ $0.count > 2 && $0.first == "'" && $0.last == "'" }) {
      throw .singleQuotes(file: file)
    }
    slots = [Int8](repeating: -1, count: names.count)
    let folded = names.map(Self.folded)
    var own: [String: String] = [:]
    for (name, ownName) in mapping { own[Self.folded(name)] = ownName }
    let claimed = Set(own.values.map(Self.folded))
    var missing: [String] = []
    for column in columns {
      var position: Int?
      if let ownName = own[column.foldedName] {
        position = try Self.position(of: Self.folded(ownName), in: folded, names, file)
        if position == nil {
          throw .noSuchColumn(
            file: file, ownName, for: column.name, present: Self.shown(names))
        }
      } else {
        // A column said to be one thing isn't taken for another because of its name.
        for name in column.foldedNames
        where position == nil && (column.isNeeded || !claimed.contains(name)) {
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
      throw .missingColumns(file: file, missing, present: Self.shown(names))
    }
  }

  /// A table without a header, whose columns are known by position.
  package init(positions: [Int8], delimiter: UInt8) {
    self.delimiter = delimiter
    slots = positions
    names = []
    filled = Set(positions.filter { $0 >= 0 }.map(Int.init))
  }

  private static func position(
    of wanted: String, in all: [String], _ names: [String], _ file: String
  ) throws(TableError) -> Int? {
    guard let first = all.firstIndex(of: wanted) else { return nil }
    guard all.lastIndex(of: wanted) == first else {
      throw .duplicateColumn(file: file, names[first])
    }
    return first
  }

  /// A name as it is compared: `Start Time`, `start_time` and `StartTime` are the same.
  package static func folded(_ name: String) -> String {
    if let folded = foldedASCII(name) { return folded }
    let kept = name.lowercased().unicodeScalars.filter {
      !$0.properties.isWhitespace && $0 != "_" && $0 != "-"
    }
    return String(String.UnicodeScalarView(kept))
  }

  /// The same for the usual name, without looking each character up; `nil` for another one.
  private static func foldedASCII(_ name: String) -> String? {
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: name.utf8.count) { folded in
      var count = 0
      for byte in name.utf8 {
        switch byte {
        case _ where isSpace(byte), UInt8(ascii: "_"), UInt8(ascii: "-"): continue
        case 0x41...0x5A: folded.initializeElement(at: count, to: byte | 0x20)
        default: folded.initializeElement(at: count, to: byte)
        }
        count += 1
      }
      return count
    }
  }

  /// Whether a byte is one of the spaces of ASCII.
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || 0x09...0x0D ~= byte
  }

  /// Whether a text looks like the name of a column. A first line that is no header may hold
  /// personal data, which no message shows.
  package static func isName(_ text: String) -> Bool {
    text.utf8.count <= 60 && text.contains(where: { $0.isLetter }) && !text.contains("@")
      && text.count(where: { "0"..."9" ~= $0 }) < 4
  }

  /// The names that a message may show. Where a cell holds a time, a number or an address, the line
  /// is no header, and none of it is shown.
  package static func shown(_ names: [String]) -> [String] {
    let isHeader = names.allSatisfy { name in
      !name.contains("@") && !name.holds("%40") && name.count(where: { $0.isNumber }) < 5
    }
    return isHeader ? names.filter(isName) : []
  }

  /// The separator that occurs most often outside quotes; a comma where there is none.
  package static func delimiter(of line: Span<UInt8>) -> UInt8 {
    var commas = 0
    var semicolons = 0
    var tabs = 0
    var bars = 0
    var isInside = false
    for index in line.indices {
      switch line[index] {
      case UInt8(ascii: "\""): isInside.toggle()
      case UInt8(ascii: ",") where !isInside: commas += 1
      case UInt8(ascii: ";") where !isInside: semicolons += 1
      case UInt8(ascii: "\t") where !isInside: tabs += 1
      case UInt8(ascii: "|") where !isInside: bars += 1
      default: break
      }
    }
    if commas >= max(semicolons, tabs, bars) { return UInt8(ascii: ",") }
    if bars > max(semicolons, tabs) { return UInt8(ascii: "|") }
    return semicolons >= tabs ? UInt8(ascii: ";") : UInt8(ascii: "\t")
  }

  /// What a line such as `sep=;` says separates the fields, which spreadsheet programs write before
  /// a header; `nil` for any other line.
  package static func namedDelimiter(_ line: Span<UInt8>) -> UInt8? {
    let quote = UInt8(ascii: "\"")
    let isQuoted = line.count == 7 && line[0] == quote && line[6] == quote
    let line = isQuoted ? line.extracting(1..<6) : line
    guard line.count == 5, line[3] == UInt8(ascii: "="),
      line[0] | 0x20 == UInt8(ascii: "s"), line[1] | 0x20 == UInt8(ascii: "e"),
      line[2] | 0x20 == UInt8(ascii: "p"), line[4] != quote
    else { return nil }
    return line[4]
  }

  /// The fields of a line as text, without quotes and surrounding spaces.
  package static func cells(of line: Span<UInt8>, delimiter: UInt8) -> [String] {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isInside = false
    for index in line.indices {
      let byte = line[index]
      if byte == UInt8(ascii: "\"") {
        isInside.toggle()
      } else if byte == delimiter, !isInside {
        cells.append(trimmed(cell))
        cell.removeAll(keepingCapacity: true)
      } else {
        cell.append(byte)
      }
    }
    cells.append(trimmed(cell))
    return cells
  }

  /// Text without the spaces around it.
  private static func trimmed(_ bytes: [UInt8]) -> String {
    let start = bytes.firstIndex { !isSpace($0) } ?? 0
    let end = bytes.lastIndex { !isSpace($0) } ?? -1
    guard start <= end else { return "" }
    let text = String(decoding: bytes[start...end], as: UTF8.self)
    // Only beyond ASCII are there other spaces.
    guard bytes[start] >= 0x80 || bytes[end] >= 0x80 else { return text }
    var rest = text.unicodeScalars[...]
    while rest.first?.properties.isWhitespace == true { rest.removeFirst() }
    while rest.last?.properties.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
