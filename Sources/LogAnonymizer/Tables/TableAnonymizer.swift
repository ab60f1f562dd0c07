import NumberPools
import TrafficLogs

/// Rewrites tables: commas, semicolons or tabs between fields, quotes around them.
///
/// Rows are cut, and passed over, as the readers of tables do it.
struct TableAnonymizer {
  /// The columns that are left out, as their meaning isn't known.
  let droppedColumns: [String]
  private var reader: DelimitedReader
  private var rows: RowCopier

  /// Reads the first line and adds that of the copy, where it is a header.
  ///
  /// - Parameter line: The first that isn't blank and no remark, without the mark of its encoding.
  /// - Returns: `nil` where no column is known.
  init?(firstLine line: Span<UInt8>, pseudonyms: Pseudonyms, to output: inout [UInt8]) {
    guard let columns = CopiedColumns(line) else { return nil }
    droppedColumns = columns.droppedNames
    rows = RowCopier(columns, pseudonyms)
    var slots: [Int8] = []
    var slot: Int8 = 0
    for column in columns.columns {
      slots.append(column == nil ? -1 : slot)
      if column != nil { slot += 1 }
    }
    reader = DelimitedReader(
      header: DelimitedHeader(positions: slots, delimiter: columns.delimiter), slots: Int(slot),
      hasQuotes: columns.hasQuotes)
    if columns.hasHeader {
      rows.addHeader(columns)
      takeText(to: &output)
    } else {
      append(line, isCutOff: false, to: &output)
    }
  }

  /// Lines that belong to rows; one of several lines counts once, where it can be understood.
  var lines: Int { rows.written + rows.unreadable }
  /// Lines of rows that can't be understood.
  var unreadable: Int { rows.unreadable }

  /// Takes a line, and adds the row that ends with it.
  mutating func append(_ line: Span<UInt8>, isCutOff: Bool, to output: inout [UInt8]) {
    do throws(TableError) {
      try reader.take(line, isCutOff: isCutOff, into: &rows)
    } catch {
      preconditionFailure("A copier of rows gave up: \(error)")
    }
    takeText(to: &output)
  }

  /// Gives up a row that is still open.
  mutating func finish() {
    reader.finish(into: &rows)
  }

  private mutating func takeText(to output: inout [UInt8]) {
    output.append(contentsOf: rows.text)
    rows.text.removeAll(keepingCapacity: true)
  }
}

/// Writes rows anew.
private struct RowCopier: RowSink {
  /// What is written and not yet taken.
  var text: [UInt8] = []
  private(set) var written = 0
  private(set) var unreadable = 0
  private let pseudonyms: Pseudonyms
  private let links: LinkCleaner
  private let hasQuotes: Bool
  private let delimiter: UInt8
  /// For each column of the copy what it is and where its field is found; `nil` for an empty one.
  private let columns: [(column: CopiedColumns.Column, slot: Int)?]
  /// Whether the first row has to tell the format, as there is no header.
  private let firstRowTells: Bool
  /// For each slot what moves its times.
  private var times: [TimeMover]
  /// Reused for fields.
  private var field: [UInt8] = []

  init(_ columns: CopiedColumns, _ pseudonyms: Pseudonyms) {
    self.pseudonyms = pseudonyms
    links = LinkCleaner(pseudonyms: pseudonyms)
    hasQuotes = columns.hasQuotes
    firstRowTells = !columns.hasHeader
    let kept = columns.columns.compactMap(\.self)
    // Of a single column readers think that commas separate it.
    delimiter = columns.hasHeader && kept.count < 2 ? UInt8(ascii: ",") : columns.delimiter
    times = kept.map { TimeMover(shift: pseudonyms.shift, style: $0.timeStyle) }
    var slots = 0
    var all: [(column: CopiedColumns.Column, slot: Int)?] = []
    for column in columns.columns {
      if let column {
        all.append((column, slots))
        slots += 1
      } else if !columns.hasHeader {
        // Where there is no header the others have to keep their places.
        all.append(nil)
      }
    }
    self.columns = all
  }

  mutating func addHeader(_ columns: CopiedColumns) {
    for (name, column) in zip(columns.names, columns.columns) where column != nil {
      if !text.isEmpty { text.append(delimiter) }
      field = Array(name.utf8)
      appendField()
    }
    text.append(UInt8(ascii: "\n"))
  }

  mutating func begin(_ header: DelimitedHeader) {}

