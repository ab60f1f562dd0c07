import Testing

@testable import numberpool

/// Commands made up here: two that share their first word, and one that is that word.
@Suite("Commands of two words")
struct TwoWordCommandTests {
  private struct Check: Command {
    static let name = "scene check"
    static let summary = "Checks a scene."
    static let examples = ["numberpool scene check a.json"]
    static let flags: [FlagGroup] = [.copies]
    init(_ values: FlagValues) throws(UsageError) {}
    func run() throws(Failure) -> String { "" }
  }

  private struct Play: Command {
    static let name = "scene play"
    static let summary = "Plays a scene."
    static let examples: [String] = []
    init(_ values: FlagValues) throws(UsageError) {}
    func run() throws(Failure) -> String { "" }
  }

  private let catalog = CommandCatalog(commands: [Check.self, InspectCommand.self, Play.self])

  @Test("They are found by both words, and what follows is theirs")
  func found() throws {
    let found = try catalog.command(of: ["scene", "play", "a.json"])
    #expect(found.command.name == "scene play")
    #expect(found.rest == ["a.json"])
  }

  @Test(
    "One word isn't enough, and a wrong second one is told",
    arguments: [
      (["scene"], "Choose one of: scene check, scene play."),
      (["scene", "--help"], "Choose one of: scene check, scene play."),
      (["scene", "chekc"], "Did you mean 'scene check'?"),
      (["scene", "p"], "Did you mean 'scene play'?"),
      (["scen"], "Did you mean 'scene'?"),
    ])
  func wrong(arguments: [String], hint: String) {
    let error = #expect(throws: UsageError.self) { try catalog.command(of: arguments[...]) }
    #expect(error?.hint == hint)
  }

  @Test("Zsh takes them", .enabled(if: CompletionTests.zsh, "There is no zsh here"))
  func zsh() throws { try CompletionTests.check(ZshCompletions(of: catalog).script, by: "zsh") }

  @Test(
    "Fish completes the second word, and then its flags",
    .enabled(if: CompletionTests.fish, "There is no fish here"))
  func fish() throws {
    let script = FishCompletions(of: catalog).script
    #expect(try CompletionTests.offers("numberpool scene ", byFish: script) == ["check", "play"])
    #expect(
      try CompletionTests.offers("numberpool scene check --out", byFish: script)
        == ["--output-folder"])
  }

  @Test("Help lists what begins with a word, and has a page for each")
  func help() throws {
    let list = try catalog.help(for: ["scene"])
    #expect(list.contains("scene check  Checks a scene."))
    #expect(list.contains("scene play   Plays a scene."))
    #expect(!list.contains("inspect"))
    #expect(try catalog.help(for: ["scene", "check"]).contains("--output-folder FOLDER"))
    #expect(try catalog.help(for: []).contains("scene play"))
  }

  @Test(
    "Bash completes the second word, and then its flags",
    .enabled(if: CompletionTests.bash, "There is no bash here"))
  func bash() throws {
    let bash = BashCompletions(of: catalog).script
    #expect(try CompletionTests.offers(["scene", ""], by: bash) == ["check", "play"])
    #expect(try CompletionTests.offers(["sc"], by: bash) == ["scene"])
    #expect(
      try CompletionTests.offers(["scene", "check", "--out"], by: bash) == ["--output-folder"])
  }
}
