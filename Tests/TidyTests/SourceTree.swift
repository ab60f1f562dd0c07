import Foundation

/// The package's own files, as text.
enum SourceTree {
  /// The package's folder.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The modules that clients can use.
  static let libraries = [
    "NumberPools", "TrafficLogs", "LogFiles", "LogAnonymizer", "PoolReports", "SystemThreads",
  ]

  /// The files below a folder of the package whose names end so, by path.
  static func files(in folder: String, _ ending: String = ".swift") throws -> [SourceFile] {
    guard
      let paths = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
    else { return [] }
    return try paths.compactMap { $0 as? String }.filter { $0.hasSuffix(ending) }.sorted().map {
      try SourceFile("\(folder)/\($0)")
    }
  }

  /// Every Swift file.
  static func swiftFiles() throws -> [SourceFile] {
    try [SourceFile("Package.swift")]
      + ["Sources", "Benchmarks", "Tests"].flatMap { try files(in: $0) }
  }

  /// The names of what is in a folder.
  static func names(in folder: String) throws -> [String] {
    try FileManager.default
      .contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The text of a file.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }
}

/// A file and its lines.
struct SourceFile {
  /// Where it is in the package.
  let path: String
  /// Its lines, without their ends.
  let lines: [Substring]

  /// Reads a file.
  init(_ path: String) throws {
    self.init(path: path, text: try SourceTree.text(path))
  }

  /// Takes a text for a file's.
  init(path: String, text: String) {
    self.path = path
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    self.lines = lines
  }

  /// Its name without the ending.
  var name: String { String(path.split(separator: "/").last?.dropLast(".swift".count) ?? "") }

  /// The modules that it imports.
  var imports: [String] {
    lines.compactMap { line in
      line.wholeMatch(of: /\s*(?:@\w+ )?(?:public |package |internal )?import (\S+).*/)
        .map { String($0.1) }
    }
  }

  /// The lines outside of texts that go over several lines, by number from 0.
  var code: [(index: Int, line: Substring)] {
    var isInText = false
    var code: [(Int, Substring)] = []
    for (index, line) in lines.enumerated() {
      let marks = line.ranges(of: "\"\"\"").count
      if !isInText { code.append((index, line)) }
      if marks % 2 == 1 { isInText.toggle() }
    }
    return code
  }
}
