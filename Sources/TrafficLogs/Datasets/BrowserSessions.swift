import NumberPools

/// The sessions of a log that count: those of browsers, as far as the log can tell.
struct BrowserSessions {
  /// The sessions that count.
  private(set) var sessions: LogSessions
  /// The sessions that would count had the question of who is a browser been answered otherwise;
  /// `nil` where it makes no difference, or wasn't asked.
  private(set) var otherwise: LogSessions?
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
  ///   - all: All sessions of the log.
  ///   - rule: What was asked for.
  init(of all: LogSessions, by rule: BrowserEvidence.Rule) {
    sessions = all
    guard let evidence = all.log.evidence, let isBrowser = all.haveEvidence(),
      !all.traffic.sessions.isEmpty
    else { return }
    guard evidence.isDecisive || evidence.isAskedUnbidden else { return }
    guard evidence.isDecisive || evidence.isConclusive else {
      if rule == .auto { doubts = [.noEvidence(evidence.parts, of: evidence.lines)] }
      return
    }
    let browsers = all.selecting { id, _ in isBrowser[Int(id.index)] }
    let without = all.traffic.sessions.count - browsers.traffic.sessions.count
    counts = EvidenceCounts(
      sessions: without, visitors: all.traffic.visitorCount - browsers.traffic.visitorCount,
      allSessions: all.traffic.sessions.count, isDecisive: evidence.isDecisive)
    if without > 0 { otherwise = evidence.isDecisive ? all : browsers }
    guard evidence.isDecisive else { return }
    sessions = browsers
    pageViewsLeftOut = all.traffic.pageViewTimes.count - browsers.traffic.pageViewTimes.count
    if without * 100 > all.traffic.sessions.count * Self.unnoticeableShare {
      doubts = [.withoutEvidence(sessions: without, of: all.traffic.sessions.count)]
    }
  }

  /// What the other reading is.
  var otherWay: ReadingWay { counts?.isDecisive == true ? .everybody : .browsersOnly }
}
