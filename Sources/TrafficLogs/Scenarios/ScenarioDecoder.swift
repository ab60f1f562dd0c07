import NumberPools

/// Takes values from the tree of a scenario file, and complains of those that aren't what they
/// should be.
struct ScenarioDecoder {
  private(set) var faults: [ScenarioFault] = []
  /// The line of each value by its path.
  private(set) var lines: [String: Int] = [:]

  mutating func complain(_ line: Int, _ path: String, _ reason: String) {
    faults.append(ScenarioFault(line: line, path: path, reason: reason))
  }

  /// Complains of a value that is of another kind than wanted.
  private mutating func complain(_ node: RemarkedJSONNode, _ path: String, wanted: String) {
    switch node.value {
    case .broken: break
    case .null: complain(node.line, path, "is null: leave it out, or write \(wanted)")
    default: complain(node.line, path, "is \(node.kind), and should be \(wanted)")
    }
  }

  /// The values of an object by their names; `nil` where it is none.
  ///
  /// - Parameters:
  ///   - schema: What it may hold; any keys where it names none.
  ///   - wanted: What it should be, for a sentence.
  mutating func object(
    _ node: RemarkedJSONNode?, _ path: String, _ schema: ScenarioSchema,
    wanted: String = "an object"
  ) -> ScenarioObject? {
    guard let node else { return nil }
    guard case .object(let members) = node.value else {
      complain(node, path, wanted: "\(wanted) in { }")
      return nil
    }
    let known = schema.keys.map { $0.name }
    var object = ScenarioObject(path: path, line: node.line)
    for member in members {
      let own = object.path(member.key)
      if !known.isEmpty, !known.contains(member.key) {
        complain(member.line, own, Self.reason(unknown: member.key, among: known))
        continue
      }
      if let line = object.lines[member.key] {
        complain(member.line, own, "is there twice, first on line \(line)")
        continue
      }
      object.lines[member.key] = member.line
      object.values[member.key] = member.node
      object.keys.append(member.key)
      lines[own] = member.line
    }
    return object
  }

  private static func reason(unknown key: String, among known: [String]) -> String {
    let nearest = NearestWord.of(key, among: known)
    if let nearest, NearestWord.isLikely(nearest, for: key) {
      return "isn't known; did you mean '\(nearest)'?"
    }
    if let home = ScenarioSchema.home(of: key) {
      return "isn't known here; it belongs to \(home)"
    }
    return "isn't known; the nearest of \(known.joined(separator: ", ")) is '\(nearest ?? "")'"
  }

  /// The elements of a list, each with its path.
  mutating func list(
    _ node: RemarkedJSONNode?, _ path: String, of what: String
  ) -> [(node: RemarkedJSONNode, path: String)]? {
    guard let node else { return nil }
    guard case .list(let elements) = node.value else {
      complain(node, path, wanted: "a list of \(what) in [ ]")
      return nil
    }
    return elements.enumerated().map { index, element in
      let own = "\(path)[\(index)]"
      lines[own] = element.line
      return (element, own)
    }
  }

  mutating func text(_ node: RemarkedJSONNode?, _ path: String) -> String? {
    guard let node else { return nil }
    if case .text(let text) = node.value { return text }
    complain(node, path, wanted: "text in quotes")
    return nil
  }

  /// A number; text that is one is a mistake that is easy to name.
  mutating func number(
    _ node: RemarkedJSONNode?, _ path: String, wanted: String = "a number"
  ) -> Double? {
    guard let node else { return nil }
    switch node.value {
    case .number(let text):
      if let number = Double(text), number.isFinite { return number }
      complain(node.line, path, "\(text) is too large")
      return nil
    case .text(let text) where RemarkedJSONParser.isNumber(text):
      complain(node.line, path, "\"\(text)\" is text: write \(text) without quotes")
      return nil
    case .text(let text):
      complain(node.line, path, "\"\(text.prefix(40))\" is no number")
      return nil
    default:
      complain(node, path, wanted: wanted)
      return nil
    }
  }

  /// A whole number.
  mutating func count(_ node: RemarkedJSONNode?, _ path: String) -> Int? {
    guard let node, let number = number(node, path, wanted: "a whole number") else { return nil }
    guard let count = Int(exactly: number) else {
      complain(node.line, path, "\(Self.written(node)) is no whole number")
      return nil
    }
    return count
  }

