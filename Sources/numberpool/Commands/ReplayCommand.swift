import NumberPools
import PoolReports
import TrafficLogs

/// `numberpool replay`: what so many numbers would have done.
struct ReplayCommand: Command {
  static let name = "replay"
  static let summary = "Shows what a pool of a given size would have done."
  static let usage = """
    Usage: numberpool replay [options] --numbers N FILE...

    Examples:
      numberpool replay --numbers 20 access.log
      numberpool replay --numbers 20 --calls calls.csv page_views.csv
      numberpool replay --numbers 20 --calls calls.csv --output credited.csv views.csv
    """
  static let options =
    [
      Option("--numbers", "N", help: "how many numbers the pool has"),
      Option("--output", "FILE", help: "writes each call, whom it is credited to, and why"),
      Option("--assignments", "FILE", help: "writes each loan of a number"),
      Option("--seed", "1", help: "of the choices of --allocation random"),
    ] + PoolArguments.options + TrafficArguments.callOptions + TrafficArguments.options

  private let arguments: TrafficArguments
  private let pool: PoolArguments
  private let numbers: Int
  private let seed: UInt64
  private let output: String?
  private let assignments: String?

  init(_ arguments: Arguments) throws(UsageError) {
    self.arguments = try TrafficArguments(arguments)
    pool = try PoolArguments(arguments)
    guard let numbers = try arguments.count("--numbers", default: nil, atLeast: 0) else {
      throw UsageError(message: "No number of numbers is given.", hint: "Add --numbers 20.")
    }
    self.numbers = numbers
    seed = UInt64(try arguments.count("--seed", default: 1, atLeast: 0) ?? 1)
    output = arguments["--output"]
    assignments = arguments["--assignments"]
    if pool.allocations.count > 1 {
      throw UsageError(
        message: "A replay has to know which number is lent.",
        hint: "Choose one --allocation: longest-idle, random, lowest-first.")
    }
    try OutputFile.check(
      [output, assignments].compactMap { $0 },
      against: self.arguments.inputs + [self.arguments.callInput].compactMap { $0 })
    if output != nil, self.arguments.callInput == nil {
      throw UsageError(
        message: "--output writes calls, and none are given.", hint: "Add --calls FILE.")
    }
  }

  func run() async throws(Failure) -> String {
    let loaded = try arguments.load(needsTouches: true)
    let traffic = loaded.section.traffic
    let holds = Holds(of: traffic, rule: arguments.rule)
    let outcome = Replay(numbers: numbers, request: arguments.request)
      .run(holds, allocation: pool.allocations[0], seed: seed)
    let matcher = CallMatcher(rule: pool.match)
    // Credit by lag at this size only: by the matcher, which serves every order and rule.
    let curve = PoolCurve(of: holds, request: arguments.request)
    var report = ReplayReport(
      section: loaded.section, numbers: numbers, holds: holds, outcome: outcome, curve: curve,
      calls: matcher.match(loaded.calls.calls, after: outcome, of: holds, in: traffic),
      touches: loaded.touches, callsRead: loaded.callsRead,
      creditByLag: CreditQuestion.reportedLags.map { lag in
        let calls = CreditQuestion.hypotheticalCalls(of: lag, in: traffic)
        let matched = matcher.match(calls, after: outcome, of: holds, in: traffic)
        return (lag, matched.count { $0.attribution == .correct }, calls.count)
      })
    if pool.allocations[0] == .random { report.seed = seed }
    try writeFiles(report, loaded, holds: holds)
    return arguments.isJSON
      ? report.json : report.text(TextPage.Style(hasColor: Terminal.hasColor))
  }

  /// Writes the files that were asked for: all of them, or none.
  private func writeFiles(
    _ report: ReplayReport, _ loaded: TrafficArguments.Loaded, holds: Holds
  ) throws(Failure) {
    let sessionName = loaded.log.sessionNamer(for: loaded.section.traffic)
    var files: [OutputFile] = []
    if let output {
      let names = loaded.calls.rows.map { loaded.callLog.rows[$0].id ?? "\($0 + 1)" }
      files.append(try OutputFile(output))
      try files[0].write(report.callsCSV(callNames: names, sessionName: sessionName).utf8)
    }
    if let assignments {
      let file = try OutputFile(assignments)
      try file.write(report.assignmentsCSV(holds: holds, sessionName: sessionName).utf8)
      files.append(file)
    }
    try OutputFile.finish(files)
  }
}
