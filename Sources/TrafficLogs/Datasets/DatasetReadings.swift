import NumberPools

/// The sessions of a log, in the way in which it is read and in others that may be right too, until
/// the calls are linked to them.
struct DatasetReadings {
  private(set) var dataset: Dataset
  /// The sessions behind it, and behind each of its other readings.
  private let sessions: LogSessions
  private let otherSessions: [LogSessions]
  private let reader: DatasetReader

  /// Makes sessions of a log.
  init(of log: TrafficLog, by reader: DatasetReader) {
    self.reader = reader
    let browsers = BrowserSessions(
      of: log.sessions(by: reader.sessionizer), by: reader.traffic.webLogs.evidence)
    let counted = Self.swapped(browsers.sessions, by: reader)
    sessions = reader.needsTouches ? counted.withTouches().selecting(reader.eligibility) : counted
    let traffic = sessions.traffic

    var origin = TrafficOrigin()
    origin.summary = log.summary
    if browsers.pageViewsLeftOut > 0 {
      origin.summary.leftOut[.noEvidence] = browsers.pageViewsLeftOut
    }
    origin.summary.doubts += browsers.doubts
    origin.summary.assumptions += reader.assumptions
    origin.pageViewsRead = log.pageViews.count - browsers.pageViewsLeftOut
    origin.ineligibleSessions = counted.traffic.sessions.count - traffic.sessions.count
    origin.sessionTimeout = reader.sessionizer.timeout
    origin.namesSessions = !log.pageViews.sessions.isEmpty
    if reader.keepsNames { origin.sessionNames = sessions.names() }
    origin.pools = log.groups
    origin.evidence = browsers.counts
    origin.eligibility = reader.eligibility
    let profile = TrafficProfile(
      of: traffic, dayOffset: log.summary.clock, among: counted.traffic)
    origin.profile = profile
    if reader.needsTouches, let window = BusiestWindow(of: .minutes(15), in: traffic) {
      origin.burstCause = Burst.Reason(of: window, in: traffic, address: sessions.addresses())
    }
    dataset = Dataset(traffic: traffic, origin: origin)
    dataset.origin.warnings =
      LogWarning.warnings(
        about: origin.summary, profile,
        usesForwardedAddress: reader.traffic.webLogs.client == .forwarded)
      + LogWarning.warnings(aboutSessionsOf: traffic)
      + LogWarning.warnings(aboutVisitorsOf: traffic)

    var others: [(way: ReadingWay, sessions: LogSessions)] = []
    if let otherwise = browsers.otherwise {
      others.append((browsers.otherWay, Self.eligible(otherwise, by: reader)))
    }
    for week in WeekRhythm.named where week != reader.traffic.tables.week {
      guard let other = log.drawn(by: week) else { continue }
      others.append(
        (.week(week.name), Self.eligible(other.sessions(by: reader.sessionizer), by: reader)))
    }
    otherSessions = others.map { $0.sessions }
    dataset.otherReadings = others.map { way, sessions in
      Dataset.OtherReading(way: way, dataset: Dataset(traffic: sessions.traffic))
    }
  }

  /// The sessions but for those that are left out by their names.
  private static func swapped(_ sessions: LogSessions, by reader: DatasetReader) -> LogSessions {
    if reader.leftOutSessions.isEmpty { return sessions }
    let names = sessions.names()
    if names.isEmpty { return sessions }
    return sessions.selecting { id, _ in !reader.leftOutSessions.contains(names[Int(id.index)]) }
  }

  /// The sessions that are eligible for a number.
  private static func eligible(_ sessions: LogSessions, by reader: DatasetReader) -> LogSessions {
    reader.eligibility == .all
      ? sessions : sessions.withTouches().selecting(reader.eligibility)
  }

  /// Finds the sessions of calls.
  mutating func link(_ log: CallLog) {
    let linked = log.linked(to: sessions)
    dataset.calls = linked.calls
    for (index, sessions) in otherSessions.enumerated() {
      dataset.otherReadings[index].dataset.calls = log.linked(to: sessions).calls
    }
    var origin = CallOrigin()
    origin.summary = log.summary
    origin.excluded = linked.excluded
    if reader.keepsNames {
      origin.names = linked.rows.map { log.name(ofRow: $0) }
      origin.excludedCalls = linked.excludedRows.map { row, reason in
        CallOrigin.ExcludedCall(
          name: log.name(ofRow: row), time: log.rows[row].time, reason: reason)
      }
    }
    let nameless = linked.excludedRows.filter {
      $0.reason == .noTruth || $0.reason == .unknownTruth
    }
    origin.volume = CallVolume(
      of: nameless.map { (log.rows[$0.row].time, log.rows[$0.row].duration) },
      clock: sessions.log.summary.clock)
    if log.summary.lines == 0 { dataset.origin.warnings.append(.noCalls) }
    if linked.byClue > 0 {
      dataset.origin.warnings.append(.callsByClick(linked.byClue, of: log.rows.count))
    }
    dataset.callOrigin = origin
    var fit = linked.fit(of: log, to: sessions.log)
    fit.given = reader.callOffset
    dataset.origin.warnings +=
      LogWarning.warnings(about: fit, in: sessions.log.summary.span)
      + LogWarning.warnings(aboutCalls: log.summary)
  }
}

extension CallLog {
  /// The name of a call: the input's own, or its row from 1.
  fileprivate func name(ofRow row: Int) -> String { rows[row].id ?? "\(row + 1)" }
}
