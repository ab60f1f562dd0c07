import NumberPools
import PoolReports
import TrafficLogs

/// `numberpool replay`: what so many numbers would have done.
struct ReplayCommand: Command {
  static let name = "replay"
  static let summary = "Shows what a pool of a given size would have done."
  static let synopsis = "[options] --numbers N FILE..."
  static let examples = [
    "numberpool replay --numbers 20 access.log",
    "numberpool replay --numbers 20 --calls calls.csv page_views.csv",
    "numberpool replay --numbers 20 --calls calls.csv --output out.csv views.csv",
  ]
  static let flags =
    [.replay, .replayFiles] + PoolOptions.flags + [.calls] + ReadingOptions.flags + [.output]

  private let reading: ReadingOptions
  private let pool: PoolOptions
  private let numbers: Int
  private let seed: UInt64
  private let callsPath: String?
  private let assignmentsPath: String?
  private let output: ReportOutput

  init(_ values: FlagValues) throws(UsageError) {
    reading = try ReadingOptions(values, calls: CallOptions(values))
    pool = PoolOptions(values)
    guard let numbers = values[.numbers] else {
      throw UsageError(message: "No number of numbers is given.", hint: "Add --numbers 20.")
    }
    self.numbers = numbers
    seed = UInt64(values[.seed])
    callsPath = values[.callsOutput]
    assignmentsPath = values[.assignmentsOutput]
    output = ReportOutput(values)
    if pool.allocations.count > 1 {
      throw UsageError(
        message: "A replay has to know which number is lent.",
        hint: "Choose one --allocation: longest-idle, random, lowest-first.")
    }
    if values.isGiven(.seed), pool.allocations != [.random] {
      throw UsageError(
        message: "--seed says how numbers are drawn, and none are.",
        hint: "Leave it out, or add --allocation random.")
    }
    try OutputFile.check(
      [callsPath, assignmentsPath].compactMap { $0 },
      against: reading.inputs + [reading.calls?.input].compactMap { $0 })
    if callsPath != nil, reading.calls == nil {
      throw UsageError(
        message: "--output writes calls, and none are given.", hint: "Add --calls FILE.")
    }
  }

  func run() async throws(Failure) -> String {
    let loaded = try reading.load(needsTouches: true)
    let traffic = loaded.section.traffic
    let holds = Holds(of: traffic, rule: pool.hold)
    let outcome = Replay(numbers: numbers, request: pool.request)
      .run(holds, allocation: pool.allocations[0], seed: seed)
    let matcher = CallMatcher(rule: pool.match)
    // Credit by lag at this size only: by the matcher, which serves every order and rule.
    let curve = PoolCurve(of: holds, request: pool.request)
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
    return output.print(report)
  }

  /// Writes the files that were asked for: all of them, or none.
  private func writeFiles(
    _ report: ReplayReport, _ loaded: ReadingOptions.Loaded, holds: Holds
  ) throws(Failure) {
    let sessionName = loaded.log.sessionNamer(for: loaded.section.traffic)
    var files: [OutputFile] = []
    if let callsPath {
      let names = loaded.calls.rows.map { loaded.callLog.rows[$0].id ?? "\($0 + 1)" }
      files.append(try OutputFile(callsPath))
      try files[0].write(report.callsCSV(callNames: names, sessionName: sessionName).utf8)
    }
    if let assignmentsPath {
      let file = try OutputFile(assignmentsPath)
      try file.write(report.assignmentsCSV(holds: holds, sessionName: sessionName).utf8)
      files.append(file)
    }
    try OutputFile.finish(files)
  }
}
