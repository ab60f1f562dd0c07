import PoolReports

/// How a report is printed.
struct ReportOutput {
  private let isJSON: Bool

  /// What the flags of ``FlagGroup/output`` say.
  init(_ values: FlagValues) {
    isJSON = values[.json]
  }

  /// The report as it was asked for.
  func print(_ report: some Report) -> String {
    isJSON
      ? report.json
      : report.text(TextPage.Style(hasColor: Terminal.hasColor, width: Terminal.width))
  }
}
