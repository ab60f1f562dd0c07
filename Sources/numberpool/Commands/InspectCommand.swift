import NumberPools
import PoolReports
import SystemThreads

/// `numberpool inspect`: what is in a log.
struct InspectCommand: Command {
  static let name = "inspect"
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

  init(_ values: FlagValues) throws(UsageError) {
    reading = try ReadingOptions(values)
    hold = HoldRule(values)
    request = values[.request]
    output = ReportOutput(values)
  }

  func run() throws(Failure) -> String {
    var loaded = try reading.load(needsTouches: true)
    let target = Target([.init(.coverage, .atLeast, units: Target.Condition.whole)])
    let study = SizeStudy(
      .init(
        target: target, rules: PoolRules(hold: hold, request: request), lags: [],
        comparedTimeouts: []),
      of: Dataset(traffic: loaded.section.traffic), on: ThreadMap())
    loaded.section.warnings += LogWarning.warnings(about: study)
    let report = InspectReport(
      section: loaded.section, touches: loaded.section.traffic.touches, curve: study.curve,
      rule: hold)
    return output.print(report)
  }
}
