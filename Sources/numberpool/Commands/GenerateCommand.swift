import Foundation
import LogFiles
import NumberPools
import TrafficLogs

/// `numberpool generate`: the tables of a scenario.
struct GenerateCommand: Command {
  static let name = "generate"
  static let summary = "Makes the traffic and the calls of a scenario, with the truth attached."
  static let synopsis = "[options] SCENARIO --output DIR"
  static let remarks = [
    "The folder holds page_views.csv or access.log, sessions.csv with what is true of each session,"
      + " calls.csv, costs.csv, and the scenario itself. All of them are written, or none. Every"
      + " command that reads traffic takes the folder in place of a log, and the scenario as well."
  ]
  static let examples = [
    "numberpool generate clinic.json --output clinic",
    "numberpool generate clinic.json --output clinic --as combined --replication 3",
  ]
  static let flags: [FlagGroup] = [.generated]

  /// What the scenario is called in the folder.
  static let scenarioName = "scenario.json"

  private let input: String
  private let folder: String
  private let isLog: Bool
  private let replication: Int

  init(_ values: FlagValues) throws(UsageError) {
    guard values.operands.count == 1 else {
      throw UsageError(
        message: values.operands.isEmpty ? "No scenario is given." : "Several files are given.",
        hint: "Name one scenario: numberpool generate clinic.json --output clinic")
    }
    input = values.operands[0]
    guard let folder = values[.generatedFolder] else {
      throw UsageError(
        message: "There is no folder for the tables.", hint: "Add --output DIR.")
    }
    self.folder = folder
    isLog = values[.generatedForm]
    replication = values[.replication]
    try OutputFile.check(paths, against: input == "-" ? [] : [.file(input)])
  }

  private var tables: [WorkloadTable] { WorkloadTable.all(asLog: isLog) }

  private var paths: [String] {
    (tables.map(\.rawValue) + [Self.scenarioName]).map(path)
  }

  private func path(_ name: String) -> String {
    URL(fileURLWithPath: folder).appendingPathComponent(name).relativePath
  }

  func run() throws(Failure) -> String {
    let read = try ScenarioFile(input)
    let other = isLog ? WorkloadTable.pageViews : .accessLog
    if FileManager.default.fileExists(atPath: path(other.rawValue)) {
      throw Failure(
        .usage, "'\(folder)' already holds \(other.rawValue): the same visits in another form.",
        hint: "Name another folder, or remove that file.")
    }
    let workload = try read.workload(replication: replication)
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure(
        .outputFailed, "The folder '\(folder)' can't be made.", hint: "Check its permissions.")
    }
    var files: [OutputFile] = []
    var progress = TaskProgress("Writing")
    defer { progress.end() }
    for (index, table) in tables.enumerated() {
      let file = try OutputFile(path(table.rawValue))
      var writer = WorkloadTableWriter(table, of: workload)
      var bytes: [UInt8] = []
      while writer.write(to: &bytes) {
        guard bytes.count > 1 << 18 else { continue }
        try file.write(bytes)
        bytes.removeAll(keepingCapacity: true)
        progress.update((Double(index) + writer.progress) / Double(tables.count))
      }
      try file.write(bytes)
      files.append(file)
    }
    let scenario = try OutputFile(path(Self.scenarioName))
    try scenario.write(ScenarioWriter.text(of: read.scenario).utf8)
    // All of them or none: a folder with one table missing would look like the whole.
    try OutputFile.finish(files + [scenario])
    return ""
  }
}
