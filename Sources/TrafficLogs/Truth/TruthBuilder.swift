import NumberPools

/// Collects what the rows of a table say of sessions.
struct TruthBuilder: RowSink {
  private(set) var truths = VisitTruths()
  private let file: LogInput
  /// The different touches, by their fields.
  private var touchKeys = ByteInterner()
  private var key: [UInt8] = []
  private var identifiers = IdentifierColumns()

  init(_ file: LogInput) {
    self.file = file
    truths.summary.files.append(file.name)
  }

  mutating func begin(_ header: DelimitedHeader) throws(TableError) {
    identifiers = IdentifierColumns(
      header, needed: [TruthColumn.session.rawValue, TruthColumn.person.rawValue], others: [])
  }

  mutating func add(
    _ row: Span<UInt8>, _ fields: [Range<Int>], line: Int
  ) throws(RowFault) {
    var fields = fields
    try identifiers.check(row, &fields)
    func field(_ column: TruthColumn) -> Range<Int> { fields[column.rawValue] }
    truths.summary.lines += 1
    if field(.session).isEmpty { throw .unreadable("it names no session") }
    let number = truths.names.number(of: row.extracting(field(.session)))
    if number < truths.rows.count {
      truths.repeated += 1
      return
    }
    let person = field(.person)
    let via = Self.text(row, field(.via))
    let arrival = via.map { ComparedTraffic.Arrival(name: $0) } ?? .first
    guard let arrival else { throw .unreadable("'\(via ?? "")' is no way to come") }
    truths.rows.append(
      VisitTruths.Row(
        touch: touchNumber(row, fields),
        person: person.isEmpty
          ? -1 : Int32(truths.persons.number(of: row.extracting(person))),
        arrival: arrival, isNotSwapped: Self.isTrue(row, field(.notSwapped))))
  }

  mutating func addUnreadable(_ row: Span<UInt8>, lines: Int, line: Int, reason: String) {
    truths.summary.lines += lines
    truths.summary.noteUnreadable(row, of: file.name, line: line, count: lines, reason: reason)
  }

  private mutating func touchNumber(_ row: Span<UInt8>, _ fields: [Range<Int>]) -> Int32 {
    let columns: [TruthColumn] = [.source, .medium, .campaign, .term, .content, .clickID]
    key.removeAll(keepingCapacity: true)
    var isEmpty = true
    for column in columns {
      let field = fields[column.rawValue]
      if !field.isEmpty { isEmpty = false }
      key.append(row, field)
      key.append(0x1F)
    }
    if isEmpty { return -1 }
    let number = touchKeys.number(of: key)
    if number == truths.touches.count {
      let texts = columns.map { Self.text(row, fields[$0.rawValue]) }
      truths.touches.append(
        VisitTruths.NamedTouch(
          source: texts[0], medium: texts[1], campaign: texts[2], term: texts[3],
          content: texts[4], clickID: texts[5]))
    }
    return Int32(number)
  }

  static func text(_ row: Span<UInt8>, _ field: Range<Int>) -> String? {
    field.isEmpty
      ? nil
      : row.extracting(field).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a field says yes.
  static func isTrue(_ row: Span<UInt8>, _ field: Range<Int>) -> Bool {
    guard let word = text(row, field)?.lowercased() else { return false }
    return ["true", "1", "yes", "t", "y"].contains(word)
  }
}

extension ComparedTraffic.Arrival {
  /// What tables call it; `nil` for a word that isn't known.
  init?(name: String) {
    switch name {
    case "first", "": self = .first
    case "return-direct": self = .returnDirect
    case "return-organic": self = .returnOrganic
    case "return-same-link": self = .returnSameLink
    case "return-own-link": self = .returnOwnLink
    case "shared-link": self = .sharedLink
    default: return nil
    }
  }
}
