/// Finds, in one pass, the smallest pool size at which each call is credited rightly, where the
/// longest idle number is lent first.
///
/// A number freed by a hold goes to the end of a queue, and while it lies there nobody is refused.
/// So at size c it is given away at the F-th request after the release, where F is how many numbers
/// are free just after it. The requests up to a call are the holds that begin by then, K, and the
/// holds refused at c at the release which view a page by then, R. The call is credited rightly
/// exactly when F > K + R. F rises with c and R falls, so there is one threshold. With levels: F is
/// the free levels up to c; R the running holds above c that view a page in time. Going down from
/// the top, each level that is free, or whose hold views a page in time, takes one from F - R: the
/// threshold is the (F - K)-th of these from the top, F counted at the top.
struct CallThresholds: LevelPass.Observer {
  private let holds: Holds
  private let chains: PageViewChains
  private let asksAgain: Bool
  /// No hold views its next page later than this after a moment at which it runs.
  private let longestGap: Interval

  /// Levels whose hold will view another page, as bits, and when.
  private var pending: [UInt64] = []
  private var nextTimes: [Timestamp] = []
  private var highest = 0
  private var running = 0

  /// Hypothetical calls: the lags, where each stands among the starts, and what is found.
  private let lags: [Interval]
  private var startsByLag: [Int]
  private var lagCounts: [ThresholdCounts]

  /// Calls: for each hold the first of its late ones, for each call the next of the same hold.
  private let dialled: DialledCalls
  private var firstLateCall: [Int32] = []
  private var nextLateCall: [Int32] = []
  /// For each call after the end of its hold its threshold.
  private var lateThresholds: [Int32] = []

  /// For each session its last page view.
  private let lastOfSessions: [Int32]
  /// For each session the moment from which lags count, where it isn't the last page view of all.
  private var ends: [Timestamp] = []
  /// For each hold its last page view, once it has been played.
  private var lastViews: [Int32]

  init(
    _ dialled: DialledCalls, of chains: PageViewChains, in traffic: Traffic, request: RequestRule,
    lags: [Interval]
  ) {
    let holds = chains.holds
    self.holds = holds
    self.chains = chains
    self.dialled = dialled
    self.lags = lags
    asksAgain = request == .everyPageView
    startsByLag = Array(repeating: 0, count: lags.count)
    lagCounts = Array(repeating: ThresholdCounts(), count: lags.count)
    var longest = Interval.zero
    for (view, next) in chains.next.enumerated() where next >= 0 {
      longest = max(longest, holds.pageViewTimes[Int(next)] - holds.pageViewTimes[view])
    }
    longestGap = longest
    lastOfSessions = lags.isEmpty ? [] : holds.lastPageViews()
    lastViews = Array(repeating: -1, count: holds.count)
    for (view, session) in zip(lastOfSessions, traffic.sessions)
    where view >= 0 && holds.pageViewTimes[Int(view)] < session.end {
      ends = traffic.sessions.map(\.end)
      break
    }
    if !dialled.calls.isEmpty {
      firstLateCall = Array(repeating: -1, count: holds.count)
      nextLateCall = Array(repeating: -1, count: dialled.calls.count)
      lateThresholds = Array(repeating: 0, count: dialled.calls.count)
      for (index, view) in dialled.views.enumerated() {
        guard let view, chains.isOver(view, at: dialled.calls[index].time) else { continue }
        let hold = Int(holds.pageViewHolds[view])
        nextLateCall[index] = firstLateCall[hold]
        firstLateCall[hold] = Int32(index)
      }
    }
  }

  /// Whether some call comes after the end of a hold, so that a pass has to look at releases.
  var needsReleases: Bool {
    let tail = holds.rule.lastPageTime + holds.rule.tail
    // An end may come after the hold that its page view began.
    return firstLateCall.contains { $0 >= 0 } || lags.contains { $0 >= tail } || !ends.isEmpty
  }

  @inline(__always)
  mutating func pageView(_ view: Int, hold: Int, level: Int32, previous: Int32) {
    let next = chains.next[view]
    if next < 0 { lastViews[hold] = Int32(truncatingIfNeeded: view) }
    if previous == 0 { running += 1 }
    let place = Int(level)
    if place > highest {
      highest = place
      if asksAgain {
        while pending.count <= place >> 6 { pending.append(0) }
        while nextTimes.count <= place { nextTimes.append(Timestamp(milliseconds: 0)) }
      }
    }
    guard asksAgain else { return }
    if previous > 0, previous != level { clearPending(Int(previous)) }
    if next >= 0 {
      pending[place >> 6] |= 1 << UInt64(place & 63)
      nextTimes[place] = holds.pageViewTimes[Int(next)]
    } else {
      clearPending(place)
    }
  }

  private mutating func clearPending(_ level: Int) {
    pending[level >> 6] &= ~(1 << UInt64(level & 63))
  }

