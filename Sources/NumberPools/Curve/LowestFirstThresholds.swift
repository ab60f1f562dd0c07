/// Calls where the lowest free number is lent and nobody asks again: the time at which a number is
/// given to somebody else is the same at every size, so more numbers never repair a wrong call.
struct LowestFirstThresholds {
  private let holds: Holds
  private let levels: [Int32]
  private let nextViews: [Int32]
  /// For each hold when its level is next taken; `nil` when never.
  private var reassigned: [Timestamp?]

  init(_ holds: Holds, levels: [Int32]) {
    self.holds = holds
    self.levels = levels
    nextViews = holds.nextPageViews()
    reassigned = Array(repeating: nil, count: holds.count)
    var lastHolds: [Int32: Int] = [:]
    var begun = -1
    for (view, hold) in holds.pageViewHolds.enumerated() where Int(hold) > begun {
      begun = Int(hold)
      if let before = lastHolds[levels[view]] { reassigned[before] = holds.starts[begun] }
      lastHolds[levels[view]] = begun
    }
  }

  /// From which size on each call is credited, and credited rightly.
  func counts(_ calls: [Call]) -> ThresholdCounts {
    var counts = ThresholdCounts()
    for (index, view) in CalledViews(of: calls, in: holds).views.enumerated() {
      guard let view else { continue }
      let call = calls[index].time
      let next = nextViews[view]
      let isOvertaken = next >= 0 && holds.pageViewTimes[Int(next)] <= call
      let taken = reassigned[Int(holds.pageViewHolds[view])].map { $0 <= call } ?? false
      counts.add(level: levels[view], threshold: isOvertaken || taken ? nil : levels[view])
    }
    return counts
  }
}
