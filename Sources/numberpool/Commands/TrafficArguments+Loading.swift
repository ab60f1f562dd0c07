import LogAnonymizer
import NumberPools
import PoolReports
import TrafficLogs

extension TrafficArguments {
  /// What was read, ready to be studied.
  struct Loaded {
    let log: TrafficLog
    var section: TrafficSection
    let touches: [Touch]
    /// The sessions of other readings of the input.
    var otherTraffic: [OtherTraffic] = []
    /// The calls, their rows, and what reports say of them; `nil` without a file of calls.
    var callLog = CallLog()
    var calls = LinkedCalls()
    var callsRead: CallsSection?
  }

  /// Reads the inputs and makes sessions of them.
  ///
  /// - Parameter needsTouches: Whether it matters how sessions arrived.
  func load(needsTouches: Bool) throws(Failure) -> Loaded {
    var reader = reader
    let keepsTouches = needsTouches || eligibility != .all
    reader.webLogs.keepsTouches = keepsTouches
    reader.tables.keepsTouches = keepsTouches
    let log = try Self.read(.traffic, inputs) { (progress) throws(TableError) in
      try reader.read(inputs, format: format, progress: progress)
    }
    try Self.check(log.summary, .traffic, inputs)
    let counted = CountedTraffic(
      of: sessionizer.traffic(from: log.pageViews), in: log, by: evidence)
    if evidence == .assets, log.evidence == nil {
      throw Failure(
        .usage, "Only a web log shows who fetched a page's files.",
        hint: "Leave out --evidence assets.")
    }
    var (traffic, touches) = (counted.traffic, [Touch]())
    if keepsTouches { (traffic, touches) = eligible(of: counted.traffic, in: log) }
    var summary = log.summary
    if counted.pageViewsLeftOut > 0 { summary.leftOut[.noEvidence] = counted.pageViewsLeftOut }
    summary.doubts += counted.doubts
    if let groupColumn, log.groups.isEmpty {
      throw Failure(
        .badData, "The input has no column '\(groupColumn)' to make a pool by.",
        hint: "Web logs and GA4's export have pools by file or host, tables by any column.")
    }
    let profile = TrafficProfile(of: traffic, dayOffset: log.summary.clock)
    var loaded = Loaded(
      log: log,
      section: TrafficSection(
        summary: summary, pageViewsRead: log.pageViews.count - counted.pageViewsLeftOut,
        traffic: traffic, profile: profile,
        ineligibleSessions: counted.traffic.sessions.count - traffic.sessions.count,
        warnings: LogWarning.warnings(
          about: summary, profile, usesForwardedAddress: reader.webLogs.client == .forwarded)
          + LogWarning.warnings(aboutSessionsOf: traffic),
        showsPersonalData: showsPersonalData, namesSessions: !log.pageViews.sessions.isEmpty),
      touches: touches)
    loaded.section.evidence = counted.counts
    if let otherwise = counted.otherwise {
      let traffic = eligibility == .all ? otherwise : eligible(of: otherwise, in: log).traffic
      loaded.otherTraffic.append(OtherTraffic(name: counted.nameOfOther, traffic: traffic))
    }
    for week in WeekRhythm.named where week != reader.tables.week {
      guard let other = log.drawn(by: week) else { continue }
      let all = sessionizer.traffic(from: other.pageViews)
      let traffic = eligibility == .all ? all : eligible(of: all, in: other).traffic
      loaded.otherTraffic.append(OtherTraffic(name: "--week \(week.name)", traffic: traffic))
    }
    if let callInput { try load(callInput, into: &loaded) }
    return loaded
  }

  /// The sessions that are eligible for a number, and how they arrived.
  private func eligible(
    of traffic: Traffic, in log: TrafficLog
  ) -> (traffic: Traffic, touches: [Touch]) {
    let touches = log.touches(of: traffic)
    let selection = TrafficSelection(of: traffic) { id, _ in
      eligibility.admits(touches[Int(id.index)])
    }
    return (selection.traffic, touches.filter(eligibility.admits))
  }

  /// Reads the calls and finds their sessions.
  private func load(_ input: LogInput, into loaded: inout Loaded) throws(Failure) {
    var log = try Self.read(.calls, [input]) { (progress) throws(TableError) in
      try callReader.readCalls([input], format: callFormat, progress: progress)
    }
    try Self.check(log.summary, .calls, [input])
    log.move(by: callOffset)
    loaded.callLog = log
    loaded.calls = log.linked(to: loaded.log, in: loaded.section.traffic)
    for index in loaded.otherTraffic.indices {
      let traffic = loaded.otherTraffic[index].traffic
      loaded.otherTraffic[index].calls = log.linked(to: loaded.log, in: traffic).calls
    }
    let excluded = loaded.calls.excluded
    loaded.callsRead = CallsSection(
      summary: log.summary,
      excluded: LinkedCalls.Exclusion.allCases.compactMap { reason in
        excluded[reason].map { (reason.rawValue, $0) }
      },
      showsPersonalData: showsPersonalData)
    var fit = loaded.calls.fit(of: log, to: loaded.log)
    fit.given = callOffset
    loaded.section.warnings +=
      LogWarning.warnings(about: fit, in: loaded.log.summary.span)
      + LogWarning.warnings(aboutCalls: log.summary)
  }

