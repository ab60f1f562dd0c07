import NumberPools
import PoolReports
import TrafficLogs

/// The options that every command shares which reads traffic: what to read, and how.
struct TrafficArguments {
  let inputs: [LogInput]
  let reader: WebLogReader
  let sessionizer: Sessionizer
  let rule: HoldRule
  let request: RequestRule
  let eligibility: Eligibility
  let isJSON: Bool
  let showsPersonalData: Bool

  static let options = [
    Option("--session-timeout", "30m", help: "a longer gap between page views ends a session"),
    Option(
      "--reuse-timeout", "30m",
      help: "how long after the last sign of life nobody\nelse gets the number; 0 is allowed"),
    Option(
      "--presence", "tab-open",
      help: "tab-open: the page stays open between page\nviews; views: only page views count"),
    Option("--last-page-time", "0", help: "reading time assumed after the last page view"),
    Option("--visitor", "ip+user-agent", help: "what visitors are known by; or ip"),
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
      "--request", "every-page-view",
      help: "who was refused asks again; or\nfirst-page-view: only the first view asks"),
    Option(
      "--only", "all",
      help:
        "all sessions get a number; paid: those with a\npaid click id or medium; tagged: any tag"),
    Option("--json", help: "JSON instead of text"),
    Option("--show-personal-data", help: "show the beginnings of unreadable lines"),
  ]

  init(_ arguments: Arguments, grouping: WebLogReader.Grouping = .none) throws(UsageError) {
    func interval(_ name: String, default standard: Interval) throws(UsageError) -> Interval {
      guard let text = arguments[name] else { return standard }
      guard let interval = Interval(text), interval <= .days(400) else {
        throw UsageError(
          message: "'\(text)' is no length of time for \(name).",
          hint: "Write it with its unit, up to 400 days: 90s, 2.5m, 30m, 1h, 2d.")
      }
      return interval
    }
    if arguments.operands.isEmpty {
      guard Terminal.hasInput else {
        throw UsageError(
          message: "No log is given.",
          hint: "Name one or more files, or - for standard input; --help has examples.")
      }
      inputs = [.standardInput]
    } else {
      inputs = arguments.operands.map { $0 == "-" ? .standardInput : .file($0) }
    }
    var seen: Set<LogInput> = []
    for input in inputs where !seen.insert(input).inserted {
      throw UsageError(
        message: "'\(input.name)' is given twice.", hint: "Its visits would count twice.")
    }
    reader = WebLogReader(
      basis: try arguments.choice("--visitor", default: .addressAndAgent),
      requests: try arguments.choice("--requests", default: .pages),
      bots: try arguments.choice("--bots", default: .drop),
      client: try arguments.choice("--client-address", default: .peer),
      grouping: grouping)
    sessionizer = Sessionizer(timeout: try interval("--session-timeout", default: .minutes(30)))
    rule = HoldRule(
      reuseTimeout: try interval("--reuse-timeout", default: .minutes(30)),
      presence: try arguments.choice("--presence", default: .tabOpen),
      lastPageTime: try interval("--last-page-time", default: .zero))
    request = try arguments.choice("--request", default: .everyPageView)
    eligibility = try arguments.choice("--only", default: .all)
    isJSON = arguments.has("--json")
    showsPersonalData = arguments.has("--show-personal-data")
  }

  /// What was read, ready to be studied.
  struct Loaded {
    let log: TrafficLog
    var section: TrafficSection
    let touches: [Touch]
  }

  /// Reads the logs and makes sessions of them.
  ///
  /// - Parameter needsTouches: Whether it matters how sessions arrived.
  func load(needsTouches: Bool) throws(Failure) -> Loaded {
    var progress = Progress(over: inputs)
    let log: TrafficLog
    var reader = reader
    reader.keepsTouches = needsTouches || eligibility != .all
    do throws(InputError) {
      log = try reader.read(inputs) { progress.update($0, bytes: $1) }
    } catch {
      progress.end()
      throw Failure(error)
    }
    progress.end()
    guard log.summary.lines > 0 else {
      throw Failure(.badData, "There is nothing in \(inputNames).", hint: "Is it the right file?")
    }
    guard log.summary.unreadable < log.summary.lines else {
      let reason = log.summary.problems.first.map { " The first: \($0.reason)." } ?? ""
      throw Failure(
        .badData, "No line of \(inputNames) can be understood.\(reason)",
        hint: "Logs in the common or combined format of Apache and nginx are read.")
    }
    var traffic = sessionizer.traffic(from: log.pageViews)
    var touches: [Touch] = []
    var ineligible = 0
    if reader.keepsTouches {
      touches = log.touches(of: traffic)
      let all = touches
      let count = traffic.sessions.count
      traffic = traffic.filtered { id, _ in eligibility.admits(all[Int(id.index)]) }
      touches = touches.filter(eligibility.admits)
      ineligible = count - traffic.sessions.count
    }
    let section = TrafficSection(
      summary: log.summary, traffic: traffic, ineligibleSessions: ineligible,
      warnings: LogWarning.warnings(
        about: log.summary, traffic, usesForwardedAddress: reader.client == .forwarded),
      showsPersonalData: showsPersonalData)
    return Loaded(log: log, section: section, touches: touches)
  }

  private var inputNames: String {
    inputs.count == 1 ? "'\(Privacy.printable(inputs[0].name))'" : "the \(inputs.count) inputs"
  }
}

extension LogInput {
  /// The size of a file in bytes, where it is one.
  var size: Int? { WebLogReader.size(of: self) }
}

extension Failure {
  /// What an input that can't be read means for the command.
  init(_ error: InputError) {
    let message = Privacy.printable(error.description)
    switch error {
    case .notFound: self.init(.noInput, message, hint: "Check the spelling and the folder.")
    case .isDirectory: self.init(.noInput, message, hint: "Name the files in it.")
    case .notReadable: self.init(.noInput, message, hint: "Check the permissions.")
    case .damagedCompression:
      self.init(.badData, message, hint: "Copy the file anew, or unpack what is left of it.")
    case .otherCompression: self.init(.badData, message)
    case .gzipMissing: self.init(.noInput, message, hint: "Install gzip, or unpack the file.")
    }
  }
}
