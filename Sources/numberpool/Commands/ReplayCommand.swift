import NumberPools
import PoolReports
import SystemThreads
import TrafficLogs

/// `numberpool replay`: what so many numbers would have done.
struct ReplayCommand: Command {
  static let name = "replay"
  static let takesScenarios = true
  static let summary = "Shows what a pool of a given size would have done."
  static let synopsis = "[options] --numbers N FILE..."
  static let examples = [
    "numberpool replay --numbers 20 access.log",
    "numberpool replay --numbers 20 --calls calls.csv page_views.csv",
    "numberpool replay --numbers 20 --calls calls.csv --calls-output out.csv views.csv",
  ]
  static let flags =
    [.replay, .replayFiles] + PoolOptions.flags + [.calls] + ReadingOptions.flags + [.replayOutput]

  private let reading: ReadingOptions
  private let question: ReplayStudy.Question
  private let callsPath: String?
  private let assignmentsPath: String?
  private let output: ReportOutput
  private let reportRun: ReportRun

  init(_ values: FlagValues) throws(UsageError) {
    reading = try ReadingOptions(values, calls: CallOptions(values))
    let pool = PoolOptions(values)
    guard let numbers = values[.numbers] else {
      throw UsageError(message: "No number of numbers is given.", hint: "Add --numbers 20.")
    }
    question = ReplayStudy.Question(
      numbers: numbers, rules: pool.rules, seed: UInt64(values[.seed]))
    callsPath = values[.callsOutput]
    assignmentsPath = values[.assignmentsOutput]
    let standard = [("--calls-output", callsPath), ("--assignments-output", assignmentsPath)]
      .filter { $0.1 == "-" }
    if standard.count > 1 {
      throw UsageError(
        message: "Both tables can't go to standard output.", hint: "Name a file for one of them.")
    }
    output = try ReportOutput(values, isFull: values[.full], placeTaker: standard.first?.0)
    reportRun = ReportRun(values)
    if !pool.otherAllocations.isEmpty {
      throw UsageError(
        message: "A replay has to know which number is lent.",
        hint: "Choose one --allocation: longest-idle, random, lowest-first.")
    }
    if values.isGiven(.seed), pool.rules.allocation != .random {
      throw UsageError(
        message: "--seed says how numbers are drawn, and none are.",
        hint: "Leave it out, or add --allocation random.")
    }
    try OutputFile.check(
      [callsPath, assignmentsPath].compactMap { $0 },
      against: reading.inputs + [reading.calls?.input].compactMap { $0 })
    if callsPath != nil, reading.calls == nil {
      throw UsageError(
        message: "--calls-output writes calls, and none are given.", hint: "Add --calls FILE.")
    }
  }

  func run() throws(Failure) -> String {
    let dataset = try reading.dataset(keepsTouches: true, keepsNames: true)
    let study = ReplayStudy(question, of: dataset, on: ThreadMap())
    var report = ReplayReport(study, of: dataset, showsPersonalData: reading.showsPersonalData)
    report.section.run = reportRun
    let table = try writeFiles(report, study, dataset)
    return table ?? output.print(report)
  }

  /// Writes the files that were asked for: all of them, or none.
  ///
  /// - Returns: The table that takes the report's place; `nil` where none does.
  private func writeFiles(
    _ report: ReplayReport, _ study: ReplayStudy, _ dataset: Dataset
  ) throws(Failure) -> String? {
    var tables: [(path: String, text: String)] = []
    if let callsPath {
      tables.append(
        (callsPath, report.callsCSV(of: dataset.callOrigin, sessionName: dataset.name(of:))))
    }
    if let assignmentsPath {
      tables.append(
        (
          assignmentsPath,
          report.assignmentsCSV(holds: study.holds, sessionName: dataset.name(of:))
        ))
    }
    var files: [OutputFile] = []
    for table in tables where table.path != "-" {
      let file = try OutputFile(table.path)
      try file.write(table.text.utf8)
      files.append(file)
    }
    try OutputFile.finish(files)
    return tables.first { $0.path == "-" }?.text
  }
}
