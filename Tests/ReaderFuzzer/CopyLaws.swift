import LogAnonymizer
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

  /// What stands before and behind personal data.
  private static let boundaries = Array(" /=,;\t_\"?&".utf8)

  /// Puts personal data somewhere into the input, all told by its bytes.
  private func checkPlanted() throws {
    var random = SplitMix64(
      seed: input.bytes.reduce(UInt64(input.options)) { $0 &* 31 &+ UInt64($1) })
    let data = PlantedData.all[random.next(below: PlantedData.all.count)]
    let boundary = Self.boundaries[random.next(below: Self.boundaries.count)]
    let position = random.next(below: input.bytes.count + 1)
    try data.check(
      data.planted(in: input.bytes, at: position, beside: boundary),
      keepsPaths: random.next(below: 2) == 0)
  }

  func check(thoroughly: Bool) throws {
    if thoroughly { try checkPlanted() }
    var copy: [UInt8] = []
    let summary: AnonymizedSummary
    do throws(AnonymizerError) {
      summary = try Self.anonymizer.anonymize(input.input) { copy += $0 }
    } catch {
      try isSentence(error.description)
      return
    }
    let lines = copy.count { $0 == 0x0A }
    guard summary.format == .webLog else {
      // A header alone is no copy; a row may have ends of lines in it.
      try law("as many rows as were understood", lines >= summary.written)
      try law("nothing is copied of nothing", summary.written > 0 || copy.isEmpty)
      if thoroughly { try checkTable(copy, summary) }
      return
    }
    try law("as many lines as were understood", lines == summary.written)
    guard thoroughly else { return }
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

  /// What readers make of a table they make of its copy.
  private func checkTable(_ copy: [UInt8], _ summary: AnonymizedSummary) throws {
    let reader = TrafficReader(tables: TableReader(timeZone: .utc))
    // A row whose copy would say something else is left out, visibly; one that is unreadable for
    // what only its reader knows, such as a visit of years, is copied and stays so.
    if let original = try? reader.read([input.input]),
      original.summary.lines > original.summary.unreadable,
      summary.unreadable == original.summary.unreadable
    {
      let again = try reader.read([.bytes(name: "copy", copy)])
      let isSame =
        again.pageViews.visitors == original.pageViews.visitors
        && again.summary.leftOut == original.summary.leftOut
      try law(
        "the copy has the original's page views", isSame || again.summary.unreadable > 0)
    }
    if let original = try? reader.readCalls([input.input]),
      original.summary.lines > original.summary.unreadable,
      summary.unreadable == original.summary.unreadable
    {
      let again = try reader.readCalls([.bytes(name: "copy", copy)])
      try law("every call of the copy is readable", again.summary.unreadable == 0)
      try law("the copy has the original's calls", again.rows.count == original.rows.count)
    }
  }
}
