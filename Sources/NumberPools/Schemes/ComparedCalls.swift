/// What is the same of the calls under every scheme.
struct ComparedCalls: Sendable {
  /// The calls by time, then by row.
  let byTime: [Int32]
  /// For each call the page view whose number its caller dials; -1 where no visit caused it.
  let views: [Int32]
  private let calls: [ComparedCall]

  /// Finds the page views.
  ///
  /// - Complexity: O(calls x (log(calls) + log(page views of a session))).
  init(_ input: ComparedTraffic, _ views: SessionViews) {
    let calls = input.calls
    self.calls = calls
    byTime = calls.indices.sorted { left, right in
      (calls[left].time, left) < (calls[right].time, right)
    }.map { Int32(truncatingIfNeeded: $0) }
    self.views = calls.map { call in
      guard let session = call.session else { return -1 }
      guard let view = views.last(of: Int(session.index), at: call.time) else {
        preconditionFailure("A call can't come before the first page view of its session")
      }
      return Int32(truncatingIfNeeded: view)
    }
  }

  /// For each call that no visit caused the number dialled among so many; -1 for the other calls,
  /// and for all where there is no number.
  ///
  /// - Complexity: O(calls).
  func strayNumbers(of numbers: Int) -> [Int32] {
    var dialled = [Int32](repeating: -1, count: calls.count)
    if numbers == 0 { return dialled }
    var turn = 0
    for place in byTime where calls[Int(place)].session == nil {
      if let draw = calls[Int(place)].draw {
        let number = Int((min(max(draw, 0), 1) * Double(numbers)).rounded(.down))
        dialled[Int(place)] = Int32(min(number, numbers - 1))
      } else {
        dialled[Int(place)] = Int32(turn % numbers)
      }
      turn += 1
    }
    return dialled
  }
}
