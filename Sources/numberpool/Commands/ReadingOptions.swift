import LogFiles
import NumberPools
import PoolReports
import TrafficLogs

/// What traffic to read, and how, as every command says it that reads any.
struct ReadingOptions {
  let inputs: [LogInput]
  let format: FileFormat?
  let reader: TrafficReader
  /// The calls; `nil` where none are given.
  let calls: CallOptions?
  let sessionizer: Sessionizer
  let eligibility: Eligibility
  let showsPersonalData: Bool
  /// The names of sessions whose persons never see a substituted number.
  let notSwapped: Set<String>
  /// What the traffic rests on, where it was made rather than measured.
  let assumptions: [Assumption]
  /// The flags that were typed, of those that mean something to some formats only.
  private let flagsOfFormats: [FlagSpelling]

  /// The flags that are read here.
  static let flags: [FlagGroup] = [.visitors, .input, .counts]

  /// What the flags say.
  ///
  /// - Parameters:
  ///   - values: What was typed.
  ///   - calls: The calls, for commands that judge them.
  ///   - division: What has a pool of its own, for commands that cut pools.
  init(
    _ values: FlagValues, calls: CallOptions? = nil, division: PoolDivision? = nil
  ) throws(UsageError) {
    if let made = values.made {
      inputs = [made.pageViews]
    } else {
      inputs = try LogInput.inputs(values.operands)
    }
    notSwapped = values.made?.notSwapped ?? []
    assumptions = values.made?.assumptions ?? []
    self.calls = calls
    if let calls, values.made == nil, inputs.map(\.place).contains(calls.input.place) {
      throw UsageError(
        message: "'\(calls.input.name)' is given as traffic and as calls.",
        hint: "Name two different files.")
    }
    if values.made == nil {
      try OutputFile.check([], against: inputs + [calls?.input].compactMap { $0 })
    }
    format = values[.format]
    reader = Self.reader(values, division: division)
    sessionizer = Sessionizer(timeout: values[.sessionTimeout])
    eligibility = values[.only]
    showsPersonalData = values[.showPersonalData]
    // The clock of the traffic is that of calls as well.
    let shared = calls == nil ? [] : [Flag.timeZone.spelling.name, Flag.dateOrder.spelling.name]
    // What an assumed business was made by says nothing of how its tables are read.
    let ofBusiness = values.made == nil ? [] : [Flag.visitLength.spelling.name]
    flagsOfFormats = values.flagsOfFormats.filter {
      !shared.contains($0.name) && !ofBusiness.contains($0.name)
    }
  }

  /// Refuses flags that were typed and mean nothing to the format of the traffic.
  func checkFlags(for format: FileFormat?) throws(Failure) {
    guard let format else { return }
    for flag in flagsOfFormats {
      guard let formats = flag.formats, !formats.contains(format) else { continue }
      let names = FileFormat.allCases.filter(formats.contains).map(\.rawValue)
      throw Failure(
        .usage, "\(flag.name) means nothing to traffic of the format \(format.rawValue).",
        hint: "It is for \(names.joined(separator: ", ")): leave it out here.")
    }
  }

  private static func reader(_ values: FlagValues, division: PoolDivision?) -> TrafficReader {
    let exclusions = Exclusions(
      paths: values[.excludePath], addresses: values[.excludeAddress])
    var reader = TrafficReader(
      webLogs: WebLogReader(
        basis: values[.visitor], requests: values[.requests], bots: values[.bots],
        client: values[.clientAddress], grouping: division.sites, evidence: values[.evidence],
        exclusions: exclusions),
      tables: TableReader(
        columns: values[.column], timeZone: values[.timeZone], bots: values[.bots],
        exclusions: exclusions, grouping: division.rows, visitLength: values[.visitLength],
        week: values[.week], reportDays: values[.reportDays]))
    reader.tables.dateOrder = values[.dateOrder]
    reader.tables.requests = values[.requests]
    // Robots of a scenario that say so say it as their browser's name.
    reader.tables.knowsRobotsByAgent = values.made != nil
    return reader
  }
}

extension PoolDivision? {
  /// What web logs are cut by.
  fileprivate var sites: WebLogReader.Grouping {
    switch self {
    case .file: .file
    case .host: .host
    case .column, nil: .none
    }
  }

  /// What tables are cut by.
  fileprivate var rows: TableReader.Grouping {
    switch self {
    case .file: .file
    case .host: .column("host")
    case .column(let name): .column(name)
    case nil: .none
    }
  }
}

extension LogInput {
  /// What operands name: files, or standard input where there are none and something is sent there.
  static func inputs(_ operands: [String]) throws(UsageError) -> [LogInput] {
    if operands.isEmpty {
      guard Terminal.hasInput else {
        throw UsageError(
          message: "No log is given.",
          hint: "Name one or more files, or - for standard input; --help has examples.")
      }
      return [.standardInput]
    }
    let inputs = operands.map { $0 == "-" ? LogInput.standardInput : .file($0) }
    var seen: Set<String> = []
    for input in inputs where !seen.insert(input.place).inserted {
      throw UsageError(
        message: "'\(input.name)' is given twice.", hint: "Its visits would count twice.")
    }
    return inputs
  }

  /// The same for every spelling of one file.
  fileprivate var place: String {
    isStandardInput ? "-" : OutputFile.canonical(name)
  }
}
