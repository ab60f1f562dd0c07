import Foundation
import NumberPoolTestSupport
import Testing

@testable import numberpool

@Suite("Help says what the flags say")
struct HelpTests {
  /// Every command's name, and every flag of it.
  static let commands = NumberPool.catalog.commands.map { $0.name }
  static let flags = NumberPool.catalog.commands.flatMap { $0.spellings.flatMap(\.flags) }

  @Test("Three ways to ask for the help of a command", arguments: commands)
  func ways(name: String) throws {
    let words = name.split(separator: " ").map(String.init)
    let help = try CommandRun(["help"] + words)
    #expect(help.code == 0)
    #expect(help.output.contains("Usage: numberpool \(name)"))
    for way in [words + ["--help"], ["--help"] + words, words + ["-h"], ["-h"] + words] {
      #expect(try CommandRun(way).output == help.output)
    }
  }

  @Test("Every flag of a command is in its help, with what stands for its value, and its default")
  func contents() {
    for command in NumberPool.catalog.commands {
      let help = HelpPage(of: command).text
      let words = help.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
      for flag in command.spellings.flatMap(\.flags) {
        #expect(words.contains("\(flag.head) \(flag.remark)"), "\(command.name)")
        for word in flag.completion.words { #expect(words.contains(word.text)) }
      }
    }
  }

  @Test("A page has lines of 80 columns at most, and none that ends in a space")
  func width() {
    let pages = NumberPool.catalog.commands.map { HelpPage(of: $0).text }
    for page in pages + [HelpPage(of: NumberPool.catalog).text] {
      for line in page.split(separator: "\n") {
        #expect(line.count <= 80 && line.last != " ", "\(line)")
      }
    }
  }

  @Test("A default can't be taken for what stands for a value: one is in capitals, one is named")
  func defaults() throws {
    for flag in Self.flags {
      guard let placeholder = flag.placeholder else { continue }
      #expect(placeholder == placeholder.uppercased(), "\(flag.name)")
    }
    let help = try CommandRun("size", "--help").output
    #expect(help.contains("--time-zone ZONE              of times without an offset, such as"))
    #expect(help.contains("(default 30m)"))
    #expect(help.contains("(default 'coverage >= 99%,"))
  }

  @Test("A default that is shown is what is meant: typed, it reads as the same value")
  func defaultsAreTrue() throws {
    for command in NumberPool.catalog.commands {
      for flag in command.flags.flatMap(\.flags) {
        guard let text = flag.spelling.defaultText else { continue }
        let typed = text.hasPrefix("'") ? String(text.dropFirst().dropLast()) : text
        #expect(
          String(describing: try flag.read([typed])) == String(describing: try flag.read([])),
          "\(flag.spelling.name)")
      }
    }
  }

  @Test("Every word that is offered for a value is one")
  func words() throws {
    for command in NumberPool.catalog.commands {
      for flag in command.flags.flatMap(\.flags) {
        for word in flag.spelling.completion.words.compactMap(\.typed) {
          let text = word.hasSuffix("=") ? word + "5m" : word
          #expect(throws: Never.self, "\(flag.spelling.name) \(text)") { try flag.read([text]) }
        }
      }
    }
  }

  @Test("Every flag that is declared is one of some command")
  func declarations() throws {
    let folder = CommandRun.package.appendingPathComponent("Sources/numberpool/Flags/Topics")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let declared = try files.flatMap { file in
      try String(contentsOf: file, encoding: .utf8).matches(
        of: /(?:Flag\(|repeating: |columns: |switch: )\s*"(--[a-z-]+)"/
      )
      .map { String($0.output.1) }
    }
    #expect(declared.count > 30)
    #expect(Set(declared) == Set(Self.flags.map(\.name)).subtracting(["--help"]))
    // Two commands may mean different things by one name, but none does by itself.
    for command in NumberPool.catalog.commands {
      let names = command.flags.flatMap(\.flags).map(\.spelling.name)
      #expect(Set(names).count == names.count, "\(command.name)")
    }
  }

  @Test("Text is wrapped between words, and a word that is too long has its own line")
  func wrapping() {
    #expect("a bb ccc".wrapped(to: 4) == ["a bb", "ccc"])
    #expect("a bb\u{A0}ccc".wrapped(to: 4) == ["a", "bb ccc"])
    #expect("".wrapped(to: 4) == [])
    #expect("abcdef a".wrapped(to: 4) == ["abcdef", "a"])
  }

  @Test("Help that is asked for what isn't there is wrong use")
  func unknown() throws {
    for words in [["help", "sise"], ["--help", "sise"], ["help", "size", "more"]] {
      let run = try CommandRun(words)
      #expect(run.code == 64)
      #expect(run.errors.split(separator: "\n").count == 2)
    }
  }
}
