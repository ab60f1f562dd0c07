import NumberPools

/// The arguments of a command, taken apart.
struct Arguments {
  /// What isn't an option: files.
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// Takes arguments apart: `--option value`, `--option=value`, switches, operands; everything
  /// behind `--` is an operand.
  ///
  /// - Parameters:
  ///   - arguments: What follows the command's name.
  ///   - options: The options that the command knows.
  init(_ arguments: some Sequence<String>, options: [Option]) throws(UsageError) {
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        return
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        operands.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts[0] == "-h" ? "--help" : String(parts[0])
      guard let option = options.first(where: { $0.name == name }) else {
        throw Self.unknown(name, among: options.map(\.name))
      }
      guard values[name] == nil || option.repeats else {
        throw UsageError(message: "\(name) is given twice.", hint: "Give it once.")
      }
      guard let value = option.value else {
        guard parts.count == 1 else {
          throw UsageError(message: "\(name) takes no value.", hint: "Write just \(name).")
        }
        values[name] = [""]
        continue
      }
      if parts.count == 2 {
        values[name, default: []].append(String(parts[1]))
      } else if let next = rest.first, !next.hasPrefix("--") {
        values[name, default: []].append(next)
        rest.removeFirst()
      } else {
        throw UsageError(
          message: "\(name) needs a value.", hint: "Write \(name) \(value).")
      }
    }
  }

  /// The value of an option, where it is given.
  subscript(name: String) -> String? { values[name]?.last }

  /// The values of an option that may be given more than once, in order.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// Whether a switch is given.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The value of an option that has a few spellings, or its default.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, default standard: Choice
  ) throws(UsageError) -> Choice where Choice.RawValue == String {
    guard let text = self[name] else { return standard }
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError(
        message: "'\(text)' is no value of \(name).", hint: "Choose one of: \(known).")
    }
    return choice
  }

  /// The value of an option that is a length of time.
  func interval(_ name: String) throws(UsageError) -> Interval? {
    guard let text = self[name] else { return nil }
    guard let interval = Interval(text), interval <= .days(400) else {
      throw UsageError(
        message: "'\(text)' is no length of time for \(name).",
        hint: "Write it with its unit, up to 400 days: 90s, 2.5m, 30m, 1h, 2d.")
    }
    return interval
  }

  /// The value of an option that is a length of time with a sign.
  func offset(_ name: String) throws(UsageError) -> Interval? {
    guard let text = self[name] else { return nil }
    let isNegative = text.hasPrefix("-") || text.hasPrefix("\u{2212}")
    let length = isNegative || text.hasPrefix("+") ? String(text.dropFirst()) : text
    guard let interval = Interval(length), interval <= .days(400) else {
      throw UsageError(
        message: "'\(text)' is no offset for \(name).",
        hint: "Write what to add to every time, with its unit: -2h, +90s, -3m.")
    }
    return isNegative ? -interval : interval
  }

  /// The value of an option that is a list of lengths of time, or `none`.
  func intervals(_ name: String) throws(UsageError) -> [Interval]? {
    guard let text = self[name] else { return nil }
    if text == "none" { return [] }
    var intervals: [Interval] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let interval = Interval(part), interval <= .days(400) else {
        throw UsageError(
          message: "'\(part)' is no length of time for \(name).",
          hint: "Write them as 0,2.5m,1h, or none.")
      }
      intervals.append(interval)
    }
    return Set(intervals).sorted()
  }

  private static let largestCount = 1_000_000

  /// The value of an option that is a whole number.
  func count(
    _ name: String, default standard: Int?, atLeast least: Int
  ) throws(UsageError) -> Int? {
    guard let text = self[name] else { return standard }
    guard let count = Int(text), (least...Self.largestCount).contains(count) else {
      throw UsageError(
        message: "'\(text)' is no number for \(name).",
        hint: "Write a whole number from \(least) to \(Self.largestCount).")
    }
    return count
  }

  /// The value of an option that is an amount of money, in hundredths.
  func amount(_ name: String) throws(UsageError) -> Int? {
    guard let text = self[name] else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.count <= 9 && part.allSatisfy { ("0"..."9").contains($0) }
    }
    let decimals = parts.count == 2 ? parts[1] : "00"
    guard isPlain, (1...2).contains(parts.count), decimals.count <= 2,
      let whole = Int(parts[0]),
      let hundredths = Int(decimals + String(repeating: "0", count: 2 - decimals.count))
    else {
      throw UsageError(
        message: "'\(text)' is no amount for \(name).", hint: "Write it such as 3 or 0.50.")
    }
    return whole * 100 + hundredths
  }

  /// Complains of a word that isn't known, with the likeliest one meant.
  static func unknown(_ word: String, among known: [String]) -> UsageError {
    // What is much longer than every name isn't meant for one, and would take long to compare.
    let nearest =
      word.utf8.count > 60 ? nil : known.min { distance($0, word) < distance($1, word) }
    if let nearest, distance(nearest, word) <= 3 {
      return UsageError(
        message: "'\(word)' isn't known here.", hint: "Did you mean '\(nearest)'?")
    }
    return UsageError(message: "'\(word)' isn't known here.", hint: "Add --help for what is.")
  }

  /// How many letters have to be put in, taken out or changed to make one word of the other.
  private static func distance(_ left: String, _ right: String) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in right.enumerated() {
        let changed = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
