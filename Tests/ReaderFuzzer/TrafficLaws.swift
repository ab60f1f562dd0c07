import NumberPools
import TrafficLogs

/// Every line is accounted for, files can be cut in two, and what is read can be worked with.
struct TrafficLaws {
  private let input: FuzzedInput
  private let reader: TrafficReader

  /// More page views than this are only counted: no law depends on how many there are.
  private static let fewPageViews = 2000

  init(_ input: FuzzedInput) {
    self.input = input
    var reader = TrafficReader(
      webLogs: WebLogReader(
        basis: input.has(1) ? .address : .addressAndAgent,
        client: input.has(2) ? .forwarded : .peer,
        grouping: input.has(4) ? .host : .none),
      tables: TableReader(
        timeZone: .utc, grouping: input.has(4) ? .file : .none,
        visitLength: input.has(2) ? .minutes(3) : .zero))
    reader.tables.mostVisits = Self.fewPageViews
    self.reader = reader
  }

  func check(_ format: FileFormat?, thoroughly: Bool) throws {
    let log: TrafficLog
    do throws(TableError) {
      log = try reader.read([input.input], format: format)
    } catch {
      try isSentence(error.description)
      return
    }
    try checkCounts(log, format)
    guard thoroughly, log.pageViews.count <= Self.fewPageViews else { return }
    let again = Facts(try reader.read([input.input], format: format))
    try law("a file read twice is the same", Facts(log) == again)
    let isCuttable = format == .webLog || (format == .ga4 && !input.bytes.contains(0x5B))
    if isCuttable, input.isPlainText { try checkHalves(log, format) }
    if format == .counts, input.isPlainText { try checkTitle(log) }
    if input.has(4) { try checkPools(log, format) }
    try checkTwice(log, format)
    try checkUse(log)
  }

  private func checkCounts(_ log: TrafficLog, _ format: FileFormat?) throws {
    let summary = log.summary
    try law("no more lines are unreadable than there are", summary.unreadable <= summary.lines)
    try law(
      "the first problems are kept",
      summary.problems.count <= LogSummary.shownProblems
        && summary.problems.isEmpty == (summary.unreadable == 0))
    if let format, [.webLog, .pageViews, .ga4, .metricaHits].contains(format) {
      try law(
        "each line is a page view, left out or unreadable",
        summary.lines == summary.unreadable + summary.linesLeftOut + log.pageViews.count)
    }
    if let format, [.webLog].contains(format), input.isPlainText {
      let ends = input.bytes.count { $0 == 0x0A }
      let isOpen = input.bytes.last.map { $0 != 0x0A } ?? false
      try law("each line is counted", summary.lines == ends + (isOpen ? 1 : 0))
    }
  }

  /// A title above a report changes nothing.
  private func checkTitle(_ log: TrafficLog) throws {
    let titled = Array("# A report\nVisits of a shop\n\n".utf8) + input.bytes
    // The header may stand so far below other titles that one more is too many.
    guard
      let again = try? reader.read([.bytes(name: "fuzzed", titled)], format: .counts)
    else { return }
    try law("a title changes nothing", Facts(again).views == Facts(log).views)
  }

  /// A log cut in two between lines is the same log.
  private func checkHalves(_ whole: TrafficLog, _ format: FileFormat?) throws {
    let bytes = input.bytes
    guard let cut = bytes[(bytes.count / 2)...].firstIndex(of: 0x0A) else { return }
    let halves = [bytes[...cut], bytes[(cut + 1)...]].map {
      LogInput.bytes(name: "fuzzed", Array($0))
    }
    // The second half may happen to begin as a compressed file does.
    guard !bytes[(cut + 1)...].starts(with: [0x1F, 0x8B]),
      let log = try? reader.read(halves, format: format)
    else { return }
    // Lines that both halves have count once.
    guard log.summary.leftOut[.repeated] == whole.summary.leftOut[.repeated] else { return }
    try law("a log in two files is the same", Facts(log).views == Facts(whole).views)
  }

