import NumberPools
import PoolReports
import SystemThreads

/// `numberpool inspect`: what is in a log.
struct InspectCommand: Command {
  static let name = "inspect"
  static let takesScenarios = true
  static let summary = "Shows what is in a web log: lines, visitors, sessions, problems."
  static let examples = [
    "numberpool inspect access.log",
    "numberpool inspect access.log.*.gz",
    "zcat access.log.*.gz | numberpool inspect -",
  ]
  static let flags = [.hold] + ReadingOptions.flags + [.output]

  private let reading: ReadingOptions
  private let hold: HoldRule
  private let request: RequestRule
  private let output: ReportOutput
  private let reportRun: ReportRun

  init(_ values: FlagValues) throws(UsageError) {
    reading = try ReadingOptions(values)
    hold = HoldRule(values)
    request = values[.request]
    output = try ReportOutput(values)
    reportRun = ReportRun(values)
  }

  func run() throws(Failure) -> String {
    let dataset = try reading.dataset(keepsTouches: true)
    // The usual target, so that it says of a burst what `size` says.
    let question = SizeStudy.Question(
      target: .usual,
      rules: PoolRules(hold: hold, request: request), lags: [], comparedTimeouts: [])
    let study = SizeStudy(question, of: dataset, on: ThreadMap())
    var report = InspectReport(study, of: dataset, showsPersonalData: reading.showsPersonalData)
    report.section.run = reportRun
    return output.print(report)
  }
}
