/// The commands of a program, found by what is typed.
struct CommandCatalog: Sendable {
  /// The commands, in the order of help.
  let commands: [any Command.Type]

  /// The first words of names, each once, with what they do.
  var firstWords: [Completion.Word] {
    var words: [Completion.Word] = []
    for command in commands where !words.contains(where: { $0.text == command.words[0] }) {
      let alike = self.commands(beginning: command.words[0])
      let second = alike.compactMap { $0.words.dropFirst().first }
      words.append(
        .init(
          command.words[0],
          meaning: alike.count == 1 && second.isEmpty
            ? command.summary : "one of: \(second.joined(separator: ", "))"))
    }
    return words
  }

  /// The commands whose name begins with a word.
  func commands(beginning word: String) -> [any Command.Type] {
    commands.filter { $0.words[0] == word }
  }

  /// The command that arguments begin with, and what follows its name.
  func command(
    of arguments: ArraySlice<String>
  ) throws(UsageError) -> (command: any Command.Type, rest: ArraySlice<String>) {
    guard let first = arguments.first else {
      throw UsageError(
        message: "No command is given.",
        hint: "Try 'numberpool size access.log', or 'numberpool --help'.")
    }
    let alike = commands(beginning: first)
    let fitting = alike.filter { arguments.starts(with: $0.words) }
    if let command = fitting.max(by: { $0.words.count < $1.words.count }) {
      return (command, arguments.dropFirst(command.words.count))
    }
    guard !alike.isEmpty else {
      throw unknown(first)
    }
    let names = alike.map { $0.name }
    if let second = arguments.dropFirst().first, !second.hasPrefix("-") {
      throw UsageError(unknown: "\(first) \(second)", among: names)
    }
    throw UsageError(
      message: "'\(first)' needs another word.",
      hint: "Choose one of: \(names.joined(separator: ", ")).")
  }

  /// Complains of a first word that is no command: most likely the command is missing.
  private func unknown(_ word: String) -> UsageError {
    let message = "'\(word)' is no command."
    if let command = commands(with: word).first {
      return UsageError(
        message: message,
        hint: "Options follow one: numberpool \(command.name) \(word) ...")
    }
    if word.contains(where: { $0 == "." || $0 == "/" }), let command = commands.first {
      return UsageError(
        message: message, hint: "Write one before a file: numberpool \(command.name) \(word)")
    }
    return UsageError(unknown: word, among: firstWords.map(\.text) + ["--help", "--version"])
  }

  /// The commands that have a flag.
  func commands(with flag: String) -> [any Command.Type] {
    commands.filter { $0.flags.contains { $0.flags.contains { $0.spelling.name == flag } } }
  }
}
