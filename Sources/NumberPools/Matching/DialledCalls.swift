/// Calls, each with the page view whose number its caller dials.
struct DialledCalls: Sendable {
  /// The calls.
  let calls: [Call]
  /// Positions in the order of play; `nil` for a call before its session's first page view.
  let views: [Int?]

  /// Finds the last page view of each call's session at or before the call.
  ///
  /// - Complexity: O(page views + calls x log(calls)).
  init(_ calls: [Call], in holds: Holds) {
    var views = [Int?](repeating: nil, count: calls.count)
    var lastViews = [Int32](repeating: -1, count: calls.isEmpty ? 0 : holds.sessionCount)
    var view = 0
    for index in calls.indices.sorted(by: { (calls[$0].time, $0) < (calls[$1].time, $1) }) {
      let call = calls[index]
      while view < holds.pageViewTimes.count, holds.pageViewTimes[view] <= call.time {
        lastViews[Int(holds.pageViewSessions[view].index)] = Int32(truncatingIfNeeded: view)
        view += 1
      }
      let last = lastViews[Int(call.session.index)]
      if last >= 0 { views[index] = Int(last) }
    }
    self.calls = calls
    self.views = views
  }
}
