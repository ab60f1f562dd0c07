/// Calls, and the smallest pool size at which each of those after the end of its hold is credited
/// rightly.
struct LateCalls {
  private let chains: PageViewChains
  private let dialled: DialledCalls
  /// For each hold the first of its late calls, for each call the next of the same hold.
  private var firstOfHold: [Int32] = []
  private var next: [Int32] = []
  /// For each late call its threshold.
  private var thresholds: [Int32] = []

  /// Finds the late ones among calls.
  ///
  /// - Complexity: O(holds + calls).
  init(_ dialled: DialledCalls, of chains: PageViewChains) {
    self.chains = chains
    self.dialled = dialled
    guard !dialled.calls.isEmpty else { return }
    firstOfHold = Array(repeating: -1, count: chains.holds.count)
    next = Array(repeating: -1, count: dialled.calls.count)
    thresholds = Array(repeating: 0, count: dialled.calls.count)
    for (index, view) in dialled.views.enumerated() {
      guard let view, chains.isOver(view, at: dialled.calls[index].time) else { continue }
      let hold = Int(chains.holds.pageViewHolds[view])
      next[index] = firstOfHold[hold]
      firstOfHold[hold] = Int32(index)
    }
  }

  /// Whether there is a late one.
  var hasAny: Bool { firstOfHold.contains { $0 >= 0 } }

  /// Finds the thresholds of the late calls of a hold that has just ended.
  @inline(__always)
  mutating func release(
    _ hold: Int, level: Int32, begun: Int, in queue: borrowing IdleQueue, _ free: FreeLevels.Bits
  ) {
    guard !firstOfHold.isEmpty else { return }
    var call = Int(firstOfHold[hold])
    while call >= 0 {
      let time = dialled.calls[call].time
      let starts = chains.holds.starts.partitioningIndex { $0 > time }
      thresholds[call] = queue.threshold(
        level: level, release: chains.holds.releases[hold], call: time, requests: starts - begun,
        free)
      call = Int(next[call])
    }
  }

  /// The smallest size from which on every late call finds its number still unlent, whoever viewed
  /// a page on it last.
  var largestThreshold: Int { Int(thresholds.max() ?? 0) }

  /// The counts of all calls: with those that come while a hold runs, and those that nothing
  /// credits rightly.
  ///
  /// - Parameter levels: The level of each page view, as the pass found it.
  func counts(levels: [Int32]) -> ThresholdCounts {
    var counts = ThresholdCounts()
    for (index, view) in dialled.views.enumerated() {
      guard let view else {
        counts.addUnseen()
        continue
      }
      let call = dialled.calls[index].time
      let threshold: Int32? =
        chains.isOvertaken(view, by: call)
        ? nil : chains.isOver(view, at: call) ? thresholds[index] : levels[view]
      counts.add(level: levels[view], threshold: threshold)
    }
    return counts
  }
}
