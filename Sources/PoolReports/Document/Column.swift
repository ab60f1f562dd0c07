/// A column as it is defined, once for every renderer: its name for programs, its heading for
/// people, what it measures, and how a row's value is found.
struct Column<Row> {
  /// What JSON and CSV call it.
  let key: String
  /// What people call it.
  let heading: Heading
  /// What it measures.
  let quantity: Quantity
  /// Who is shown it.
  let audience: Audience
  /// The value of a row.
  let value: (Row) -> Value

  /// A column that people and programs see.
  init(
    _ key: String, _ heading: Heading, _ quantity: Quantity, for audience: Audience = .everybody,
    _ value: @escaping (Row) -> Value
  ) {
    self.key = key
    self.heading = heading
    self.quantity = quantity
    self.audience = audience
    self.value = value
  }

  /// A column for programs only.
  static func data(
    _ key: String, _ quantity: Quantity, _ value: @escaping (Row) -> Value
  ) -> Column {
    Column(key, .none, quantity, for: .programs, value)
  }

  /// A column for people only, which says in other words what programs find elsewhere.
  static func shown(
    _ heading: Heading, _ quantity: Quantity, _ value: @escaping (Row) -> Value
  ) -> Column {
    Column("", heading, quantity, for: .people, value)
  }

  /// The same column for somebody else.
  func shown(to audience: Audience) -> Column {
    Column(key, heading, quantity, for: audience, value)
  }
}

/// Who is shown a part of a table.
enum Audience: Sendable {
  /// People and programs.
  case everybody
  /// People: text and pages.
  case people
  /// Programs: JSON and CSV.
  case programs
}
