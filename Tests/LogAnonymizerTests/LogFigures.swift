import NumberPools

@testable import TrafficLogs

/// What a study makes of a web log, dates apart.
struct LogFigures: Equatable {
  var leftOut: [LogSummary.LeftOut: Int]
  var counts: [Int]
  var linesByMinute: [Int]
  var sessions: [Session]
  var pageViewSessions: [SessionID]
  var peak: Int
  var curve: [Int]
  var origins: [String]

  init(_ bytes: [UInt8], _ reader: WebLogReader = WebLogReader()) throws {
    let log = try reader.read([.bytes(name: "access.log", bytes)])
    let all = log.sessions(by: Sessionizer())
    let traffic = all.traffic
    let summary = log.summary
    let pools = PoolCurve(of: Holds(of: traffic, rule: HoldRule()))
    let first = traffic.first ?? Timestamp(milliseconds: 0)
    leftOut = summary.leftOut
    counts = [
      summary.lines - summary.unreadable, summary.outOfOrder, summary.linesWithoutAgent,
      summary.forwardedLines, summary.clickIDs, summary.clickIDsOfVisitors, traffic.visitorCount,
      log.origins.clues.count, summary.offsets.count, log.groups.count,
    ]
    linesByMinute = summary.linesByMinute
    sessions = traffic.sessions.map { session in
      var moved = session
      moved.start = Timestamp(milliseconds: (session.start - first).milliseconds)
      moved.lastPageView = Timestamp(milliseconds: (session.lastPageView - first).milliseconds)
      moved.end = Timestamp(milliseconds: (session.end - first).milliseconds)
      moved.lastSignOfLife = Timestamp(
        milliseconds: (session.lastSignOfLife - first).milliseconds)
      return moved
    }
    pageViewSessions = traffic.pageViewSessions
    peak = pools.peak
    curve = pools.sessionsCovered + pools.pageViewsRefused
    origins = all.touches().map { "\($0.sourceAndMedium) \($0.isPaid)" }
  }
}
