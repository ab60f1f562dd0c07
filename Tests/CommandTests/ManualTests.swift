import Foundation
import NumberPoolTestSupport
import Testing
import TrafficLogs

/// Every figure of the manual comes from a command that is run here, or says where it is from.
@Suite("The manual")
struct ManualTests {
  private static let pages = (try? ManualPage.all()) ?? []

  @Test("What is typed prints what is shown", arguments: pages)
  func commands(page: ManualPage) throws {
    try ManualShell.with { shell in
      for command in page.commands {
        let (output, code) = try shell.run(command.typed)
        #expect(code == 0, "\(page.path): \(command.typed)\n\(output)")
        #expect(
          command.isPrinted(by: output),
          "\(page.path): \(command.typed)\nprints\n\(output)\nand not\n\(command.printed)")
      }
    }
  }

  @Test("Every block is marked, and a console block begins with something typed", arguments: pages)
  func blocks(page: ManualPage) {
    for block in page.blocks {
      let place = "\(page.path):\(block.line)"
      switch block.kind {
      case "console":
        #expect(block.lines.first?.hasPrefix("$ ") == true, "\(place)")
      case "sh":
        // What prepares or builds; what asks for figures has to be a console block.
        for line in block.lines where !line.isEmpty {
          let starts = ["swift build", "swift test", "swift format", "swift run -c release Number"]
          let others = ["export PATH=", "cd ", "git clone ", ".ci/run", "ASAN_OPTIONS="]
          let scripts = ["Benchmarks/Peers/run", "Tests/ReaderFuzzer/run"]
          #expect((starts + others + scripts).contains { line.hasPrefix($0) }, "\(place): \(line)")
        }
      case "swift", "text": break
      default: Issue.record("\(place) is of no known kind: '\(block.kind)'")
      }
    }
  }

  @Test("Every figure in what is said is printed on the page, or accounted for", arguments: pages)
  func figures(page: ManualPage) {
    let shown = page.blocks.filter { $0.kind != "text" }.flatMap(\.lines)
    let known = Set(shown.flatMap(ManualFigures.figures))
    let accounted = ManualFigures.accounted[page.path, default: [:]]
    let said = Set(page.prose.map(ManualFigures.withoutCode).flatMap(ManualFigures.figures))
    #expect(
      said.subtracting(known).subtracting(accounted.keys) == [],
      "\(page.path) says figures that no command on it prints")
    #expect(
      Set(accounted.keys).subtracting(said) == [],
      "\(page.path) no longer says figures that are accounted for")
  }

  /// What the commands call their options.
  private static let optionNames: Set<String> = {
    let help = ["size", "backtest", "replay", "compare", "inspect", "anonymize", "generate"]
      .compactMap { try? CommandRun($0, "--help").output }.joined()
    return Set(help.matches(of: /--[a-z][a-z-]+/).map { String($0.output) })
  }()

  @Test("Every option that is named is one", arguments: pages)
  func options(page: ManualPage) {
    let named = page.text.matches(of: /(?:^|[^\w-])(--[a-z][a-z-]+)/).map { String($0.output.1) }
    // Options of Swift's own commands.
    let others: Set = [
      "--version", "--recursive", "--in-place", "--sanitize", "--disable-xctest", "--scratch-path",
    ]
    #expect(Set(named).subtracting(Self.optionNames).subtracting(others) == [])
  }

  @Test("Every file that is named is there", arguments: pages)
  func files(page: ManualPage) {
    for match in page.text.matches(of: /\b(?:Sources|Tests|Scenarios|Benchmarks)\/[\w.\/+-]*\w/) {
      let file = CommandRun.package.appendingPathComponent(String(match.output))
      #expect(FileManager.default.fileExists(atPath: file.path), "\(page.path): \(match.output)")
    }
  }

  @Test("Every article is listed where the manual begins")
  func topics() throws {
    let start = try ManualPage("Sources/NumberPools/NumberPools.docc/NumberPools.md")
    for page in Self.pages where page.path.contains("NumberPools.docc") && page.name != start.name {
      #expect(start.text.contains("- <doc:\(page.name)>"), "\(page.name)")
    }
  }

  @Test("Every format that is read is in the manual's table")
  func formats() throws {
    let page = try ManualPage("Sources/NumberPools/NumberPools.docc/ReadingTheReports.md")
    let table = page.prose.filter { $0.hasPrefix("| `") }.joined()
    for format in FileFormat.allCases {
      #expect(table.contains("`\(format.rawValue)`"), "\(format)")
    }
  }

  @Test("The code is code that a test runs", arguments: pages)
  func code(page: ManualPage) throws {
    let tests = try ManualCode.tests()
    for block in page.blocks where block.kind == "swift" {
      let wanted = ManualCode.asTested(block.lines)
      #expect(
        tests.contains { $0.contains(wanted) },
        "\(page.path):\(block.line): no test has\n\(wanted)")
    }
  }

  @Test("A console block is read as a reader reads it")
  func reading() {
    let page = ManualPage(
      path: "x.md",
      text: """
        Say 1.
        ```console
        $ echo a \\
        > b
        a b
        $ list
        first
        …
        last
        ```
        """)
    #expect(page.commands.map(\.typed) == ["echo a \\\nb", "list"])
    #expect(page.prose == ["Say 1."])
    let list = page.commands[1]
    #expect(list.isPrinted(by: "first\nlast\n"))
    #expect(list.isPrinted(by: "first\n1\n2\nlast\n"))
    #expect(!list.isPrinted(by: "first\n"))
    #expect(!list.isPrinted(by: "first\nlast\nmore\n"))
    #expect(!page.commands[0].isPrinted(by: "a  b\n"))
  }
}
