/// What happened to a pool, event by event: every statistic is a fold of it.
///
/// ``HoldReplay`` gives it, and whatever else plays traffic against a pool should.
public struct Outcome: Sendable {
  /// The loans, in order of their first page view.
  public internal(set) var assignments: [Assignment] = []
  /// For each page view in the order of play the number on the screen; `nil` is the fallback.
  public internal(set) var shown: [TrackingNumber?]
  /// For each page view whether it asked and was refused.
  public internal(set) var isRefusal: [Bool]
  private let pageViewSessions: [SessionID]
  private let sessionCount: Int

  init(_ holds: Holds) {
    shown = Array(repeating: nil, count: holds.pageViewTimes.count)
    isRefusal = Array(repeating: false, count: holds.pageViewTimes.count)
    pageViewSessions = holds.pageViewSessions
    sessionCount = holds.sessionCount
  }

  /// For each number the positions of its loans, in order.
  ///
  /// - Complexity: O(loans).
  var loansByNumber: [[Int32]] {
    let numbers = (assignments.map { $0.number.index }.max() ?? -1) + 1
    var loans = [[Int32]](repeating: [], count: Int(numbers))
    for (position, assignment) in assignments.enumerated() {
      loans[Int(assignment.number.index)].append(Int32(truncatingIfNeeded: position))
    }
    return loans
  }

  /// How many page views asked and were refused.
  ///
  /// - Complexity: O(page views).
  public var pageViewsRefused: Int { isRefusal.count { $0 } }

  /// How many sessions had a pool number on the screen at one of their page views.
  ///
  /// - Complexity: O(page views).
  public var sessionsCovered: Int {
    var covered = [Bool](repeating: false, count: sessionCount)
    for (view, number) in shown.enumerated() where number != nil {
      covered[Int(pageViewSessions[view].index)] = true
    }
    return covered.count { $0 }
  }
}
