/// `numberpool help`: what a command does.
struct HelpCommand: Command {
  static let name = "help"
  static let summary = "Prints the help of a command."
  static let synopsis = "[COMMAND]"
  static let examples = ["numberpool help size"]
  static var operands: Completion { .words(NumberPool.catalog.firstWords.map(\.text)) }

  private let text: String

  init(_ values: FlagValues) throws(UsageError) {
    text = try NumberPool.catalog.help(for: values.operands[...])
  }

  func run() throws(Failure) -> String { text }
}
