import NumberPools

extension Document {
  /// The report for programs, on one line; the manual lists every key.
  ///
  /// - Parameter language: The language of the sentences in it.
  /// - Complexity: O(length).
  public func json(in language: Language = .english) -> String {
    JSONValue(data, in: language.wording).text
  }
}

extension JSONValue {
  /// Things by name.
  init(_ record: Record, in wording: any Wording) {
    self = .object(record.members.map { ($0.key, JSONValue($0.datum, in: wording)) })
  }

  /// What a program is told.
  init(_ datum: Datum, in wording: any Wording) {
    switch datum {
    case .value(let value): self.init(value, in: wording)
    case .values(let values): self = .array(values.map { JSONValue($0, in: wording) })
    case .list(let data): self = .array(data.map { JSONValue($0, in: wording) })
    case .record(let record): self.init(record, in: wording)
    case .rows(let table):
      self = .array((0..<table.rows).map { JSONValue(table.record($0), in: wording) })
    }
  }

  /// A value in the unit that programs are given: counts as they are, shares from 0 to 1, seconds,
  /// whole units of money.
  init(_ value: PoolReports.Value, in wording: any Wording) {
    switch value {
    case .blank, .unknown: self = .null
    case .count(let count), .ordinal(let count): self = .integer(count)
    case .mean(let mean): self.init(mean)
    case .share(let part, let whole): self.init(whole == 0 ? nil : part / Double(whole))
    case .portion(let part, let whole), .percents(let part, let whole):
      self.init(whole == 0 ? nil : Double(part) / Double(whole))
    case .money(let hundredths): self.init(Double(hundredths) / 100)
    case .time(let time): self = .string(time.description)
    case .interval(let interval): self.init(Double(interval.milliseconds) / 1000)
    case .flag(let flag): self = .bool(flag)
    case .name(let name): self = .string(name)
    case .words(let phrase): self = .string(phrase.words(in: wording))
    }
  }
}
