import PoolReports

/// What was typed behind a command: the value of each of its flags, and operands.
struct FlagValues: Sendable {
  /// What isn't a flag: mostly files.
  private(set) var operands: [String] = []
  private var texts: [String: [String]] = [:]
  private var typedFlags: [FlagSpelling] = []
  private var values: [String: any Sendable] = [:]
  /// The traffic and the calls of the scenario that the operands name; `nil` for logs.
  private(set) var made: MadeTraffic?
  /// The command that they were typed behind.
  private let command: any Command.Type

  /// A value with its type, which may be optional itself.
  struct Box<Value: Sendable>: Sendable {
    let value: Value
  }

  /// Takes arguments apart: `--flag value`, `--flag=value`, switches, operands; everything behind
  /// `--` is an operand. The first mistake is told.
  ///
  /// - Parameters:
  ///   - arguments: What follows the command's name.
  ///   - command: The command, which knows its flags.
  ///   - catalog: All commands, of which another may know a flag that this one doesn't.
  init(
    _ arguments: some Sequence<String>, of command: any Command.Type, in catalog: CommandCatalog
  ) throws(UsageError) {
    self.command = command
    let flags = command.flags.flatMap(\.flags)
    var order: [AnyFlag] = []
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        break
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        operands.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard name != FlagSpelling.help.name else {
        throw UsageError(message: "\(name) takes no value.", hint: "Write just \(name).")
      }
      guard let flag = flags.first(where: { $0.spelling.name == name }) else {
        if let renamed = flags.first(where: { $0.spelling.formerName == name }) {
          throw UsageError(
            message: "\(name) is called \(renamed.spelling.name) now.",
            hint: "Write \(renamed.spelling.head).")
        }
        throw UsageError(unknownFlag: name, of: command, in: catalog)
      }
      let text = try Self.text(of: flag.spelling, parts.dropFirst().first, &rest)
      guard texts[name] == nil || flag.spelling.repeats else {
        throw UsageError(message: "\(name) is given twice.", hint: "Give it once.")
      }
      if texts[name] == nil { order.append(flag) }
      texts[name, default: []].append(text)
    }
    typedFlags = order.map(\.spelling)
    for flag in order + flags.filter({ texts[$0.spelling.name] == nil }) {
      values[flag.spelling.name] = try flag.read(texts[flag.spelling.name, default: []])
    }
  }

  /// What is typed as a flag's value, behind an equals sign or as the next argument.
  private static func text(
    of flag: FlagSpelling, _ behindSign: Substring?, _ rest: inout ArraySlice<String>
  ) throws(UsageError) -> String {
    guard let placeholder = flag.placeholder else {
      guard behindSign == nil else {
        throw UsageError(message: "\(flag.name) takes no value.", hint: "Write just \(flag.name).")
      }
      return ""
    }
    if let behindSign { return String(behindSign) }
    guard let next = rest.first, !next.hasPrefix("--") else {
      throw UsageError(
        message: "\(flag.name) needs a value.", hint: "Write \(flag.name) \(placeholder).")
    }
    rest.removeFirst()
    return next
  }

  /// The value of a flag: what was typed, or its default.
  ///
  /// - Precondition: The command lists the flag.
  subscript<Value>(flag: Flag<Value>) -> Value {
    guard let box = values[flag.spelling.name] as? Box<Value> else {
      preconditionFailure("The command doesn't list \(flag.spelling.name), so it can't read it")
    }
    return box.value
  }

  /// The same with the traffic of a scenario, and with its pool, target and prices for flags that
  /// weren't typed.
  ///
  /// - Parameters:
  ///   - made: What the scenario made.
  ///   - command: The command, which knows its flags.
  func adopting(
    _ made: MadeTraffic, of command: any Command.Type
  ) throws(UsageError) -> Self {
    var adopted = self
    adopted.made = made
    for flag in command.flags.flatMap(\.flags) where texts[flag.spelling.name] == nil {
      guard let text = made.options[flag.spelling.name] else { continue }
      adopted.values[flag.spelling.name] = try flag.read([text])
    }
    return adopted
  }

  /// Whether a flag was typed.
  func isGiven(_ flag: Flag<some Sendable>) -> Bool { texts[flag.spelling.name] != nil }

  /// The flags that were typed and mean something to some formats of traffic only.
  var flagsOfFormats: [FlagSpelling] { typedFlags.filter { $0.formats != nil } }

  /// Refuses flags that were typed and would mean nothing.
  ///
  /// - Parameters:
  ///   - group: The flags.
  ///   - reason: What they do, and why it can't be done; follows the name.
  ///   - hint: What to do instead.
  func refuse(_ group: FlagGroup, _ reason: String, hint: String) throws(UsageError) {
    for flag in group.flags where texts[flag.spelling.name] != nil {
      throw UsageError(message: "\(flag.spelling.name) \(reason)", hint: hint)
    }
  }
}

extension ReportRun {
  /// What was typed, and what holds where nothing was.
  init(_ values: FlagValues) {
    self.init(
      version: NumberPool.version, command: values.commandName, options: values.options)
  }
}

extension FlagValues {
  /// The name of the command.
  fileprivate var commandName: String { command.name }

  /// Every flag that decides a figure, with its value as it would be typed.
  fileprivate var options: [ReportRun.Option] {
    command.flags.filter { !$0.isOfOutput }.flatMap(\.flags).map { flag in
      let name = flag.spelling.name
      let typed = texts[name]
      let written = values[name].flatMap(flag.write)
      return ReportRun.Option(
        name: name, value: written ?? typed?.joined(separator: " "), isGiven: typed != nil,
        isSwitch: flag.spelling.placeholder == nil)
    }
  }
}
