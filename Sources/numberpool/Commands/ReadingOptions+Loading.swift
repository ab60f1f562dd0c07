import NumberPools
import PoolReports
import TrafficLogs

extension ReadingOptions {
  /// What was read, ready to be studied.
  struct Loaded {
    let sessions: LogSessions
    var section: TrafficSection
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
    try checkFlags(for: log.format)
    let counted = CountedTraffic(of: log.sessions(by: sessionizer), by: evidence)
    let sessions =
      keepsTouches
      ? counted.sessions.withTouches().selecting(eligibility) : counted.sessions
    let traffic = sessions.traffic
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
      sessions: sessions,
      section: TrafficSection(
        summary: summary, pageViewsRead: log.pageViews.count - counted.pageViewsLeftOut,
        traffic: traffic, profile: profile,
        ineligibleSessions: counted.sessions.traffic.sessions.count - traffic.sessions.count,
        warnings: LogWarning.warnings(
          about: summary, profile, usesForwardedAddress: reader.webLogs.client == .forwarded)
          + LogWarning.warnings(aboutSessionsOf: traffic),
        showsPersonalData: showsPersonalData, namesSessions: !log.pageViews.sessions.isEmpty))
    loaded.section.evidence = counted.counts
    if let otherwise = counted.otherwise {
      loaded.otherTraffic.append(
        OtherTraffic(way: counted.otherWay, sessions: eligible(of: otherwise)))
    }
    for week in WeekRhythm.named where week != reader.tables.week {
      guard let other = log.drawn(by: week) else { continue }
      loaded.otherTraffic.append(
        OtherTraffic(
          way: .week(week.name), sessions: eligible(of: other.sessions(by: sessionizer))))
    }
    if let calls { try load(calls, into: &loaded) }
    return loaded
  }

  /// The sessions that are eligible for a number.
  private func eligible(of sessions: LogSessions) -> LogSessions {
    eligibility == .all ? sessions : sessions.withTouches().selecting(eligibility)
  }

  /// Reads the calls and finds their sessions.
  private func load(_ calls: CallOptions, into loaded: inout Loaded) throws(Failure) {
    var log = try Self.read(.calls, [calls.input]) { (progress) throws(TableError) in
      try calls.reader.readCalls([calls.input], format: calls.format, progress: progress)
    }
    try Self.check(log.summary, .calls, [calls.input])
    log.move(by: calls.clockOffset)
    loaded.callLog = log
    loaded.calls = log.linked(to: loaded.sessions)
    for index in loaded.otherTraffic.indices {
      loaded.otherTraffic[index].calls = log.linked(to: loaded.otherTraffic[index].sessions).calls
    }
    let excluded = loaded.calls.excluded
    loaded.callsRead = CallsSection(
      summary: log.summary,
      excluded: CallExclusion.allCases.compactMap { reason in
        excluded[reason].map { (reason, $0) }
      },
      showsPersonalData: showsPersonalData)
    var fit = loaded.calls.fit(of: log, to: loaded.sessions.log)
    fit.given = calls.clockOffset
    loaded.section.warnings +=
      LogWarning.warnings(about: fit, in: loaded.sessions.log.summary.span)
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
