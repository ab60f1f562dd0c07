/// Which program made a report, and with which options: what it takes to make it again.
public struct ReportRun: Sendable {
  /// The program's version.
  public var version: String
  /// The command.
  public var command: String
  /// Every option that decides a figure, as it would be typed.
  public var options: [Option]

  /// The version of the JSON: it rises where a key changes its meaning or goes.
  public static let schema = 2

  /// An option and its value.
  public struct Option: Hashable, Sendable {
    /// The name with its dashes.
    public var name: String
    /// The value as it would be typed; `nil` where it is off, or nothing.
    public var value: String?
    /// Whether it was typed.
    public var isGiven: Bool
    /// Whether it is a switch, which has no value.
    public var isSwitch: Bool

    /// Creates an option.
    public init(name: String, value: String?, isGiven: Bool, isSwitch: Bool = false) {
      self.name = name
      // What a target says of lags looks like an address of mail.
      self.value = name == "--target" ? value.map(Self.unquoted) : value.map(Privacy.masked)
      self.isGiven = isGiven
      self.isSwitch = isSwitch
    }

    /// What a shell makes of a value in quotes.
    private static func unquoted(_ text: String) -> String {
      text.hasPrefix("'") && text.hasSuffix("'") && text.count > 1
        ? String(text.dropFirst().dropLast()) : text
    }
  }

  /// Creates a run.
  public init(version: String, command: String, options: [Option]) {
    self.version = version
    self.command = command
    self.options = options
  }
}

extension ReportRun {
  /// What programs are told of it, before anything else.
  var record: Record {
    let options = options.map { option in
      (
        key: String(option.name.dropFirst(2)).replacing("-", with: "_"),
        datum: option.isSwitch
          ? Datum.value(.flag(option.isGiven)) : .value(Value(name: option.value))
      )
    }
    return [
      "schema": .count(Self.schema), "version": .name(version), "command": .name(command),
      "options": .record(Record(options)),
    ]
  }

  /// The options that most readers ask for, and those that were typed.
  private static let telling: Set<String> = [
    "--target", "--only", "--visitor", "--session-timeout", "--reuse-timeout", "--presence",
    "--last-page-time", "--request", "--allocation", "--match",
  ]

  /// The section for people: what tells most in a short report, and all of it in a full one.
  var sections: [Section] {
    let telling = options.filter { $0.isGiven || Self.telling.contains($0.name) }
    return [
      Section(
        title: Title.options,
        parts: [
          .note(ReadingPhrase.options(telling)),
          Part.note(ReadingPhrase.options(options.filter { !telling.contains($0) })).asDetail,
        ])
    ]
  }
}
