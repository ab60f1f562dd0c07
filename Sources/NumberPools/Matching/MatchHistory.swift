/// What a matcher looks up of each hold: the same at every pool size.
struct MatchHistory: Sendable {
  /// The page views of each hold.
  let chains: PageViewChains
  /// For each hold its first page view.
  private let firstViews: [Int32]
  /// When each visitor gave a sign of life between page views, in whichever session, where that
  /// keeps a number.
  private let heartbeats: [VisitorID: [Timestamp]]
  /// The stays of the sessions.
  let stays: StayFinder

  /// Collects the page views and the signs of life of each hold.
  ///
  /// - Complexity: O(page views + heartbeats + stays).
  init(of holds: Holds, in traffic: Traffic) {
    chains = PageViewChains(of: holds)
    firstViews = holds.firstPageViews()
    heartbeats =
      holds.rule.presence == .views
      ? Dictionary(grouping: traffic.heartbeats) {
        traffic.sessions[Int($0.session.index)].visitor
      }.mapValues { heartbeats in heartbeats.map { $0.time } } : [:]
    stays = StayFinder(of: traffic)
  }

  /// Who used a number last up to a moment, and when.
  ///
  /// - Parameters:
  ///   - loan: A loan of the number, the last one that began by then.
  ///   - time: The moment.
  /// - Returns: The session of the last page view, and the last sign of life.
  /// - Complexity: O(page views of the hold).
  func lastUse(of loan: Assignment, by time: Timestamp) -> (session: SessionID, at: Timestamp) {
    let holds = chains.holds
    var last = Int(firstViews[Int(loan.hold)])
    var alive = signOfLife(last, by: time)
    while chains.isOvertaken(last, by: time) {
      last = Int(chains.next[last])
      alive = max(alive, signOfLife(last, by: time))
    }
    let session = holds.pageViewSessions[last]
    if !heartbeats.isEmpty,
      let times = heartbeats[stays.stay(of: session, at: holds.pageViewTimes[last]).visitor]
    {
      // All of the visitor's between the first page view and the release kept the hold going.
      let next = times.partitioningIndex { $0 > time || $0 >= loan.until }
      if next > 0 { alive = max(alive, times[next - 1]) }
    }
    return (session, alive)
  }

  /// The last sign of life up to a moment that a page view stands for.
  private func signOfLife(_ view: Int, by time: Timestamp) -> Timestamp {
    let holds = chains.holds
    let viewTime = holds.pageViewTimes[view]
    let stay = stays.stay(of: holds.pageViewSessions[view], at: viewTime)
    return min(time, holds.rule.aliveUntil(viewTime, of: stay))
  }
}
