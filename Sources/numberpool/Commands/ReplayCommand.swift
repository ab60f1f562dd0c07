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
    "numberpool replay --numbers 20 --calls calls.csv --output out.csv views.csv",
  ]
  static let flags =
    [.replay, .replayFiles] + PoolOptions.flags + [.calls] + ReadingOptions.flags + [.output]

  private let reading: ReadingOptions
  private let question: ReplayStudy.Question
  private let callsPath: String?
  private let assignmentsPath: String?
  private let output: ReportOutput

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
    output = ReportOutput(values)
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
        message: "--output writes calls, and none are given.", hint: "Add --calls FILE.")
    }
  }

  func run() throws(Failure) -> String {
    let dataset = try reading.dataset(keepsTouches: true, keepsNames: true)
    let study = ReplayStudy(question, of: dataset, on: ThreadMap())
    let report = ReplayReport(study, of: dataset, showsPersonalData: reading.showsPersonalData)
    try writeFiles(report, study, dataset)
    return output.print(report)
  }

  /// Writes the files that were asked for: all of them, or none.
  private func writeFiles(
    _ report: ReplayReport, _ study: ReplayStudy, _ dataset: Dataset
  ) throws(Failure) {
    var files: [OutputFile] = []
    if let callsPath {
      let names = dataset.callOrigin?.names ?? []
      files.append(try OutputFile(callsPath))
      try files[0].write(report.callsCSV(callNames: names, sessionName: dataset.name(of:)).utf8)
    }
    if let assignmentsPath {
      let file = try OutputFile(assignmentsPath)
      try file.write(
        report.assignmentsCSV(holds: study.holds, sessionName: dataset.name(of:)).utf8)
      files.append(file)
    }
    try OutputFile.finish(files)
  }
}