  /// A number from 0 to 1, or text with a percent sign; ranges are checked later.
  ///
  /// - Parameter wanted: What it is, for a sentence.
  mutating func share(
    _ node: RemarkedJSONNode?, _ path: String, wanted: String = "share"
  ) -> Double? {
    guard let node else { return nil }
    switch node.value {
    case .text(let text):
      if let percent = Self.percent(text) { return percent }
      let hint =
        RemarkedJSONParser.isNumber(text)
        ? "write \(text) without quotes, or with a percent sign" : "write 0.3 or \"30%\""
      complain(node.line, path, "\"\(text.prefix(40))\" is no \(wanted): \(hint)")
      return nil
    default: return number(node, path, wanted: "a \(wanted), such as 0.3 or \"30%\"")
    }
  }

  /// `30%`, `2.5 %`, `-5%`.
  private static func percent(_ text: String) -> Double? {
    guard text.last == "%" else { return nil }
    var number = text.dropLast()
    while number.last == " " { number.removeLast() }
    guard RemarkedJSONParser.isNumber(String(number)), let value = Double(number), value.isFinite
    else { return nil }
    return value / 100
  }

  mutating func truth(_ node: RemarkedJSONNode?, _ path: String) -> Bool? {
    guard let node else { return nil }
    if case .truth(let truth) = node.value { return truth }
    complain(node, path, wanted: "true or false")
    return nil
  }

  /// A length of time with its unit.
  mutating func duration(_ node: RemarkedJSONNode?, _ path: String) -> Interval? {
    guard let node else { return nil }
    switch node.value {
    case .text(let text):
      if let interval = Interval(text) { return interval }
      let hint =
        RemarkedJSONParser.isNumber(text)
        ? "it has no unit; write \"\(text)s\" or \"\(text)m\""
        : "write it as \"40s\", \"2.5m\", \"3h\" or \"1d\""
      complain(node.line, path, "\"\(text.prefix(40))\" is no length of time: \(hint)")
    case .number(let text):
      complain(node.line, path, "\(text) has no unit: write \"\(text)s\" or \"\(text)m\"")
    default: complain(node, path, wanted: "a length of time, such as \"40s\"")
    }
    return nil
  }

  /// A date, or a date and a time of day.
  mutating func localTime(
    _ node: RemarkedJSONNode?, _ path: String, example: String
  ) -> LocalTime? {
    guard let node, let text = text(node, path) else { return nil }
    if let time = LocalTime(text) { return time }
    complain(
      node.line, path, "\"\(text.prefix(40))\" is no date as \"\(example)\", or none that exists")
    return nil
  }

  /// One of some words.
  mutating func word<Value>(
    _ node: RemarkedJSONNode?, _ path: String, _ values: [(name: String, value: Value)]
  ) -> Value? {
    guard let node, let text = text(node, path) else { return nil }
    if let found = values.first(where: { $0.name == text }) { return found.value }
    let names = values.map { $0.name }
    let nearest = NearestWord.of(text, among: names)
    let guess = nearest.map { NearestWord.isLikely($0, for: text) ? "; did you mean '\($0)'?" : "" }
    complain(
      node.line, path,
      "\"\(text.prefix(40))\" is none of \(names.joined(separator: ", "))\(guess ?? "")")
    return nil
  }

  /// An amount of money in hundredths.
  mutating func amount(_ node: RemarkedJSONNode?, _ path: String) -> Int? {
    guard let node, let number = number(node, path, wanted: "an amount") else { return nil }
    let hundredths = (number * 100).rounded()
    guard (0...1e11).contains(hundredths) else {
      complain(node.line, path, "\(Self.written(node)) is no amount (0 to 1000000000)")
      return nil
    }
    guard abs(number * 100 - hundredths) < 1e-6 else {
      complain(node.line, path, "\(Self.written(node)) has more than two decimals")
      return nil
    }
    return Int(hundredths)
  }

  /// A number as it is written.
  static func written(_ node: RemarkedJSONNode) -> String {
    if case .number(let text) = node.value { return text }
    return node.kind
  }
}