  @inline(__always)
  mutating func release(_ hold: Int, level: Int32, begun: Int, free: FreeLevels.Bits) {
    running -= 1
    let release = holds.releases[hold]
    let view = Int(lastViews[hold])
    if !lags.isEmpty, Int(lastOfSessions[Int(holds.pageViewSessions[view].index)]) == view {
      let lastView = lastMoment(ofSessionViewing: view)
      for lag in lags.indices {
        let time = lastView + lags[lag]
        guard time >= release else { continue }
        let starts = starts(upTo: time, from: startsByLag[lag])
        startsByLag[lag] = starts
        lagCounts[lag].add(
          level: level,
          threshold: threshold(
            level: level, release: release, call: time, requests: starts - begun, free))
      }
    }
    guard !firstLateCall.isEmpty else { return }
    var call = Int(firstLateCall[hold])
    while call >= 0 {
      let time = dialled.calls[call].time
      let starts = holds.starts.partitioningIndex { $0 > time }
      lateThresholds[call] = threshold(
        level: level, release: release, call: time, requests: starts - begun, free)
      call = Int(nextLateCall[call])
    }
  }

  /// From when on lags count for a session whose last page view in the order of play is known.
  private func lastMoment(ofSessionViewing view: Int) -> Timestamp {
    ends.isEmpty
      ? holds.pageViewTimes[view] : ends[Int(holds.pageViewSessions[view].index)]
  }

  /// How many holds begin up to a moment, looked for near where it last was.
  private func starts(upTo time: Timestamp, from known: Int) -> Int {
    var count = known
    while count < holds.count, holds.starts[count] <= time { count += 1 }
    while count > 0, time < holds.starts[count - 1] { count -= 1 }
    return count
  }

  /// The smallest size at which a number freed at a level is still its last holder's at a call.
  ///
  /// - Parameters:
  ///   - level: The level at the release.
  ///   - release: When it was freed.
  ///   - call: At or after the release.
  ///   - requests: How many holds begin from the release up to the call.
  ///   - free: The free levels just after the release.
  /// - Complexity: O(levels / 64), and O(1) once more holds have begun than levels were free.
  private func threshold(
    level: Int32, release: Timestamp, call: Timestamp, requests: Int, _ free: FreeLevels.Bits
  ) -> Int32 {
    var rank = highest - running - requests
    if rank <= 0 { return max(level, Int32(truncatingIfNeeded: highest + 1 - rank)) }
    let isLong = call >= release + longestGap
    var word = highest >> 6
    // Above the highest level everything is free and doesn't count.
    var mask = UInt64.max >> UInt64(63 - highest & 63)
    while true {
      var active = free.words[word] & mask
      mask = .max
      if asksAgain {
        var waiting = pending[word]
        if isLong {
          active |= waiting
        } else {
          while waiting != 0 {
            let bit = waiting.trailingZeroBitCount
            waiting &= waiting &- 1
            if nextTimes[word << 6 | bit] <= call { active |= 1 << UInt64(bit) }
          }
        }
      }
      let count = active.nonzeroBitCount
      if count >= rank || word == 0 {
        while rank > 1, active != 0 {
          active &= ~(1 << UInt64(63 - active.leadingZeroBitCount))
          rank -= 1
        }
        let found = Int32(truncatingIfNeeded: word << 6 | (63 - active.leadingZeroBitCount))
        return max(level, found)
      }
      rank -= count
      word -= 1
    }
  }

  /// The smallest size from which on every call after the end of its hold finds its number still
  /// unlent, whoever viewed a page on it last.
  var largestLateThreshold: Int { Int(lateThresholds.max() ?? 0) }

  /// The counts of the calls, then of each lag: with those that come while a hold runs, and those
  /// that nothing credits rightly.
  ///
  /// - Parameter levels: The level of each page view, as the pass found it.
  func counts(levels: [Int32]) -> [ThresholdCounts] {
    var lagCounts = lagCounts
    var callCounts = ThresholdCounts()
    for (index, view) in dialled.views.enumerated() {
      guard let view else {
        callCounts.addUnseen()
        continue
      }
      let call = dialled.calls[index].time
      let threshold: Int32? =
        chains.isOvertaken(view, by: call)
        ? nil : chains.isOver(view, at: call) ? lateThresholds[index] : levels[view]
      callCounts.add(level: levels[view], threshold: threshold)
    }
    if !lags.isEmpty {
      for view in lastOfSessions {
        let view = Int(view)
        let release = holds.releases[Int(holds.pageViewHolds[view])]
        for lag in lags.indices {
          let time = lastMoment(ofSessionViewing: view) + lags[lag]
          let overtaken = chains.isOvertaken(view, by: time)
          // Those after the end of the hold were counted at the release.
          if overtaken || time < release {
            lagCounts[lag].add(
              level: levels[view], threshold: overtaken ? nil : levels[view])
          }
        }
      }
    }
    return [callCounts] + lagCounts
  }
}
