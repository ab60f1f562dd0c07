/// What `--help` prints: lines of at most 80 columns.
struct HelpPage {
  private var lines: [String] = []

  private static let width = 80
  /// Where remarks begin.
  private static let column = 32

  /// What is printed.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// The page of a command.
  init(of command: any Command.Type) {
    lines = command.summary.wrapped(to: Self.width)
    lines += ["", (["Usage: numberpool", command.name] + command.usage).joined(separator: " ")]
    for remark in command.remarks {
      lines.append("")
      lines += remark.wrapped(to: Self.width)
    }
    add(examples: command.examples)
    for group in command.spellings {
      lines += ["", "\(group.heading):"]
      for flag in group.flags {
        add(flag.head, remark: flag.remark)
        add(words: flag.completion.words)
      }
    }
  }

  /// The page of all commands.
  init(of catalog: CommandCatalog) {
    lines = [
      "How many call-tracking numbers does a website need? Answered from its own log.", "",
      "Usage: numberpool COMMAND [options] FILE...", "",
    ]
    add(commands: catalog.commands)
    add(examples: [
      "numberpool size access.log           how many numbers to rent",
      "numberpool inspect access.log        what is in the log",
      "numberpool help size                 the options of a command",
    ])
    lines += ["", "Files may be compressed with gzip; - is standard input."]
  }

  /// The page of commands whose names begin alike.
  init(of alike: [any Command.Type], beginning word: String) {
    lines = ["Usage: numberpool \(word) COMMAND [options] ...", ""]
    add(commands: alike)
  }

  private mutating func add(commands: [any Command.Type]) {
    let column = 4 + (commands.map { $0.name.count }.max() ?? 0)
    for command in commands {
      add("  " + command.name, beside: command.summary, at: column)
    }
  }

  private mutating func add(examples: [String]) {
    guard !examples.isEmpty else { return }
    lines += ["", "Examples:"] + examples.map { "  \($0)" }
  }

  private mutating func add(_ head: String, remark: String) {
    let unbroken = remark.replacing("(default ", with: "(default\u{A0}")
    add("  " + head, beside: unbroken, at: Self.column)
  }

  /// Puts a text beside its head, or below it where there is no room.
  private mutating func add(_ head: String, beside text: String, at column: Int) {
    var left = head
    if head.count + 2 > column {
      lines.append(head)
      left = ""
    }
    for line in text.wrapped(to: Self.width - column) {
      lines.append(left + String(repeating: " ", count: column - left.count) + line)
      left = ""
    }
  }

  /// Lists the words of a value: a line each where they have a meaning to tell.
  private mutating func add(words: [Completion.Word]) {
    let left = String(repeating: " ", count: Self.column)
    let width = Self.width - Self.column
    let plain = words.filter { $0.meaning.isEmpty }.map(\.text)
    if !plain.isEmpty {
      lines += "one of \(plain.joined(separator: ", "))".wrapped(to: width).map { left + $0 }
    }
    for word in words where !word.meaning.isEmpty {
      let text = "\(word.text): \(word.meaning)".wrapped(to: width - 2)
      lines += text.enumerated().map { left + ($0.offset == 0 ? "" : "  ") + $0.element }
    }
  }
}
