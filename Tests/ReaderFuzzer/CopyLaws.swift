import NumberPools
import TrafficLogs

/// A copy has as many lines as were understood, and gives the figures that the original gives.
struct CopyLaws {
  private let input: FuzzedInput

  /// The same key always, or a crash couldn't be looked at again.
  private static let anonymizer = Anonymizer(key: AnonymizationKey(bytes: Array(0..<16)))

  init(_ input: FuzzedInput) {
    self.input = input
  }

  func check(thoroughly: Bool) throws {
    var copy: [UInt8] = []
    let summary: AnonymizedSummary
    do throws(AnonymizerError) {
      summary = try Self.anonymizer.anonymize(input.input) { copy += $0 }
    } catch {
      try law("an error is one sentence", error.description.last == ".")
      return
    }
    // A header alone is no copy.
    let header = summary.format == .table && summary.lines > 0 ? 1 : 0
    let lines = copy.count { $0 == 0x0A }
    try law("as many lines as were understood", lines == summary.written + header)
    guard thoroughly, summary.format == .webLog else { return }
    let reader = WebLogReader()
    let original = try reader.read([input.input])
    let again = try reader.read([.bytes(name: "copy", copy)])
    try law("the copy is readable", again.summary.unreadable == 0)
    // A line whose copy would count otherwise is left out, visibly.
    guard summary.unreadable == original.summary.unreadable else { return }
    try law(
      "the copy has the original's page views",
      again.pageViews.count == original.pageViews.count
        && again.pageViews.visitors == original.pageViews.visitors)
  }
}
