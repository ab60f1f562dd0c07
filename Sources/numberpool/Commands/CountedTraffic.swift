import NumberPools
import PoolReports
import TrafficLogs

/// The sessions of a log that count: those of browsers, as far as the log can tell.
struct CountedTraffic {
  /// The sessions that count.
  private(set) var traffic: Traffic
  /// The sessions that would count had the question of who is a browser been answered otherwise;
  /// `nil` where it makes no difference, or wasn't asked.
  private(set) var otherwise: Traffic?
  /// How many there are with and without evidence; `nil` where the log says nothing of it.
  private(set) var counts: EvidenceCounts?
  /// The page views of the sessions left out.
  private(set) var pageViewsLeftOut = 0
  /// What leaving out, or not being able to, puts in doubt.
  private(set) var doubts: [LogWarning] = []

  /// A larger share of sessions left out, in percent, is said at the top.
  private static let unnoticeableShare = 5

  /// Sorts out the sessions of a log.
  ///
  /// - Parameters:
  ///   - all: All sessions of the log's page views.
  ///   - log: The log.
  ///   - rule: What was asked for.
  init(of all: Traffic, in log: TrafficLog, by rule: BrowserEvidence.Rule) {
    traffic = all
    guard let evidence = log.evidence, let isBrowser = log.sessionsWithEvidence(in: all),
      !all.sessions.isEmpty
    else { return }
    guard evidence.isDecisive || evidence.isAskedUnbidden else { return }
    guard evidence.isDecisive || evidence.isConclusive else {
      if rule == .auto { doubts = [.noEvidence(evidence.parts, of: evidence.lines)] }
      return
    }
    let browsers = TrafficSelection(of: all) { id, _ in isBrowser[Int(id.index)] }.traffic
    let without = all.sessions.count - browsers.sessions.count
    counts = EvidenceCounts(
      sessions: without, visitors: all.visitorCount - browsers.visitorCount,
      allSessions: all.sessions.count, isDecisive: evidence.isDecisive)
    if without > 0 { otherwise = evidence.isDecisive ? all : browsers }
    guard evidence.isDecisive else { return }
    traffic = browsers
    pageViewsLeftOut = all.pageViewTimes.count - browsers.pageViewTimes.count
    if without * 100 > all.sessions.count * Self.unnoticeableShare {
      doubts = [.withoutEvidence(sessions: without, of: all.sessions.count)]
    }
  }

  /// What the other reading is called, with the option that gives it.
  var nameOfOther: String {
    counts?.isDecisive == true
      ? "all but robots by name (--evidence none)" : "browsers only (--evidence assets)"
  }
}
