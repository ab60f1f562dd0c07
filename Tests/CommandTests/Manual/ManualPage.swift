import Foundation
import NumberPoolTestSupport
import Testing

/// A page of the manual, cut into what is said, what is typed and what is code.
///
/// A block marked `console` is what a terminal shows: lines that begin with `$ ` are typed, lines
/// that begin with `> ` go on with what is typed, all others are printed. A line that is only `…`
/// stands for any lines left out.
struct ManualPage: CustomTestStringConvertible {
  /// A fenced block.
  struct Block {
    /// What is said behind its fence: `console`, `sh`, `swift`, `text`.
    var kind: String
    /// The line of its fence, from 1.
    var line: Int
    /// What is in it.
    var lines: [String] = []
  }

  /// Something typed, and what is printed.
  struct Command {
    /// What is typed, several lines where the shell asks for more.
    var typed: String
    /// What is printed, line by line.
    var printed: [String] = []
  }

  /// Its path in the package.
  let path: String
  /// Its blocks.
  private(set) var blocks: [Block] = []
  /// What is outside of blocks, line by line.
  private(set) var prose: [String] = []
  /// Its whole text.
  let text: String

  /// Reads a page.
  init(_ path: String) throws {
    self.init(
      path: path,
      text: try String(
        contentsOf: CommandRun.package.appendingPathComponent(path), encoding: .utf8))
  }

  /// Takes a text for a page's.
  init(path: String, text: String) {
    self.path = path
    self.text = text
    var block: Block?
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if line.hasPrefix("```") {
        if let ended = block {
          blocks.append(ended)
          block = nil
        } else {
          block = Block(kind: String(line.dropFirst(3)), line: index + 1)
        }
      } else if block != nil {
        block?.lines.append(line)
      } else {
        prose.append(line)
      }
    }
  }

  /// Its name in test reports.
  var testDescription: String { path }

  /// Its file's name without the ending.
  var name: String { URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent }

  /// What is typed on it, in order.
  var commands: [Command] { blocks.filter { $0.kind == "console" }.flatMap(Self.commands) }

  private static func commands(of block: Block) -> [Command] {
    var commands: [Command] = []
    for line in block.lines {
      if line.hasPrefix("$ ") {
        commands.append(Command(typed: String(line.dropFirst(2))))
      } else if let last = commands.indices.last {
        if line.hasPrefix("> "), commands[last].printed.isEmpty {
          commands[last].typed += "\n" + line.dropFirst(2)
        } else {
          commands[last].printed.append(line)
        }
      }
    }
    return commands
  }

  /// Every page of the manual of every library, and the pages before it.
  static func all() throws -> [ManualPage] {
    let libraries = ["NumberPools", "TrafficLogs", "LogFiles", "LogAnonymizer", "PoolReports"]
    let catalogs = libraries.map { "Sources/\($0)/\($0).docc" }
    let manual = try catalogs.flatMap { folder in
      try FileManager.default
        .contentsOfDirectory(atPath: CommandRun.package.appendingPathComponent(folder).path)
        .filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
    }
    return try (["README.md", "CONTRIBUTING.md", "Scenarios/README.md"] + manual)
      .map { try ManualPage($0) }
  }
}

extension ManualPage.Command {
  /// Whether a run's output is what is shown.
  func isPrinted(by output: String) -> Bool {
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    let pieces = printed.split(separator: "…", omittingEmptySubsequences: false).map(Array.init)
    guard let first = pieces.first, let last = pieces.last else { return lines.isEmpty }
    if pieces.count == 1 { return lines == first }
    guard lines.count >= first.count + last.count, lines.starts(with: first),
      lines.suffix(last.count).elementsEqual(last)
    else { return false }
    // Each piece in between at the first place where it fits, in order.
    var rest = lines[first.count..<(lines.count - last.count)]
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard
        let place = rest.indices.first(where: {
          rest[$0...].prefix(piece.count).elementsEqual(piece)
        })
      else { return false }
      rest = rest[(place + piece.count)...]
    }
    return true
  }
}