  /// Pools leave the visitors, and so the pool that they might share, as they are without.
  private func checkPools(_ log: TrafficLog, _ format: FileFormat?) throws {
    var without = reader
    without.webLogs.grouping = .none
    without.tables.grouping = .none
    let whole = try without.read([input.input], format: format)
    try law(
      "pools change no page view",
      Facts(log).views.withoutGroups == Facts(whole).views.withoutGroups)
    let traffic = Sessionizer().traffic(from: log.pageViews)
    let shared = Sessionizer().traffic(from: whole.pageViews)
    try law(
      "one shared pool is what it is without pools",
      PoolCurve(of: Holds(of: traffic, rule: HoldRule()))
        == PoolCurve(of: Holds(of: shared, rule: HoldRule())))
    let partition = TrafficPartition(of: traffic, into: log.groups.count, by: Sessionizer())
    try law(
      "each page view is in one pool",
      partition.pools.map(\.pageViewTimes.count).reduce(0, +) == log.pageViews.count)
  }

  /// A file given twice is noticed.
  private func checkTwice(_ log: TrafficLog, _ format: FileFormat?) throws {
    guard log.summary.lines > 0 else { return }
    let inputs = [input.input, .bytes(name: "again", input.bytes)]
    var events: TrafficLog?
    let error = failure { () throws(TableError) in
      events = try reader.read(inputs, format: format)
    }
    // Events count once, wherever they are.
    if let events, format == .ga4 || format == nil {
      let times = events.pageViews.times
      return try law("the same events twice count once", times == log.pageViews.times)
    }
    try law(
      "the same file twice is refused as such", error == .input(.sameContent("fuzzed", "again")))
  }

  /// Sessions, holds and the curve come of it.
  private func checkUse(_ log: TrafficLog) throws {
    let sessions = log.sessions(by: Sessionizer())
    let traffic = sessions.traffic
    try law("no page view is lost", traffic.pageViewTimes.count == log.pageViews.count)
    try law(
      "page views are in order of time",
      zip(traffic.pageViewTimes, traffic.pageViewTimes.dropFirst()).allSatisfy { $0 <= $1 })
    try law(
      "every page view is of a session",
      traffic.pageViewSessions.allSatisfy { traffic.sessions.indices.contains(Int($0.index)) })
    try law(
      "sessions have all page views",
      traffic.sessions.reduce(0) { $0 + Int($1.pageViews) } == log.pageViews.count)
    try law(
      "each session arrived", sessions.withTouches().traffic.touches.count == traffic.sessions.count
    )
    let rule = HoldRule(
      reuseTimeout: input.has(8) ? .zero : .minutes(30), presence: input.has(1) ? .views : .tabOpen)
    let curve = PoolCurve(of: Holds(of: traffic, rule: rule))
    try law("the peak covers all", curve.sessionsCovered(at: curve.peak) == traffic.sessions.count)
    try law("and refuses none", curve.pageViewsRefused(at: curve.peak) == 0)
    _ = TrafficProfile(of: traffic, dayOffset: log.summary.clock)
  }
}

/// What two logs are compared by.
private struct Facts: Equatable {
  let views: Views
  let lines: Int
  let unreadable: Int
  let problems: [LogSummary.Problem]
  let leftOut: [LogSummary.LeftOut: Int]
  let span: ClosedRange<Timestamp>?

  struct Views: Equatable {
    let times: [Timestamp]
    let visitors: [VisitorID]
    let sessions: [SessionID]
    let groups: [Int32]
    let heartbeats: [PageViewLog.Heartbeat]

    var withoutGroups: Self {
      Self(
        times: times, visitors: visitors, sessions: sessions, groups: [],
        heartbeats: heartbeats.map { beat in
          var beat = beat
          beat.group = nil
          return beat
        })
    }
  }

  init(_ log: TrafficLog) {
    views = Views(
      times: log.pageViews.times, visitors: log.pageViews.visitors,
      sessions: log.pageViews.sessions, groups: log.pageViews.groups,
      heartbeats: log.pageViews.heartbeats)
    lines = log.summary.lines
    unreadable = log.summary.unreadable
    problems = log.summary.problems
    leftOut = log.summary.leftOut
    span = log.summary.span
  }
}
