import Foundation
import NumberPoolTestSupport

/// Swift in the manual, and the tests that it is copied from.
///
/// On a page a value stands behind its expression, `curve.peak  // 3`, with a remark after a colon;
/// in a test it says `#expect(curve.peak == 3)`. A file is named from the package's folder.
enum ManualCode {
  /// What a test has to say, white space apart, for a block to be tested.
  static func asTested(_ lines: [String]) -> String {
    lines.filter { !$0.hasPrefix("import ") }.map(asTested).joined()
      .replacing("private ", with: "").filter { !$0.isWhitespace }
  }

  private static func asTested(_ line: String) -> String {
    let parts = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)
    let code = line.contains("\"//") || line.contains("://") ? line : String(parts[0])
    let paths = code.replacing(/\.file\(("[^"]+")\)/) { ".file(Sample.path(\($0.output.1)))" }
    let isExpression = paths.prefixMatch(of: /(?:try |await )*[a-zA-Z]+[.(\[]/) != nil
    guard parts.count == 2, isExpression, !paths.hasSuffix("(  "), !paths.contains(" = ") else {
      return paths
    }
    let remark = parts[1].split(separator: ": ", maxSplits: 1)[0]
    return "#expect(\(paths)==\(remark))"
  }

  /// The text of every test file, white space and remarks apart.
  static func tests() throws -> [String] {
    let folder = CommandRun.package.appendingPathComponent("Tests")
    guard let paths = FileManager.default.enumerator(atPath: folder.path) else { return [] }
    return try paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.map { path in
      let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      return text.split(separator: "\n")
        .map { $0.prefixMatch(of: /\s*\/\//) == nil ? String($0) : "" }
        .joined().replacing("private ", with: "").filter { !$0.isWhitespace }
    }
  }
}
