/// Columns of values.
struct Table: Sendable {
  /// The columns, each with a value for every row.
  let columns: [FilledColumn]
  /// How many rows there are.
  let rows: Int

  /// A column with its values.
  struct FilledColumn: Sendable {
    let key: String
    let heading: Heading
    let quantity: Quantity
    let audience: Audience
    let values: [Value]
  }

  /// Fills columns.
  ///
  /// - Parameters:
  ///   - rows: What the rows are of.
  ///   - columns: How each column is filled.
  init<Row>(_ rows: [Row], _ columns: [Column<Row>]) {
    self.rows = rows.count
    self.columns = columns.map { column in
      FilledColumn(
        key: column.key, heading: column.heading, quantity: column.quantity,
        audience: column.audience, values: rows.map(column.value))
    }
  }

  /// The columns that people see.
  var shown: [FilledColumn] { columns.filter { $0.audience != .programs } }

  /// The columns that programs see.
  var data: [FilledColumn] { columns.filter { $0.audience != .people } }
}
