import LogFiles
import NumberPools
import PoolReports
import TrafficLogs

/// The options that every command shares which reads traffic: what to read, and how.
struct TrafficArguments {
  let inputs: [LogInput]
  let callInput: LogInput?
  let format: FileFormat?
  let callFormat: FileFormat?
  let reader: TrafficReader
  let callReader: TrafficReader
  /// What is added to the time of every call.
  let callOffset: Interval
  let sessionizer: Sessionizer
  let rule: HoldRule
  let request: RequestRule
  let eligibility: Eligibility
  let evidence: BrowserEvidence.Rule
  let groupColumn: String?
  let isJSON: Bool
  let showsPersonalData: Bool

  /// Options of what the input is, who counts, and how long numbers are held.
  static let options = [
    Option(
      "--format", "FORMAT",
      help: "the input's format, instead of telling it by its\ncontent: one of\n"
        + FileFormat.list(of: .traffic)),
    Option(
      "--column", "at=t_unix", help: "a table's own name for a column; may be repeated",
      repeats: true),
    Option("--time-zone", "Europe/Paris", help: "of times without an offset; or +03:00"),
    Option(
      "--date-order", "day-month",
      help: "of dates such as 02/03/2026 that nothing else\ntells; or month-day"),
    Option("--visit-length", "3m", help: "of visits that are only counted"),
    Option(
      "--week", "office-hours",
      help:
        "when people come, where counts are by day:\noffice-hours, everyday, evenings, flat, or a\nFILE of 24 weights a day"
    ),
    Option(
      "--report-days", "2026-03-01..2026-03-31",
      help: "the dates of a report of hours without dates"),
    Option("--session-timeout", "30m", help: "a longer gap between page views ends a session"),
    Option(
      "--reuse-timeout", "30m",
      help: "how long after the last sign of life nobody\nelse gets the number; 0 is allowed"),
    Option(
      "--presence", "tab-open",
      help: "tab-open: the page stays open between page\nviews; views: only page views count"),
    Option("--last-page-time", "0", help: "reading time assumed after the last page view"),
    Option("--visitor", "ip+user-agent", help: "what a web log's visitors are known by; or ip"),
    Option(
      "--client-address", "peer",
      help:
        "peer: who talked to the server; forwarded:\nwhom the proxy in between names, where it does"
    ),
    Option(
      "--requests", "pages",
      help: "pages: no assets, POSTs, errors, redirects;\nall: every line is a page view"),
    Option(
      "--bots", "drop",
      help: "drop: no robots, loopback, or the server\nitself; keep: they count"),
    Option(
      "--exclude-path", "/health",
      help: "pages whose path begins so don't count; or, with\n* and ?, is so; may be repeated",
      repeats: true),
    Option(
      "--exclude-address", "10.0.0.0/8",
      help: "visitors from there don't count; or a single\naddress; may be repeated", repeats: true),
    Option(
      "--evidence", "auto",
      help:
        "of a browser, in web logs. assets: visitors who\nnever fetched a style sheet, script, image or\n"
        + "icon don't count; none: they do; auto: assets\nif these are 2 % of the lines, and neither\n"
        + "--requests all nor --bots keep is given"),
    Option(
      "--request", "every-page-view",
      help: "who was refused asks again; or\nfirst-page-view: only the first view asks"),
    Option(
      "--only", "all",
      help:
        "all sessions get a number; tagged: those with\nany tag or click id; paid: those with a paid\nclick id, medium or channel"
    ),
    Option("--json", help: "JSON instead of text"),
    Option("--show-personal-data", help: "show the beginnings of unreadable lines"),
  ]

  /// Options of the calls, for the commands that judge them.
  static let callOptions = [
    Option("--calls", "FILE", help: "calls with their truth: whom each came from"),
    Option(
      "--calls-format", "FORMAT",
      help: "the format of the calls, as --format: one of\n" + FileFormat.list(of: .calls)),
    Option("--calls-column", "at=when", help: "as --column, for the calls", repeats: true),
    Option(
      "--calls-time-zone", "Europe/Paris", help: "as --time-zone, where the calls have another"),
    Option("--calls-clock-offset", "-2h", help: "added to the time of every call; or +90s, -3m"),
  ]

  /// The option of several pools.
  static let poolOption = Option(
    "--pool-by", "file|host|COLUMN", help: "a pool for each file, site or value")

