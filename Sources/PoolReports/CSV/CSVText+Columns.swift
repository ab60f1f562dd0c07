import NumberPools

extension CSVText {
  /// Rows as text, without a table in between: there may be millions.
  ///
  /// - Parameters:
  ///   - rows: What the rows are of.
  ///   - columns: How each column is filled; those for people are left out.
  init<Row>(_ rows: some Sequence<Row>, _ columns: [Column<Row>]) {
    let columns = columns.filter { $0.audience != .people }
    self.init(columns.map(\.key))
    for row in rows { add(columns.map { Self.text($0.value(row)) }) }
  }

  /// A value in the unit that programs are given; what isn't known is empty.
  private static func text(_ value: Value) -> String {
    switch JSONValue(value, in: Language.english.wording) {
    case .null: ""
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let count): "\(count)"
    case .number(let number): "\(number)"
    case .string(let text): text
    case .array, .object: preconditionFailure("A value is neither a list nor a record")
    }
  }
}
