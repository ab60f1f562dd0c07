import PoolReports

/// How a report is printed.
struct ReportOutput {
  private let isJSON: Bool
  private let isFull: Bool

  /// What the flags of ``FlagGroup/output`` say.
  ///
  /// - Parameters:
  ///   - values: What was typed.
  ///   - isFull: Whether everything is shown; as `--full` says in commands that have it.
  ///   - placeTaker: What takes the report's place on standard output; `nil` where nothing does.
  init(_ values: FlagValues, isFull: Bool = true, placeTaker: String? = nil) throws(UsageError) {
    isJSON = values[.json]
    self.isFull = isFull
    if let placeTaker, isJSON {
      throw UsageError(
        message: "\(placeTaker) - takes the place of the report, so --json says nothing.",
        hint: "Leave one of them out, or name a file.")
    }
  }

  /// The report as it was asked for.
  func print(_ report: some Report) -> String {
    isJSON
      ? report.json
      : report.text(
        TextPage.Style(hasColor: Terminal.hasColor, width: Terminal.width, isFull: isFull))
  }
}
