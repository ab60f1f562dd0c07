import NumberPools
import PoolReports

/// `numberpool inspect`: what is in a log.
struct InspectCommand: Command {
  static let name = "inspect"
  static let summary = "Shows what is in a web log: lines, visitors, sessions, problems."
  static let usage = """
    Usage: numberpool inspect [options] FILE...

    Examples:
      numberpool inspect access.log
      numberpool inspect access.log.*.gz
      zcat access.log.*.gz | numberpool inspect -
    """
  static let options = TrafficArguments.options

  private let arguments: TrafficArguments

  init(_ arguments: Arguments) throws(UsageError) {
    self.arguments = try TrafficArguments(arguments)
  }

  func run() async throws(Failure) -> String {
    var loaded = try arguments.load(needsTouches: true)
    let target = Target([.init(.coverage, .atLeast, units: Target.Condition.whole)])
    let study = await SizingStudy(
      .init(
        target: target, rule: arguments.rule, request: arguments.request, lags: [],
        comparedTimeouts: []),
      of: loaded.section.traffic)
    loaded.section.warnings += LogWarning.warnings(about: study)
    let report = InspectReport(
      section: loaded.section, touches: loaded.touches, curve: study.curve, rule: arguments.rule)
    return arguments.isJSON ? report.json : report.text(TextPage.Style(hasColor: Terminal.hasColor))
  }
}
