import Foundation
import LogFiles
import NumberPools
import TrafficLogs

/// Traffic and calls of a scenario: made just now, or before, in the folder that `generate` writes.
struct MadeTraffic: Sendable {
  /// The page views, or an access log.
  let pageViews: LogInput
  /// The calls; `nil` where no table of them is there.
  let calls: LogInput?
  /// The sessions with what is true of them, and what was spent; `nil` where no tables of them are
  /// there.
  let sessions: LogInput?
  let costs: LogInput?
  /// The names of sessions whose persons never see a substituted number.
  let notSwapped: Set<String>
  /// What options the scenario gives where none are typed, as they would be typed.
  let options: [String: String]
  /// What it rests on.
  let assumptions: [Assumption]

  /// What was typed names: one scenario, one such folder, or an assumed business; `nil` for
  /// anything else.
  static func find(_ values: FlagValues) throws -> MadeTraffic? {
    let operands = values.operands
    if let business = try AssumedBusiness(values) {
      try business.save()
      return try MadeTraffic(
        name: business.name,
        ScenarioFile(scenario: business.scenario, clock: .utc))
    }
    for operand in operands where operand != "-" {
      let isFolder = Self.isFolder(operand)
      let isFolderOfScenario =
        isFolder && WorkloadTable.allCases.contains { exists($0.rawValue, in: operand) }
      guard isFolderOfScenario || (!isFolder && ScenarioFile.isScenario(operand)) else { continue }
      guard operands.count == 1 else {
        throw Failure(
          .usage, "'\(operand)' is a scenario, or made of one, and other inputs are given.",
          hint: "Give it alone.")
      }
      return isFolder
        ? try MadeTraffic(folder: operand)
        : try MadeTraffic(name: operand, ScenarioFile(operand))
    }
    return nil
  }

  private init(name: String, _ read: ScenarioFile) throws(Failure) {
    let workload = try read.workload()
    pageViews = .table(name: name, .pageViews, of: workload)
    calls = workload.calls.isEmpty ? nil : .table(name: name, .calls, of: workload)
    sessions = .table(name: name, .sessions, of: workload)
    costs = .table(name: name, .costs, of: workload)
    var names: Set<String> = []
    for session in workload.sessions where session.isNotSwapped {
      names.insert(workload.name(of: session))
    }
    notSwapped = names
    options = calls == nil ? read.scenario.optionsWithoutCalls : read.scenario.options
    assumptions = read.scenario.assumed
  }

  private init(folder: String) throws(Failure) {
    func path(_ name: String) -> String {
      URL(fileURLWithPath: folder).appendingPathComponent(name).relativePath
    }
    let isTable = Self.exists(WorkloadTable.pageViews.rawValue, in: folder)
    guard isTable || Self.exists(WorkloadTable.accessLog.rawValue, in: folder) else {
      throw Failure(
        .noInput, "'\(folder)' has neither page_views.csv nor access.log.",
        hint: "Make it anew: numberpool generate SCENARIO --output \(folder)")
    }
    pageViews = .file(path((isTable ? WorkloadTable.pageViews : .accessLog).rawValue))
    // A log has no names of sessions by which calls could speak of them.
    calls =
      isTable && Self.hasRows(path(WorkloadTable.calls.rawValue))
      ? .file(path(WorkloadTable.calls.rawValue)) : nil
    func table(_ table: WorkloadTable) -> LogInput? {
      isTable && Self.exists(table.rawValue, in: folder) ? .file(path(table.rawValue)) : nil
    }
    sessions = table(.sessions)
    costs = table(.costs)
    notSwapped =
      isTable && Self.exists(WorkloadTable.sessions.rawValue, in: folder)
      ? try Self.notSwapped(in: path(WorkloadTable.sessions.rawValue)) : []
    if Self.exists(GenerateCommand.scenarioName, in: folder) {
      let scenario = try ScenarioFile(path(GenerateCommand.scenarioName)).scenario
      options = calls == nil ? scenario.optionsWithoutCalls : scenario.options
      assumptions = scenario.assumed
    } else {
      options = [:]
      assumptions = []
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private static func exists(_ name: String, in folder: String) -> Bool {
    FileManager.default.fileExists(
      atPath: URL(fileURLWithPath: folder).appendingPathComponent(name).path)
  }

  /// Whether a table is there and has more than a heading.
  private static func hasRows(_ path: String) -> Bool {
    do throws(InputError) {
      var source = try ByteSource(.file(path))
      let beginning = try source.beginning(ByteSource.tellingLength)
      guard let end = beginning.firstIndex(of: UInt8(ascii: "\n")) else { return false }
      return end + 1 < beginning.count
    } catch {
      return FileManager.default.fileExists(atPath: path)
    }
  }

  /// The names in a table of sessions that say so.
  private static func notSwapped(in path: String) throws(Failure) -> Set<String> {
    do throws(TableError) {
      return try SessionFlags.names(in: .file(path), where: "not_swapped")
    } catch {
      throw Failure(error, of: .traffic)
    }
  }
}

extension Scenario {
  /// The same where there are no calls, of whose worth nothing could be said.
  var optionsWithoutCalls: [String: String] {
    var options = options
    options["--value-per-call"] = nil
    return options
  }

  /// What its pool, target and prices are as options.
  var options: [String: String] {
    var options: [String: String] = [:]
    options["--quote"] = pool.numbers.map(String.init)
    options["--numbers"] = pool.numbers.map(String.init)
    options["--session-timeout"] = pool.sessionTimeout?.shorthand
    options["--reuse-timeout"] = pool.reuseTimeout?.shorthand
    options["--last-page-time"] = pool.lastPageTime?.shorthand
    options["--request"] = pool.request?.rawValue
    options["--presence"] = pool.presence?.rawValue
    options["--allocation"] = pool.allocation.map { $0.count == 1 ? $0[0].rawValue : "unknown" }
    options["--match"] = pool.match.map { match in
      switch match {
      case .lastHolder: "last-holder"
      case .currentHolderOnly: "current-holder"
      case .lastHolderWithin(let window): "last-holder-within=\(window.shorthand)"
      }
    }
    options["--target"] = target?.description
    options["--price-per-number"] = pricePerNumber.map(Self.amount)
    // What a call is worth says something beside a price only.
    options["--value-per-call"] = pricePerNumber == nil ? nil : valuePerCall.map(Self.amount)
    return options
  }

  /// What the traffic rests on, where it was made rather than measured.
  var assumed: [Assumption] {
    [.scenario(unmeasured: assumedPaths)] + (notSwapped > 0 ? [.notSwappedLeftOut] : [])
  }

  private static func amount(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
