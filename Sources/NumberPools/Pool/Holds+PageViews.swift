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

  /// For each hold its page views in the order of play.
  ///
  /// - Complexity: O(page views).
  func pageViewsByHold() -> [[Int]] {
    var views = [[Int]](repeating: [], count: count)
    for (view, hold) in pageViewHolds.enumerated() { views[Int(hold)].append(view) }
    return views
  }
}
