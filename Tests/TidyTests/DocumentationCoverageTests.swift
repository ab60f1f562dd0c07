import Foundation
import Testing

/// The folder that the compiler wrote symbol graphs into; `nil` where it didn't.
private let symbolGraphs = ProcessInfo.processInfo.environment["SYMBOL_GRAPHS"]

/// The public symbols that the compiler names, and whether each has documentation of its own.
///
/// Where the compiler was told to write symbol graphs, the variable `SYMBOL_GRAPHS` names the
/// folder; `.ci/run` does both. Symbols that the compiler makes up, as `!=`, aren't counted.
@Suite(
  "Documentation coverage",
  .enabled(if: symbolGraphs != nil, "no symbol graphs were written"))
struct DocumentationCoverageTests {
  private struct Graph: Decodable {
    var symbols: [Symbol]
  }

  private struct Symbol: Decodable {
    struct Identifier: Decodable { var precise: String }
    struct Location: Decodable { var uri: String }
    struct Comment: Decodable {
      struct Line: Decodable { var text: String }
      var lines: [Line]
    }
    var identifier: Identifier
    var pathComponents: [String]
    var accessLevel: String
    var location: Location?
    var docComment: Comment?

    /// Whether it is written in the source, and can be seen by a client.
    var isOwn: Bool {
      accessLevel == "public" && location != nil
        && !identifier.precise.contains("::SYNTHESIZED::")
    }

    var isDocumented: Bool { docComment?.lines.contains { !$0.text.isEmpty } ?? false }
  }

  @Test("All of it", arguments: SourceTree.libraries)
  func coverage(module: String) throws {
    let folder = URL(fileURLWithPath: try #require(symbolGraphs))
    // What a module adds to another's types has a graph of its own: `Module@Other`.
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0 == "\(module).symbols.json" || $0.hasPrefix("\(module)@")
    }
    let own = try names.flatMap { name in
      let data = try Data(contentsOf: folder.appendingPathComponent(name))
      return try JSONDecoder().decode(Graph.self, from: data).symbols.filter(\.isOwn)
    }
    let bare = own.filter { !$0.isDocumented }
    let share = own.isEmpty ? 0 : 100 * (own.count - bare.count) / own.count
    print("\(module): \(share) % of \(own.count) public symbols are documented")
    // The smallest library, that of threads, has three.
    #expect(own.count >= 3)
    #expect(bare.map { $0.pathComponents.joined(separator: ".") } == [])
  }
}
