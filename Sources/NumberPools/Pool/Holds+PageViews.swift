extension Holds {
  /// For each page view the next one of its hold in the order of play; -1 where there is none.
  ///
  /// - Complexity: O(page views).
  func nextPageViews() -> [Int32] {
    var next = [Int32](repeating: -1, count: pageViewHolds.count)
    var following = [Int32](repeating: -1, count: count)
    do {
      var next = next.mutableSpan
      var following = following.mutableSpan
      for view in pageViewHolds.indices.reversed() {
        let hold = Int(pageViewHolds[view])
        next[view] = following[hold]
        following[hold] = Int32(truncatingIfNeeded: view)
      }
    }
    return next
  }

  /// For each session its last page view in the order of play.
  ///
  /// - Complexity: O(page views).
  func lastPageViews() -> [Int32] {
    var last = [Int32](repeating: -1, count: sessionCount)
    for (view, session) in pageViewSessions.enumerated() {
      last[Int(session.index)] = Int32(truncatingIfNeeded: view)
    }
    return last
  }

  /// For each hold its first page view in the order of play.
  ///
  /// - Complexity: O(page views).
  func firstPageViews() -> [Int32] {
    var first: [Int32] = []
    first.reserveCapacity(count)
    // Holds are numbered by first page view.
    for (view, hold) in pageViewHolds.enumerated() where Int(hold) == first.count {
      first.append(Int32(truncatingIfNeeded: view))
    }
    return first
  }
}
