import NumberPoolTestSupport
import Testing

@testable import numberpool

@Suite("Completions derive from the flags")
struct CompletionTests {
  @Test("Every command and every flag is in every script", arguments: ["bash", "zsh", "fish"])
  func contents(shell: String) throws {
    let run = try CommandRun("completions", shell)
    #expect(run.code == 0)
    for command in NumberPool.catalog.commands {
      #expect(run.output.contains(command.name))
      for flag in command.spellings.flatMap(\.flags) {
        let name = shell == "fish" ? "-l \(flag.name.dropFirst(2)) " : flag.name
        #expect(run.output.contains(name), "\(flag.name)")
        for word in flag.completion.words.compactMap(\.typed) {
          #expect(run.output.contains(word), "\(flag.name) \(word)")
        }
      }
    }
  }

  static let bash = ShellRun.isPossible("bash --version")
  static let zsh = ShellRun.isPossible("zsh --version")
  static let fish = ShellRun.isPossible("fish --version")

  @Test("Bash takes its script", .enabled(if: bash, "There is no bash here"))
  func bashSyntax() throws {
    try Self.check(BashCompletions(of: NumberPool.catalog).script, by: "bash")
  }

  @Test("Zsh takes its script", .enabled(if: zsh, "There is no zsh here"))
  func zshSyntax() throws {
    try Self.check(ZshCompletions(of: NumberPool.catalog).script, by: "zsh")
  }

  @Test("Fish takes its script", .enabled(if: fish, "There is no fish here"))
  func fishSyntax() throws {
    try Self.check(FishCompletions(of: NumberPool.catalog).script, by: "fish")
  }

  @Test(
    "Bash offers what fits", .enabled(if: bash, "There is no bash here"),
    arguments: [
      (["re"], ["replay"]),
      (["--v"], ["--version"]),
      (["size", "--price"], ["--price-per-number"]),
      (["size", "--ti"], ["--timeouts", "--time-zone"]),
      (["inspect", "--tar"], []),
      (["size", "--presence", ""], ["tab-open", "views"]),
      (["size", "--presence", "v"], ["views"]),
      // As bash cuts --presence=t and --presence=, and as old ones leave them.
      (["size", "--presence=t"], ["tab-open"]),
      (["size", "--presence", "=", "t"], ["tab-open"]),
      (["size", "--presence", "="], ["tab-open", "views"]),
      (["size", "--json", "--only", "p"], ["paid"]),
      (["size", "--match", "last-holder-w"], ["last-holder-within="]),
      (["size", "--reuse-timeout", ""], []),
      (["replay", "--calls-output", ""], []),
      (["size", "--", "--pri"], []),
      (["help", "in"], ["inspect"]),
      (["completions", ""], ["bash", "zsh", "fish"]),
      (["--help", ""], []),
      (["nothing", "--x"], []),
    ])
  func bashOffers(words: [String], offers: [String]) throws {
    #expect(try Self.offers(words, by: BashCompletions(of: NumberPool.catalog).script) == offers)
  }

  @Test("Bash offers every flag by its beginning", .enabled(if: bash, "There is no bash here"))
  func bashFlags() throws {
    let script = BashCompletions(of: NumberPool.catalog).script
    for command in NumberPool.catalog.commands {
      let names = command.spellings.flatMap(\.flags).map(\.name)
      #expect(try Self.offers(command.words + ["--"], by: script) == names)
    }
  }

  @Test(
    "Fish offers what fits", .enabled(if: fish, "There is no fish here"),
    arguments: [
      ("numberpool re", ["replay"]),
      ("numberpool size --price", ["--price-per-number"]),
      ("numberpool inspect --tar", []),
      ("numberpool size --presence ", ["tab-open", "views"]),
      ("numberpool size --presence=v", ["--presence=views"]),
      ("numberpool size --reuse-timeout ", []),
      ("numberpool completions ", ["bash", "fish", "zsh"]),
    ])
  func fishOffers(line: String, offers: [String]) throws {
    let script = FishCompletions(of: NumberPool.catalog).script
    #expect(try Self.offers(line, byFish: script) == offers)
  }

  /// What a script offers for a line; each with what it means, which is left out.
  static func offers(_ line: String, byFish script: String) throws -> [String] {
    try TemporaryFolder.with { folder in
      try folder.write(Array(script.utf8), to: "script.fish")
      let typed = "source script.fish; complete -C '\(line)'"
      try folder.write(Array(typed.utf8), to: "try.fish")
      let run = try ShellRun("fish --no-config try.fish", in: folder)
      #expect(run.code == 0, "\(run.text)")
      return run.text.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }.sorted()
    }
  }

  /// What a script offers for the last of some words; nothing where the shell offers files.
  static func offers(_ words: [String], by script: String) throws -> [String] {
    try TemporaryFolder.with { folder in
      try folder.write(Array(script.utf8), to: "script.bash")
      let typed = (["numberpool"] + words).map { "'\($0)'" }.joined(separator: " ")
      let lines = """
        source ./script.bash
        COMP_WORDS=(\(typed)); COMP_CWORD=\(words.count)
        _numberpool
        for offer in "${COMPREPLY[@]}"; do echo "$offer"; done
        """
      try folder.write(Array(lines.utf8), to: "try.bash")
      let run = try ShellRun("bash --norc try.bash", in: folder)
      #expect(run.code == 0, "\(run.text)")
      return run.text.split(separator: "\n").map(String.init)
    }
  }

  /// Makes sure that a shell takes a script, where the shell is there.
  static func check(_ script: String, by shell: String) throws {
    guard ShellRun.isPossible("\(shell) --version") else { return }
    try TemporaryFolder.with { folder in
      try folder.write(Array(script.utf8), to: "script")
      let run = try ShellRun("\(shell) -n script", in: folder)
      #expect(run.code == 0 && run.text.isEmpty, "\(run.text)")
    }
  }
}
