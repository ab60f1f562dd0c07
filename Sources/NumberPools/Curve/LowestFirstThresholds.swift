/// Calls where the lowest free number is lent and nobody asks again: the time at which a number is
/// given to somebody else is the same at every size, so more numbers never repair a wrong call.
struct LowestFirstThresholds {
  private let chains: PageViewChains
  private let levels: [Int32]
  /// For each hold when its level is next taken; `nil` when never.
  private var reassigned: [Timestamp?]

  init(_ chains: PageViewChains, levels: [Int32]) {
    let holds = chains.holds
    self.chains = chains
    self.levels = levels
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
  func counts(_ dialled: DialledCalls) -> ThresholdCounts {
    var counts = ThresholdCounts()
    for (call, view) in zip(dialled.calls, dialled.views) {
      guard let view else {
        counts.addUnseen()
        continue
      }
      let hold = Int(chains.holds.pageViewHolds[view])
      let isLost =
        chains.isOvertaken(view, by: call.time) || reassigned[hold].map { $0 <= call.time } ?? false
      counts.add(level: levels[view], threshold: isLost ? nil : levels[view])
    }
    return counts
  }
}
