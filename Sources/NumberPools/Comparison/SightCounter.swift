/// Counts how many sessions saw a number in the day before a call.
struct SightCounter {
  private let times: [Timestamp]
  private let sessions: [SessionID]
  /// For each page view the number on the screen; -1 for the default number.
  private let shown: [Int32]
  /// For each page view the one before it in its session that showed the same number, and the one
  /// after it; -1 where there is none.
  private let previous: [Int32]
  private let next: [Int32]
  private static let window = Interval.hours(24)

  /// A call whose number many may have seen.
  struct Query {
    /// Which call.
    var place: Int
    var time: Timestamp
    /// The number dialled; -1 for the default number.
    var number: Int32
    /// The page view that showed it; -1 where no visit caused the call.
    var view: Int32
  }

  /// Links the page views of each session that show the same number.
  ///
  /// - Complexity: O(page views), unless the numbers on the screen of one session change back and
  ///   forth.
  init(_ shown: [Int32], in traffic: Traffic, _ views: SessionViews) {
    times = traffic.pageViewTimes
    sessions = traffic.pageViewSessions
    self.shown = shown
    var previous = [Int32](unfilled: shown.count)
    var next = [Int32](repeating: -1, count: shown.count)
    for view in shown.indices {
      var earlier = Int(views.previous[view])
      while earlier >= 0, shown[earlier] != shown[view] { earlier = Int(views.previous[earlier]) }
      previous[view] = Int32(truncatingIfNeeded: earlier)
      if earlier >= 0 { next[earlier] = Int32(truncatingIfNeeded: view) }
    }
    self.previous = previous
    self.next = next
  }

  /// For each call how many sessions may have made it: those that saw the number within 24 hours
  /// before it, and the one that did.
  ///
  /// - Parameters:
  ///   - queries: The calls, by time.
  ///   - numbers: How many numbers there are.
  ///   - answer: Told of each call its place and the count.
  /// - Complexity: O(page views + calls), and O(page views of the session) a call.
  func count(_ queries: [Query], numbers: Int, answer: (Int, Int) -> Void) {
    var counts = [Int](repeating: 0, count: numbers + 1)
    var added = 0
    var removed = 0
    for query in queries {
      let earliest = query.time - Self.window
      while added < times.count, times[added] < query.time {
        // A later page view of the same session takes the place of the one before.
        if Int(previous[added]) < removed { counts[Int(shown[added]) + 1] += 1 }
        added += 1
      }
      while removed < added, times[removed] < earliest {
        let later = Int(next[removed])
        if later < 0 || later >= added { counts[Int(shown[removed]) + 1] -= 1 }
        removed += 1
      }
      var count = counts[Int(query.number) + 1]
      if query.view >= 0 {
        var view = Int(query.view)
        while view >= 0, times[view] >= query.time { view = Int(previous[view]) }
        if view < 0 || times[view] < earliest { count += 1 }
      }
      answer(query.place, count)
    }
  }
}

/// What the median and the 95th percentile of some counts are.
public struct CountSpread: Hashable, Sendable {
  /// The element of rank half the count, rounded up.
  public let median: Int
  /// The element of rank 95 % of the count, rounded up.
  public let p95: Int

  /// Finds the elements; `nil` of nothing.
  ///
  /// - Complexity: O(n log n).
  init?(_ counts: [Int]) {
    if counts.isEmpty { return nil }
    let sorted = counts.sorted()
    median = sorted[(sorted.count + 1) / 2 - 1]
    p95 = sorted[(sorted.count * 95 + 99) / 100 - 1]
  }
}
