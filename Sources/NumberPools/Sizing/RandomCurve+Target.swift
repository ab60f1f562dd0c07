extension RandomCurve {
  /// No pool is looked for beyond so many numbers.
  private static let largestSize = 1 << 50

  /// Works out what tells the smallest pool that meets a target, where there is one: for each
  /// condition the last size that misses it and the next.
  mutating func workOut(_ target: Target, on map: some ParallelMap) {
    // Two sizes beyond the peak tell whether more numbers change anything.
    workOut(exactly: [0, curve.peak, curve.peak + 1], on: map)
    for condition in target.conditions where condition.metric.isOfChance {
      // Below the peak wrong calls may rise and fall.
      let first = condition.metric == .wrong ? curve.peak : 0
      if first > 0 { workOut(exactly: Set(0...first), on: map) }
      guard curve.holdsFinally(condition) == true,
        curve.isMet(condition, at: first) == false
      else { continue }
      var missing = first
      var meeting = max(first, curve.peak) + 1
      workOut(exactly: [meeting], on: map)
      while curve.isMet(condition, at: meeting) == false, meeting < Self.largestSize {
        missing = meeting
        meeting *= 2
        workOut(exactly: [meeting], on: map)
      }
      while meeting - missing > 1 {
        let middle = missing + (meeting - missing) / 2
        workOut(exactly: [middle], on: map)
        if curve.isMet(condition, at: middle) == true { meeting = middle } else { missing = middle }
      }
    }
  }

  /// Works out what tells the size of least total cost, where there is one.
  mutating func workOut(_ economics: Economics, on map: some ParallelMap) {
    // More sizes than this are only needed by calls worth millions of numbers.
    while sizesWorkedOut < 20_000, let gaps = economics.gaps(on: curve), !gaps.isEmpty {
      workOut(exactly: Set(gaps), on: map)
    }
  }
}

extension Target.Metric {
  /// Whether it depends on which number is lent, so that it may be an expectation.
  var isOfChance: Bool {
    switch self {
    case .coverage, .unknown: false
    case .correct, .wrong, .bad, .credit: true
    }
  }
}
