/// The holds of some traffic: each is one maximal run of a visitor's presence during which the pool
/// owes that visitor one number.
///
/// Holds are half-open, from the first page view to the release, and numbered by first page view;
/// equal times in the order of the log. Nothing in a hold depends on whether a number was obtained.
/// That is what lets one pass answer for every pool size.
public struct Holds: Sendable {
  /// The rule that the holds follow.
  public let rule: HoldRule
  /// The first page view of each hold, ascending.
  public private(set) var starts: [Timestamp] = []
  /// The release of each hold.
  public private(set) var releases: [Timestamp] = []
  /// The moment of each page view in the order of play.
  public let pageViewTimes: [Timestamp]
  /// The hold of each page view in the order of play: by time, then by hold, then by log.
  public private(set) var pageViewHolds: [Int32] = []
  /// The session of each page view in the order of play.
  public private(set) var pageViewSessions: [SessionID]
  /// How many sessions there are.
  public let sessionCount: Int
  /// How many page views found their stay's earlier hold over: the number was lost mid-visit.
  public private(set) var midVisitChanges = 0
  /// The holds in order of release; coinciding releases by ordinal of the hold. Any other order
  /// of those would let a larger pool do worse.
  let releaseOrder: StableTimeOrder

  /// Derives the holds of some traffic.
  ///
  /// A session that its input names, and that goes on after a silence longer than the session
  /// timeout, is held like several: a hold spans its stays, and not the silence between them.
  ///
  /// - Parameters:
  ///   - traffic: Sessions and their page views.
  ///   - rule: When a hold ends.
  /// - Complexity: O(page views), but for logs with very many events at one moment O(n log n).
  public init(of traffic: Traffic, rule: HoldRule) {
    self.rule = rule
    pageViewTimes = traffic.pageViewTimes
    pageViewSessions = traffic.pageViewSessions
    sessionCount = traffic.sessions.count

    // Traffic numbers its sessions and visitors itself, so its indices aren't looked at again.
    let times = traffic.pageViewTimes.span
    let sessions = traffic.sessions.span
    let allStays = traffic.stays
    let allViewStays = traffic.pageViewStays
    let stays = allStays.span
    let viewStays = allViewStays.span
    let tail = rule.tail
    // With the page open all the time, a stay's last sign of life says all there is to say.
    let heartbeats = rule.presence == .views ? traffic.heartbeats : []
    var starts = [Timestamp](unfilled: times.count)
    var releases = [Timestamp](unfilled: times.count)
    var holds = [Int32](unfilled: times.count)
    var current = [Int32](repeating: -1, count: traffic.visitorCount)
    var count = 0
    var changes = 0
    var needsOrdering = false
    // No release comes before that of the very first page view.
    let firstRelease = (traffic.first ?? Timestamp(milliseconds: 0)) + tail
    var lastRelease = firstRelease
    do {
      var starts = starts.mutableSpan
      var releases = releases.mutableSpan
      var holds = holds.mutableSpan
      var current = current.mutableSpan
      var nextHeartbeat = 0
      var last = -1
      /// A heartbeat keeps a hold going that isn't over yet.
      func playHeartbeats(
        before time: Timestamp?, _ current: borrowing MutableSpan<Int32>,
        _ releases: inout MutableSpan<Timestamp>
      ) {
        while nextHeartbeat < heartbeats.count {
          let heartbeat = heartbeats[nextHeartbeat]
          if let time, time <= heartbeat.time { return }
          let hold = Int(current[Int(sessions[Int(heartbeat.session.index)].visitor.index)])
          if hold >= 0, heartbeat.time < releases[hold] {
            releases[hold] = max(releases[hold], heartbeat.time + tail)
            lastRelease = max(lastRelease, releases[hold])
          }
          nextHeartbeat += 1
        }
      }
      for index in times.indices {
        let time = times[unchecked: index]
        if !heartbeats.isEmpty { playHeartbeats(before: time, current, &releases) }
        let stay = stays[unchecked: Int(viewStays[unchecked: index].index)]
        let visitor = Int(stay.visitor.index)
        let end = rule.aliveUntil(time, of: stay) + tail
        lastRelease = max(lastRelease, end)
        var hold = Int(current[unchecked: visitor])
        if hold >= 0, time < releases[unchecked: hold] {
          releases[unchecked: hold] = max(releases[unchecked: hold], end)
        } else {
          if stay.start < time { changes += 1 }
          hold = count
          count += 1
          current[unchecked: visitor] = Int32(truncatingIfNeeded: hold)
          starts[unchecked: hold] = time
          releases[unchecked: hold] = end
        }
        holds[unchecked: index] = Int32(truncatingIfNeeded: hold)
        if hold < last, time == times[unchecked: index - 1] { needsOrdering = true }
        last = hold
      }
      playHeartbeats(before: nil, current, &releases)
    }
    starts.removeLast(times.count - count)
    releases.removeLast(times.count - count)
    releaseOrder = StableTimeOrder(
      of: releases, in: firstRelease...lastRelease, from: traffic.first ?? firstRelease)
    self.starts = starts
    self.releases = releases
    pageViewHolds = holds
    midVisitChanges = changes
    if needsOrdering { orderCoincidingPageViews() }
  }

  /// Puts the page views of one moment in the order of their holds.
  private mutating func orderCoincidingPageViews() {
    var start = 0
    while start < pageViewTimes.count {
      var end = start + 1
      var ascending = true
      while end < pageViewTimes.count, pageViewTimes[end] == pageViewTimes[start] {
        if pageViewHolds[end] < pageViewHolds[end - 1] { ascending = false }
        end += 1
      }
      if !ascending { orderPageViews(start..<end) }
      start = end
    }
  }

  private mutating func orderPageViews(_ range: Range<Int>) {
    if range.count == 2 {
      pageViewHolds.swapAt(range.lowerBound, range.lowerBound + 1)
      pageViewSessions.swapAt(range.lowerBound, range.lowerBound + 1)
      return
    }
    let order = range.sorted { (pageViewHolds[$0], $0) < (pageViewHolds[$1], $1) }
    let holds = order.map { pageViewHolds[$0] }
    let sessions = order.map { pageViewSessions[$0] }
    pageViewHolds.replaceSubrange(range, with: holds)
    pageViewSessions.replaceSubrange(range, with: sessions)
  }

  /// How many holds there are.
  public var count: Int { starts.count }

  /// The time that all holds last together.
  ///
  /// - Complexity: O(holds).
  public var totalLength: Interval {
    var total = Interval.zero
    for hold in starts.indices { total = total + (releases[hold] - starts[hold]) }
    return total
  }
}
