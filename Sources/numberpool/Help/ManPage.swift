/// The man page, in the macros of man(7).
struct ManPage {
  private var lines: [String] = []

  /// What is printed.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// The page of all commands.
  init(of catalog: CommandCatalog, version: String) {
    lines = [".TH NUMBERPOOL 1 \"\" \"numberpool \(version)\" \"User Commands\""]
    section("NAME")
    say("numberpool - tells how many call-tracking numbers a website needs")
    section("SYNOPSIS")
    for command in catalog.commands {
      lines.append(".B numberpool \(Self.escaped(command.name))")
      lines += command.usage.map(Self.escaped) + [".br"]
    }
    section("DESCRIPTION")
    say("Answers from a website's own log, for every size of a pool of numbers in one pass.")
    say("Files may be compressed with gzip; - is standard input.")
    say("numberpool --version prints the version.")
    section("COMMANDS")
    for command in catalog.commands { add(command) }
    section("EXIT STATUS")
    for code in ExitCode.allCases { add("\(code.rawValue)", code.meaning) }
  }

  private mutating func add(_ command: any Command.Type) {
    lines.append(".SS numberpool \(Self.escaped(command.name))")
    say(command.summary)
    for remark in command.remarks { say(remark) }
    if !command.examples.isEmpty {
      say("Examples:")
      lines += [".PP", ".nf", ".RS"] + command.examples.map(Self.escaped) + [".RE", ".fi"]
    }
    for group in command.spellings {
      say("\(group.heading):")
      for flag in group.flags {
        let words = flag.completion.words
        let plain = words.filter { $0.meaning.isEmpty }.map(\.text)
        add(flag, plain.isEmpty ? "" : "; one of \(plain.joined(separator: ", "))")
        for word in words where !word.meaning.isEmpty {
          lines += [".br", Self.escaped("\(word.text): \(word.meaning)")]
        }
      }
    }
  }

  private mutating func add(_ flag: FlagSpelling, _ rest: String) {
    let value = flag.placeholder.map { " \\fI\(Self.escaped($0))\\fR" } ?? ""
    lines += [".TP", "\\fB\(Self.escaped(flag.name))\\fR\(value)"]
    lines.append(Self.escaped(flag.remark + rest))
  }

  private mutating func add(_ tag: String, _ text: String) {
    lines += [".TP", ".B \(Self.escaped(tag))", Self.escaped(text)]
  }

  private mutating func section(_ title: String) { lines.append(".SH \(title)") }

  private mutating func say(_ paragraph: String) {
    lines += [".PP", Self.escaped(paragraph)]
  }

  /// Text without a meaning to roff: a hyphen is one, and can be copied.
  private static func escaped(_ text: String) -> String {
    let plain = text.map { character in
      switch character {
      case "\\": "\\e"
      case "-": "\\-"
      case "'": "\\(aq"
      case "\"": "\\(dq"
      case "`": "\\(ga"
      case "^": "\\(ha"
      case "~": "\\(ti"
      default: "\(character)"
      }
    }.joined()
    return plain.hasPrefix(".") ? "\\&" + plain : plain
  }
}
