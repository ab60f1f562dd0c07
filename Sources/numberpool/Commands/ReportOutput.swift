import PoolReports

/// A report that can be printed.
protocol PrintableReport {
  /// As one JSON object.
  var json: String { get }
  /// As text for people.
  func text(_ style: TextPage.Style) -> String
}

extension SizeReport: PrintableReport {}
extension ReplayReport: PrintableReport {}
extension InspectReport: PrintableReport {}

/// How a report is printed.
struct ReportOutput {
  private let isJSON: Bool

  /// What the flags of ``FlagGroup/output`` say.
  init(_ values: FlagValues) {
    isJSON = values[.json]
  }

  /// The report as it was asked for.
  func print(_ report: some PrintableReport) -> String {
    isJSON ? report.json : report.text(TextPage.Style(hasColor: Terminal.hasColor))
  }
}
