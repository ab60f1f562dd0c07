/// The page views of each hold as a chain, and what a call asks of it.
struct PageViewChains: Sendable {
  /// The holds.
  let holds: Holds
  /// For each page view the next one of its hold in the order of play; -1 where there is none.
  let next: [Int32]

  /// Links the page views of each hold.
  ///
  /// - Complexity: O(page views).
  init(of holds: Holds) {
    self.holds = holds
    next = holds.nextPageViews()
  }

  /// Whether the hold of a page view is over at a call, and its number free to be lent anew.
  func isOver(_ view: Int, at call: Timestamp) -> Bool {
    call >= holds.releases[Int(holds.pageViewHolds[view])]
  }

  /// Whether another session of the same hold viewed a page between a page view and a call.
  ///
  /// - Parameter view: The last page view of its session up to the call.
  func isOvertaken(_ view: Int, by call: Timestamp) -> Bool {
    let next = next[view]
    return next >= 0 && holds.pageViewTimes[Int(next)] <= call
  }
}