  mutating func add(
    _ row: Span<UInt8>, _ fields: [Range<Int>], line: Int
  ) throws(RowFault) {
    let start = text.count
    for (index, place) in columns.enumerated() {
      if index > 0 { text.append(delimiter) }
      guard let place else { continue }
      field.removeAll(keepingCapacity: true)
      guard copy(row, fields[place.slot], place.column, slot: place.slot) else {
        text.removeLast(text.count - start)
        throw .unreadable("it can't be copied")
      }
      appendField()
    }
    // A blank line would be passed over.
    if text.count == start { text.append(contentsOf: "\"\"".utf8) }
    if firstRowTells, written == 0,
      FormatDetector(kind: .calls).format(of: text.span.extracting(start..<text.count)) != .asterisk
    {
      text.removeLast(text.count - start)
      throw .unreadable("readers of the copy couldn't tell its format by it")
    }
    text.append(UInt8(ascii: "\n"))
    for index in times.indices { times[index].commit() }
    written += 1
  }

  mutating func addUnreadable(_ row: Span<UInt8>, lines: Int, line: Int, reason: String) {
    unreadable += lines
  }

  /// Copies a field without what is personal in it.
  ///
  /// - Returns: Whether its row can be understood.
  private mutating func copy(
    _ row: Span<UInt8>, _ range: Range<Int>, _ column: CopiedColumns.Column, slot: Int
  ) -> Bool {
    // Of names a reader needs the column, of times and numbers every field.
    if range.isEmpty { return !column.isNeeded || ![.time, .count].contains(column.role) }
    let bytes = row.extracting(range)
    switch column.role {
    case .shared where !LinkCleaner.hasAt(row, range), .agent:
      bytes.withUnsafeBufferPointer { field.append(contentsOf: $0) }
    case .word, .count:
      // A pseudonym would count as something else. What nobody reads is left out by itself.
      let isKnown =
        column.role == .word
        ? range.count <= Self.longestWord && !LinkCleaner.hasAt(row, range)
        : CountText.reading(row, range) != nil
      guard isKnown else { return !column.isRead }
      bytes.withUnsafeBufferPointer { field.append(contentsOf: $0) }
    case .name, .shared:
      switch IdentifierShape(row, range) {
      // What readers refuse, or pass over, they are to refuse in the copy too.
      case .damaged: field.append(contentsOf: "1.77E+18".utf8)
      case .missing: bytes.withUnsafeBufferPointer { field.append(contentsOf: $0) }
      case .wholeNumber(let number): pseudonyms.append(text: row.extracting(number), to: &field)
      case .sound, .longNumber: pseudonyms.append(text: bytes, to: &field)
      }
    case .caller:
      let number = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      if CallerNumber.isExtension(number) {
        bytes.withUnsafeBufferPointer { field.append(contentsOf: $0) }
      } else if CallerNumber.namesSomebody(number) {
        // Where the number is withheld, a pseudonym would make one person of many.
        pseudonyms.append(text: bytes, to: &field)
      }
    case .client:
      pseudonyms.append(client: bytes, to: &field)
    case .link:
      links.append(row, range, to: &field)
    case .clickID:
      let id = Self.clickID(row, range)
      // Of what says that there is none, as (not set), a pseudonym would be one.
      if LandingTags.isAbsent(row, id) {
        if !LinkCleaner.isPersonal(row, range) { field.append(row, range) }
        return true
      }
      row.extracting(range.lowerBound..<id.lowerBound).withUnsafeBufferPointer {
        field.append(contentsOf: $0)
      }
      pseudonyms.append(text: row.extracting(id), to: &field)
    case .time:
      // A time that nobody reads is left out by itself.
      return times[slot].append(row, range, to: &field) || !column.isRead
    }
    return true
  }

  /// Longer than any word that readers know, and too short for a sentence on someone.
  private static let longestWord = 40

  /// Where the id is in `gclid=...`; all of a bare one.
  private static func clickID(_ row: Span<UInt8>, _ field: Range<Int>) -> Range<Int> {
    guard let equals = field.first(where: { row[$0] == UInt8(ascii: "=") || row[$0] == 0x3A })
    else { return field }
    let name = row.extracting(field.lowerBound..<equals)
      .withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    return Touch.ClickID.parameters.contains(name) ? (equals + 1)..<field.upperBound : field
  }

  /// Adds the field, in quotes where it would else be read as something else.
  private mutating func appendField() {
    let needsQuotes =
      field.first == UInt8(ascii: " ") || field.last == UInt8(ascii: " ")
      || field.contains { [quote, UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains($0) }
      || field.contains { ",;\t|".utf8.contains($0) }
    guard hasQuotes, needsQuotes else { return text.append(contentsOf: field) }
    text.append(quote)
    for byte in field {
      if byte == quote { text.append(quote) }
      text.append(byte)
    }
    text.append(quote)
  }
}

private let quote = UInt8(ascii: "\"")
