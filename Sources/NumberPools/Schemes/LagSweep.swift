/// Credits one hypothetical call of each session at a lag, all of a lag in one sweep over the page
/// views: whoever viewed a page with a number last holds it.
struct LagSweep {
  private let holds: Holds
  private let traffic: Traffic
  private let match: MatchRule
  /// For each page view in the order of play the number on the screen; -1 for the fallback.
  private let shown: [Int32]
  /// For each session the number on the screen at its last page view.
  private let dialled: [Int32]
  /// The sessions by their end.
  private let ends: StableTimeOrder
  /// Heartbeats that lengthen holds, by time.
  private let heartbeats: [Traffic.Heartbeat]
  /// For each number the page view that showed it last.
  private var holders: [Int32]
  /// For each hold the last sign of life so far, where the rule asks for it.
  private var alive: [Timestamp]
  /// For each visitor the hold so far, where heartbeats count.
  private var current: [Int32]
  private let stays: StayFinder

  init(
    of holds: Holds, _ outcome: Outcome, in traffic: Traffic, numbers: Int, match: MatchRule
  ) {
    self.holds = holds
    self.traffic = traffic
    self.match = match
    var shown = [Int32](unfilled: outcome.shown.count)
    var dialled = [Int32](repeating: -1, count: traffic.sessions.count)
    for view in shown.indices {
      let number = outcome.shown[view]?.index ?? -1
      shown[view] = number
      dialled[Int(holds.pageViewSessions[view].index)] = number
    }
    self.shown = shown
    self.dialled = dialled
    ends = StableTimeOrder(of: traffic.sessions.map { $0.end })
    holders = Array(repeating: -1, count: numbers)
    let hasWindow = match.hasWindow
    alive =
      hasWindow ? Array(repeating: Timestamp(milliseconds: .min), count: holds.count) : []
    heartbeats = hasWindow && holds.rule.presence == .views ? traffic.heartbeats : []
    current = heartbeats.isEmpty ? [] : Array(repeating: -1, count: traffic.visitorCount)
    stays = StayFinder(of: traffic)
  }

  /// Plays the calls of a lag in order of time.
  ///
  /// - Parameters:
  ///   - lag: How long after its session each call comes.
  ///   - end: The last moment at which a call counts.
  ///   - credit: Told of each call that is credited who called and who is credited.
  mutating func play(lag: Interval, until end: Timestamp, credit: (Int, Int) -> Void) {
    for number in holders.indices { holders[number] = -1 }
    for hold in alive.indices { alive[hold] = Timestamp(milliseconds: .min) }
    for visitor in current.indices { current[visitor] = -1 }
    var view = 0
    var heartbeat = 0
    for place in 0..<ends.count {
      let time = ends.time(at: place) + lag
      if end < time { return }
      while view < shown.count, holds.pageViewTimes[view] <= time {
        playHeartbeats(before: holds.pageViewTimes[view], &heartbeat)
        playPageView(view)
        view += 1
      }
      playHeartbeats(before: time + .milliseconds(1), &heartbeat)
      let caller = ends.position(at: place)
      let number = dialled[caller]
      guard number >= 0 else { continue }
      let holder = Int(holders[Int(number)])
      if isMatched(holder, at: time) {
        credit(caller, Int(holds.pageViewSessions[holder].index))
      }
    }
  }

  @inline(__always)
  private mutating func playPageView(_ view: Int) {
    let number = shown[view]
    if number >= 0 { holders[Int(number)] = Int32(truncatingIfNeeded: view) }
    if alive.isEmpty { return }
    let time = holds.pageViewTimes[view]
    let hold = Int(holds.pageViewHolds[view])
    let stay = stays.stay(of: holds.pageViewSessions[view], at: time)
    alive[hold] = max(alive[hold], holds.rule.aliveUntil(time, of: stay))
    if !current.isEmpty { current[Int(stay.visitor.index)] = Int32(truncatingIfNeeded: hold) }
  }

  /// A page view comes before a heartbeat of the same moment.
  @inline(__always)
  private mutating func playHeartbeats(before time: Timestamp, _ next: inout Int) {
    while next < heartbeats.count, heartbeats[next].time < time {
      let visitor = traffic.sessions[Int(heartbeats[next].session.index)].visitor
      let hold = Int(current[Int(visitor.index)])
      if hold >= 0, heartbeats[next].time < holds.releases[hold] {
        alive[hold] = max(alive[hold], heartbeats[next].time)
      }
      next += 1
    }
  }

  private func isMatched(_ view: Int, at time: Timestamp) -> Bool {
    let hold = Int(holds.pageViewHolds[view])
    switch match {
    case .lastHolder: return true
    case .currentHolderOnly: return time < holds.releases[hold]
    case .lastHolderWithin(let window): return time - min(time, alive[hold]) <= window
    }
  }
}