  private static func read<Log>(
    _ kind: FileFormat.Kind, _ inputs: [LogInput],
    _ read: (_ progress: (LogInput, Int) -> Void) throws(TableError) -> Log
  ) throws(Failure) -> Log {
    var progress = Progress(over: inputs)
    defer { progress.end() }
    do throws(TableError) {
      return try read { progress.update($0, bytes: $1) }
    } catch {
      throw Failure(error, of: kind)
    }
  }

  private static func check(
    _ summary: LogSummary, _ kind: FileFormat.Kind, _ inputs: [LogInput]
  ) throws(Failure) {
    let names =
      inputs.count == 1
      ? "'\(Privacy.printable(inputs[0].name))'" : "the \(inputs.count) inputs"
    guard summary.lines > 0 else {
      throw Failure(.badData, "There is nothing in \(names).", hint: "Is it the right file?")
    }
    guard summary.unreadable < summary.lines else {
      let reason = summary.problems.first.map { " The first: \($0.reason)." } ?? ""
      throw Failure(
        .badData, "No line of \(names) can be understood.\(reason)",
        hint: "Is it the right file, and the right \(kind.formatOption)?")
    }
  }
}

extension Failure {
  /// What an input that can't be read means for the command.
  init(_ error: InputError) {
    let message = Privacy.printable(error.description)
    switch error {
    case .notFound: self.init(.noInput, message, hint: "Check the spelling and the folder.")
    case .isDirectory: self.init(.noInput, message, hint: "Name the files in it.")
    case .systemRefused(_, let error):
      self.init(.noInput, message, hint: error.hint(orElse: "Can another program read it?"))
    case .notReadable: self.init(.noInput, message, hint: "Give less of it at once.")
    case .damagedCompression:
      self.init(.badData, message, hint: "Copy the file anew, or unpack what is left of it.")
    case .broken: self.init(.badData, message, hint: "Export it anew, or mend that line.")
    case .otherCompression(_, let program):
      self.init(.badData, message, hint: "Try: \(program) -dc FILE | numberpool ... -")
    case .otherFile:
      self.init(.badData, message, hint: "Save or export it as CSV, in UTF-8, and give that.")
    case .sameContent:
      self.init(.usage, message, hint: "Everything in it would count twice: name one of them.")
    case .gzipMissing: self.init(.noInput, message, hint: "Install gzip, or unpack the file.")
    case .gzipFailed(_, let error):
      self.init(
        .systemRefused, message, hint: error.hint(orElse: "Unpack the file, and give that."))
    }
  }

  /// What an input that can't be anonymized means for the command.
  init(_ error: AnonymizerError) {
    let message = Privacy.printable(error.description)
    switch error {
    case .input(let error): self.init(error)
    case .json: self.init(.badData, message, hint: "Turn it into a table: at,visitor_id,url.")
    case .unknownFormat: self.init(.badData, message, hint: "Is it the right file?")
    case .output: self.init(.outputFailed, message, hint: "Is the disk full?")
    }
  }

  /// What inputs that aren't what they should be mean for the command.
  init(_ error: TableError, of kind: FileFormat.Kind) {
    let message = Privacy.printable(error.description)
    switch error {
    case .input(let error): self.init(error)
    case .missingColumns:
      self.init(
        .badData, message, hint: "Name a column of the file's: \(kind.columnOption) at=t_unix.")
    case .duplicateColumn: self.init(.badData, message, hint: "Rename one of them.")
    case .noSuchColumn, .unknownColumn:
      let options = kind == .calls ? kind.columnOption : "\(kind.columnOption) or --pool-by"
      self.init(.usage, message, hint: "Check the spelling of \(options).")
    case .noTimeZone:
      self.init(.usage, message, hint: "Add --time-zone Europe/Paris, or an offset: +03:00.")
    case .unknownFormat:
      self.init(
        .badData, message,
        hint:
          "Say what it is with \(kind.formatOption); --help lists the formats. A table has names"
          + " in its first line, and commas, semicolons, tabs or bars between its fields.")
    case .unknownJSON:
      self.init(
        .badData, message,
        hint: "Make a table of it: at,visitor_id,url; or take the lines of a web log out of it.")
    case .singleQuotes:
      self.init(.badData, message, hint: "Export it with double quotes, or with none.")
    case .damagedIdentifiers:
      self.init(
        .badData, message,
        hint: "Export it anew and give it as it is; in a spreadsheet program, import that column as"
          + " text.")
    case .unknownDateOrder:
      self.init(.usage, message, hint: "Add --date-order day-month, or --date-order month-day.")
    case .mixedDateOrders:
      self.init(.badData, message, hint: "Export it with dates like 2026-03-31 10:00:00.")
    case .differentFormats, .mixedSessions:
      self.init(.badData, message, hint: "Run the command once for each.")
    case .mixedVisitors:
      self.init(
        .badData, message,
        hint: "Give all of them the same columns, or run the command once for each.")
    case .wrongKind:
      self.init(
        .usage, message, hint: "Give calls with --calls FILE, and traffic without an option.")
    case .noBucketWidth: self.init(.badData, message, hint: "Export more than one time.")
    case .noDate:
      self.init(
        .badData, message,
        hint: "Export date and hour, or name its dates: --report-days 2026-03-01..2026-03-31.")
    case .unclearCounts:
      self.init(.badData, message, hint: "Export numbers without separators.")
    }
  }
}

extension FileFormat.Kind {
  /// The option that says what the format is.
  fileprivate var formatOption: String { self == .calls ? "--calls-format" : "--format" }
  /// The option that says what a column is called.
  fileprivate var columnOption: String { self == .calls ? "--calls-column" : "--column" }
}
