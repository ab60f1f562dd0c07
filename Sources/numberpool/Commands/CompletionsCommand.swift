/// `numberpool completions`: what a shell needs to complete command lines.
struct CompletionsCommand: Command {
  static let name = "completions"
  static let summary = "Prints a script that completes commands and options in a shell."
  static let synopsis = "SHELL"
  static let remarks = [
    "A line for the file that the shell reads when it starts is in the first lines of each script;"
      + " zsh needs its own completions to be set up before, with compinit."
  ]
  static let examples = [
    "source <(numberpool completions bash)",
    "numberpool completions zsh > ~/.zsh/completions/_numberpool",
    "numberpool completions fish > ~/.config/fish/completions/numberpool.fish",
  ]
  static var operands: Completion { .words(Shell.allCases.map(\.rawValue)) }

  /// Shells that are known here.
  enum Shell: String, CaseIterable {
    case bash
    case zsh
    case fish
  }

  private let shell: Shell

  init(_ values: FlagValues) throws(UsageError) {
    let known = Shell.allCases.map(\.rawValue).joined(separator: ", ")
    guard values.operands.count == 1, let text = values.operands.first else {
      throw UsageError(
        message: values.operands.isEmpty ? "No shell is named." : "More than one shell is named.",
        hint: "Choose one of: \(known).")
    }
    guard let shell = Shell(rawValue: text) else {
      throw UsageError(
        message: "'\(text)' is no shell that is known here.", hint: "Choose one of: \(known).")
    }
    self.shell = shell
  }

  func run() throws(Failure) -> String {
    switch shell {
    case .bash: BashCompletions(of: NumberPool.catalog).script
    case .zsh: ZshCompletions(of: NumberPool.catalog).script
    case .fish: FishCompletions(of: NumberPool.catalog).script
    }
  }
}
