extension Target: CustomStringConvertible {
  /// Why a text isn't a target.
  public struct ParsingError: Error, CustomStringConvertible {
    /// One sentence.
    public var description: String

    /// Creates an error that says so.
    public init(description: String) {
      self.description = description
    }
  }

  /// Reads a target such as `coverage >= 99%, credit@15m >= 95%`.
  ///
  /// - Parameter text: The conditions, separated by commas. Spaces don't matter.
  /// - Throws: A ``ParsingError`` that names the condition at fault.
  public init(_ text: String) throws(ParsingError) {
    var conditions: [Condition] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      conditions.append(try Condition(String(part.filter { $0 != " " })))
    }
    self.init(conditions)
  }

  /// The target as it is written.
  public var description: String {
    conditions.map { $0.description }.joined(separator: ", ")
  }
}

extension Target.Condition: CustomStringConvertible {
  fileprivate init(_ text: String) throws(Target.ParsingError) {
    func failure(_ reason: String) -> Target.ParsingError {
      Target.ParsingError(description: "'\(text)' isn't a condition: \(reason)")
    }
    guard let sign = text.firstIndex(where: { $0 == ">" || $0 == "<" }),
      let comparison = Target.Comparison(rawValue: String(text[sign...].prefix(2)))
    else { throw failure("it needs >= or <=, as in 'coverage >= 99%'") }
    guard let metric = Target.Metric(text[..<sign]) else {
      throw failure(
        "'\(text[..<sign])' is none of coverage, correct, wrong, unknown, bad, credit@15m")
    }
    let bound = text[sign...].dropFirst(2)
    guard bound.last == "%" else { throw failure("the bound needs a percent sign, as in '99%'") }
    guard let units = Self.units(bound.dropLast()) else {
      throw failure("'\(bound)' isn't a percentage from 0% to 100% with at most five decimals")
    }
    self.init(metric, comparison, units: units)
  }

  private static func units(_ number: Substring) -> Int64? {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...3).contains(parts[0].count),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }),
      let whole = Int64(parts[0])
    else { return nil }
    var units = whole * 100_000
    if parts.count == 2 {
      guard parts[1].count <= 5,
        let decimals = Int64(parts[1] + String(repeating: "0", count: 5 - parts[1].count))
      else { return nil }
      units += decimals
    }
    return units <= Self.whole ? units : nil
  }

  /// The condition as it is written: `coverage >= 99%`.
  public var description: String {
    var decimals = String(units % 100_000 + 100_000).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    let bound = "\(units / 100_000)" + (decimals.isEmpty ? "" : ".\(decimals)")
    return "\(metric) \(comparison.rawValue) \(bound)%"
  }
}

extension Target.Metric: CustomStringConvertible {
  fileprivate init?(_ text: Substring) {
    switch text {
    case "coverage": self = .coverage
    case "correct": self = .correct
    case "wrong": self = .wrong
    case "unknown": self = .unknown
    case "bad": self = .bad
    default:
      guard text.hasPrefix("credit@"), let lag = Interval(text.dropFirst(7)) else { return nil }
      self = .credit(lag)
    }
  }

  /// The metric as it is written: `coverage`, `credit@15m`.
  public var description: String {
    switch self {
    case .coverage: "coverage"
    case .correct: "correct"
    case .wrong: "wrong"
    case .unknown: "unknown"
    case .bad: "bad"
    case .credit(let lag): "credit@\(lag.shorthand)"
    }
  }
}
