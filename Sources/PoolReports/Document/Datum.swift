/// What a program is told: values, and the names under which it finds them.
indirect enum Datum: Sendable {
  /// One value.
  case value(Value)
  /// Values in order, such as a column.
  case values([Value])
  /// Several things in order.
  case list([Datum])
  /// Things by name.
  case record(Record)
  /// A table, row by row.
  case rows(Table)
}

extension Datum {
  static func count(_ count: Int) -> Datum { .value(.count(count)) }
  static func count(_ count: Int?) -> Datum { .value(Value(count: count)) }
  static func name(_ name: String) -> Datum { .value(.name(name)) }
  static func words(_ phrase: any Phrase) -> Datum { .value(.words(phrase)) }

  /// Phrases, each as a text.
  static func phrases(_ phrases: [any Phrase]) -> Datum { .list(phrases.map { .words($0) }) }
}

/// Things by name, in the order in which they are written.
struct Record: Sendable, ExpressibleByDictionaryLiteral {
  private(set) var members: [(key: String, datum: Datum)]

  init(dictionaryLiteral members: (String, Datum)...) {
    self.members = members.map { (key: $0.0, datum: $0.1) }
  }

  init(_ members: [(key: String, datum: Datum)]) {
    self.members = members
  }

  /// Adds a thing.
  mutating func add(_ key: String, _ datum: Datum) {
    members.append((key: key, datum: datum))
  }

  /// Adds a value where there is one.
  mutating func add(_ key: String, ifKnown count: Int?) {
    if let count { add(key, .count(count)) }
  }
}

extension Table {
  /// Its columns for programs, by name.
  var record: Record { Record(data.map { (key: $0.key, datum: .values($0.values)) }) }

  /// A row for programs, of what belongs there.
  func record(_ row: Int) -> Record {
    Record(
      data.compactMap { column in
        if case .blank = column.values[row] { return nil }
        return (key: column.key, datum: .value(column.values[row]))
      })
  }
}
