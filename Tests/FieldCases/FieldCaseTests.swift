import Foundation
import NumberPoolTestSupport
import Testing

@Suite("Situations from the field")
struct FieldCaseTests {
  @Test("The answer is right, or doubted, or refused", arguments: FieldCase.all)
  func isRight(fieldCase: FieldCase) throws {
    try TemporaryFolder.with { folder in
      for (name, bytes) in fieldCase.files { try folder.write(bytes, to: name) }
      let arguments = fieldCase.arguments.map {
        fieldCase.files[$0] == nil ? $0 : folder.file($0)
      }
      let isReport = fieldCase.right.code == 0 && arguments.first != "anonymize"
      let run = try CommandRun(arguments + (isReport ? ["--json"] : []))
      #expect(run.code == fieldCase.right.code, "\(run.errors)")
      let report = isReport ? try run.json() : [:]
      for (place, figure) in fieldCase.right.figures.sorted(by: { $0.key < $1.key }) {
        #expect(Self.figure(place, in: report) == figure, "\(place)")
      }
      let warnings = report["warnings"] as? [String] ?? []
      let words = isReport ? warnings.joined(separator: "\n") : run.errors
      for said in fieldCase.right.said {
        #expect(words.contains(said), "'\(said)' isn't in '\(words)'")
      }
      for unsaid in fieldCase.right.unsaid {
        #expect(!words.contains(unsaid), "'\(unsaid)' is in '\(words)'")
      }
    }
  }

  /// The whole number at a place of a report, such as `traffic.visitors`.
  private static func figure(_ place: String, in report: [String: Any]) -> Int? {
    var value: Any? = report
    for key in place.split(separator: ".") { value = (value as? [String: Any])?[String(key)] }
    return value as? Int
  }
}
