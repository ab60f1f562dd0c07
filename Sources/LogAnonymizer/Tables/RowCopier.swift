import NumberPools
import TrafficLogs

/// Writes rows anew.
struct RowCopier: RowSink {
  /// What is written and not yet taken.
  var text: [UInt8] = []
  private(set) var written = 0
  private(set) var unreadable = 0
  private let pseudonyms: Pseudonyms
  private let links: LinkCleaner
  private var browsers: BrowserCleaner
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

  init(_ columns: CopiedColumns, _ links: LinkCleaner, order: DateOrder?) {
    self.links = links
    pseudonyms = links.pseudonyms
    browsers = BrowserCleaner(pseudonyms: links.pseudonyms)
    hasQuotes = columns.hasQuotes
    firstRowTells = !columns.hasHeader
    let kept = columns.columns.compactMap(\.self)
    // Of a single column readers think that commas separate it.
    delimiter = columns.hasHeader && kept.count < 2 ? UInt8(ascii: ",") : columns.delimiter
    times = kept.map { TimeMover(shift: links.pseudonyms.shift, style: $0.timeStyle, order: order) }
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
    case .shared: appendShared(row, range)
    case .searchWords:
      if links.keepsPaths || LandingTags.isAbsent(row, range) {
        appendShared(row, range)
      } else {
        pseudonyms.append(text: bytes, to: &field)
      }
    case .agent, .browserOrPerson:
      if column.role == .agent || Self.isBrowser(bytes) {
        field.append(contentsOf: browsers.cleaned(bytes))
      } else {
        pseudonyms.append(text: bytes, to: &field)
      }
    case .word, .count:
      // A pseudonym would count as something else. What nobody reads is left out by itself.
      let isKnown =
        column.role == .word
        ? range.count <= Self.longestWord && !PersonalData.isIn(row, range)
        : Self.isCount(row, range)
      guard isKnown else { return !column.isRead }
      field.append(row, range)
    case .name: pseudonyms.append(name: bytes, to: &field)
    case .caller: appendCaller(bytes)
    case .client: pseudonyms.append(client: bytes, to: &field)
    case .link: links.append(row, range, to: &field)
    case .clickID: appendClickID(row, range)
    case .time:
      // A time that nobody reads is left out by itself.
      return times[slot].append(row, range, to: &field) || !column.isRead
    }
    return true
  }

  /// Adds a word that many share, without personal data.
  private mutating func appendShared(_ row: Span<UInt8>, _ range: Range<Int>) {
    let isAbsent = LandingTags.isAbsent(row, range)
    let isPersonal = PersonalData.isIn(row, range)
    // Of what says that there is none, as (not set), a pseudonym would be something.
    if isAbsent, isPersonal { return field.append(contentsOf: "(not set)".utf8) }
    pseudonyms.append(clean: row, range, to: &field)
  }

  private mutating func appendCaller(_ bytes: Span<UInt8>) {
    let number = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    if CallerNumber.isExtension(number) {
      field.append(bytes, bytes.indices)
    } else if CallerNumber.namesSomebody(number) {
      // Where the number is withheld, a pseudonym would make one person of many.
      pseudonyms.append(text: bytes, to: &field)
    }
  }

  private mutating func appendClickID(_ row: Span<UInt8>, _ range: Range<Int>) {
    let id = Self.clickID(row, range)
    // Of what says that there is none, as (not set), a pseudonym would be one.
    if LandingTags.isAbsent(row, id) {
      if !PersonalData.isIn(row, range) { field.append(row, range) }
      return
    }
    field.append(row, range.lowerBound..<id.lowerBound)
    // What is left of one that was shortened names nobody, but is to be seen.
    let isShortened = IdentifierShape(row, id) == .damaged
    if isShortened, id.count(where: { 0x30...0x39 ~= row[$0] }) < 7 {
      field.append(row, id)
    } else {
      pseudonyms.append(name: row.extracting(id), to: &field)
    }
  }

  /// Whether a text has the shape of a browser's name, rather than of a person's.
  private static func isBrowser(_ text: Span<UInt8>) -> Bool {
    (1..<max(1, text.count)).contains {
      text[$0 - 1] == UInt8(ascii: "/") && 0x30...0x39 ~= text[$0]
    }
  }

  /// Whether a text is a count, too small to be somebody's number.
  private static func isCount(_ row: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count(where: { 0x30...0x39 ~= row[$0] }) < 9 && CountText.reading(row, range) != nil
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
