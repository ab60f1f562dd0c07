import Testing

/// Rules that a reviewer would otherwise have to look after.
@Suite("The package is tidy")
struct TidyTests {
  @Test("No file grows beyond what is read at one sitting")
  func fileSizes() throws {
    for file in try SourceTree.swiftFiles() {
      let limit = file.path.hasPrefix("Tests/") ? 400 : 300
      #expect(file.lines.count <= limit, "\(file.path)")
    }
  }

  /// Functions that are longer for a reason.
  private static let longFunctions = [
    // One loop over five arrays written in place; each part of it would need all of them.
    "Sources/NumberPools/Pool/Holds.swift": 90
  ]

  @Test("No function is longer than a screen")
  func functionSizes() throws {
    for file in try SourceTree.swiftFiles() {
      for body in file.bodies {
        #expect(
          body.count <= Self.longFunctions[file.path] ?? 60,
          "\(file.path):\(body.line): \(body.head)")
      }
    }
  }

  @Test("Every public declaration has a doc comment")
  func documentation() throws {
    let files = try SourceTree.libraries.flatMap { try SourceTree.files(in: "Sources/\($0)") }
    #expect(files.count > 50)
    for file in files {
      for declaration in file.publicDeclarations {
        #expect(declaration.isDocumented, "\(file.path):\(declaration.line): \(declaration.head)")
      }
    }
  }

  @Test("No note to oneself, no tab, no white space at an end of line")
  func leftovers() throws {
    for file in try SourceTree.swiftFiles() {
      for (index, line) in file.lines.enumerated() {
        let place = "\(file.path):\(index + 1)"
        // Written so that this very line isn't one.
        #expect(!line.contains(/\b(?:TO[D]O|FIXM[E]|XX[X])\b/), "\(place)")
        #expect(!line.contains("\t"), "\(place)")
        #expect(line.last != " ", "\(place)")
      }
    }
  }

  @Test("No line is wider than 100 columns, unless a text that can't be cut is in it")
  func lineWidths() throws {
    for file in try SourceTree.swiftFiles() {
      for (index, line) in file.code where line.count > 100 {
        #expect(line.contains("\""), "\(file.path):\(index + 1)")
      }
    }
  }

  @Test("Every allocation order and every reader has its test file")
  func testFiles() throws {
    let tests = Set(try SourceTree.files(in: "Tests").map(\.name))
    let orders = try SourceTree.files(in: "Sources/NumberPools/Pool")
      .filter { $0.lines.contains { $0.contains(/\bstruct \w+: AllocationOrder\b/) } }
    let readers = try SourceTree.files(in: "Sources/TrafficLogs")
      .filter { $0.name.hasSuffix("Reader") }
    #expect(orders.count >= 3 && readers.count >= 6)
    for file in orders + readers {
      #expect(tests.contains("\(file.name)Tests"), "\(file.path)")
    }
  }

  @Test("Every scenario has a row that tells its question, traffic, and what is expected")
  func scenarios() throws {
    let rows = try SourceTree.text("Scenarios/README.md").split(separator: "\n")
      .compactMap { $0.wholeMatch(of: /\| `([a-z0-9-]+)` \| ([^|]+\?) \| ([^|]+) \|/) }
    let folders = try SourceTree.names(in: "Scenarios").filter { !$0.contains(".") }
    #expect(rows.map { String($0.1) }.sorted() == folders)
    let tests = try SourceTree.text("Tests/CommandTests/ScenarioTests.swift")
    for folder in folders {
      let files = try SourceTree.names(in: "Scenarios/\(folder)")
      #expect(files.contains("expected.txt"), "\(folder)")
      #expect(files.contains { $0.hasSuffix(".log") || $0.hasSuffix(".csv") }, "\(folder)")
      #expect(try !SourceTree.text("Scenarios/\(folder)/expected.txt").isEmpty, "\(folder)")
      #expect(tests.contains("\"\(folder)\""), "No test plays \(folder)")
    }
  }

  @Test("Every folder of tests is a target, and every target has tests or helps them")
  func targets() throws {
    let manifest = try SourceTree.text("Package.swift")
    for folder in try SourceTree.names(in: "Tests") {
      #expect(manifest.contains("\"\(folder)\""), "\(folder)")
    }
  }
}