  init(_ arguments: Arguments) throws(UsageError) {
    inputs = try Self.inputs(arguments.operands)
    callInput = arguments["--calls"].map { $0 == "-" ? .standardInput : .file($0) }
    if let callInput, inputs.map(Self.place(of:)).contains(Self.place(of: callInput)) {
      throw UsageError(
        message: "'\(callInput.name)' is given as traffic and as calls.",
        hint: "Name two different files.")
    }
    try OutputFile.check([], against: inputs + [callInput].compactMap { $0 })
    format = try Self.format(arguments, "--format", kind: .traffic)
    callFormat = try Self.format(arguments, "--calls-format", kind: .calls)
    groupColumn = arguments["--pool-by"].flatMap { ["file", "host"].contains($0) ? nil : $0 }
    eligibility = try arguments.choice("--only", default: .all)
    let bots = try arguments.choice("--bots", default: WebLogReader.Bots.drop)
    evidence = try arguments.choice("--evidence", default: .auto)
    let exclusions = try Self.exclusions(arguments)
    let byFile = arguments["--pool-by"] == "file"
    let timeZone = try Self.timeZone(arguments["--time-zone"])
    let dateOrder = try Self.dateOrder(arguments["--date-order"])
    var reader = TrafficReader(
      webLogs: WebLogReader(
        basis: try Self.basis(arguments["--visitor"]),
        requests: try arguments.choice("--requests", default: .pages), bots: bots,
        client: try arguments.choice("--client-address", default: .peer),
        grouping: byFile ? .file : arguments["--pool-by"] == "host" ? .host : .none,
        evidence: evidence, exclusions: exclusions),
      tables: TableReader(
        columns: try Self.columns(arguments, "--column"), timeZone: timeZone, bots: bots,
        exclusions: exclusions,
        grouping: byFile ? .file : arguments["--pool-by"].map { .column($0) } ?? .none,
        visitLength: try arguments.interval("--visit-length") ?? .minutes(3),
        week: try Self.week(arguments["--week"]),
        reportDays: try Self.reportDays(arguments["--report-days"])))
    var callReader = TrafficReader(
      tables: TableReader(
        columns: try Self.columns(arguments, "--calls-column"),
        timeZone: try Self.timeZone(arguments["--calls-time-zone"], "--calls-time-zone")
          ?? timeZone))
    callOffset = try arguments.offset("--calls-clock-offset") ?? .zero
    try Self.checkCallOptions(arguments, callInput)
    reader.tables.dateOrder = dateOrder
    reader.tables.requests = reader.webLogs.requests
    callReader.tables.dateOrder = dateOrder
    self.reader = reader
    self.callReader = callReader
    sessionizer = Sessionizer(
      timeout: try arguments.interval("--session-timeout") ?? .minutes(30))
    rule = HoldRule(
      reuseTimeout: try arguments.interval("--reuse-timeout") ?? .minutes(30),
      presence: try arguments.choice("--presence", default: .tabOpen),
      lastPageTime: try arguments.interval("--last-page-time") ?? .zero)
    request = try arguments.choice("--request", default: .everyPageView)
    isJSON = arguments.has("--json")
    showsPersonalData = arguments.has("--show-personal-data")
  }

  /// Options of the calls without calls are a mistake.
  private static func checkCallOptions(
    _ arguments: Arguments, _ callInput: LogInput?
  ) throws(UsageError) {
    for option in ["--calls-format", "--calls-column", "--calls-time-zone", "--calls-clock-offset"]
    where callInput == nil && arguments.has(option) {
      throw UsageError(
        message: "\(option) says how calls are read, and none are given.",
        hint: "Add --calls FILE.")
    }
  }

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
    for input in inputs where !seen.insert(place(of: input)).inserted {
      throw UsageError(
        message: "'\(input.name)' is given twice.", hint: "Its visits would count twice.")
    }
    return inputs
  }

  /// The same for every spelling of one file.
  private static func place(of input: LogInput) -> String {
    input.isStandardInput ? "-" : OutputFile.canonical(input.name)
  }

  private static func format(
    _ arguments: Arguments, _ name: String, kind: FileFormat.Kind
  ) throws(UsageError) -> FileFormat? {
    guard let text = arguments[name] else { return nil }
    guard let format = FileFormat(rawValue: text), format.kind == kind else {
      let known = FileFormat.allCases.filter { $0.kind == kind }.map(\.rawValue)
      throw UsageError(
        message: "'\(text)' is no value of \(name).",
        hint: "Choose one of: \(known.joined(separator: ", ")).")
    }
    return format
  }

  private static func basis(_ text: String?) throws(UsageError) -> LogSummary.VisitorBasis {
    switch text {
    case nil, "ip+user-agent": return .addressAndAgent
    case "ip": return .address
    case let text?:
      throw UsageError(
        message: "'\(text)' is no value of --visitor.", hint: "Choose one of: ip+user-agent, ip.")
    }
  }

  private static func timeZone(
    _ text: String?, _ option: String = "--time-zone"
  ) throws(UsageError) -> LogTimeZone? {
    guard let text else { return nil }
    guard let zone = LogTimeZone(text) else {
      throw UsageError(
        message: "'\(text)' is no time zone.",
        hint: "Write a name such as Europe/Paris, or an offset such as +03:00.")
    }
    return zone
  }

  private static func dateOrder(_ text: String?) throws(UsageError) -> DateOrder? {
    guard let text else { return nil }
    guard let order = DateOrder(rawValue: text) else {
      throw UsageError(
        message: "'\(text)' is no value of --date-order.",
        hint: "Choose one of: \(DateOrder.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return order
  }

  private static func columns(
    _ arguments: Arguments, _ name: String
  ) throws(UsageError) -> [String: String] {
    var columns: [String: String] = [:]
    for text in arguments.all(name) {
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, columns[String(parts[0])] == nil else {
        throw UsageError(
          message: "'\(text)' names no column for \(name), or one already named.",
          hint: "Write what it is and what the file calls it: at=t_unix.")
      }
      columns[String(parts[0])] = String(parts[1])
    }
    return columns
  }
}

extension FileFormat {
  /// The names of the formats of a kind, in lines that fit beside an option.
  fileprivate static func list(of kind: Kind) -> String {
    let names = allCases.filter { $0.kind == kind }.map(\.rawValue)
    return names.reduce(into: [""]) { lines, name in
      let isLast = name == names.last
      let word = name + (isLast ? "" : ",")
      let line = lines.removeLast()
      let longer = line.isEmpty ? word : "\(line) \(word)"
      lines += longer.count <= 48 ? [longer] : [line, word]
    }.joined(separator: "\n")
  }
}
