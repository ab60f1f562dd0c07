/// Sorts moments that are spread over time, equal moments in their given order.
///
/// Releases follow page views at a distance, so they are almost in order already: one bucket per
/// element over the whole span leaves next to nothing to sort inside a bucket. On traffic this is
/// several times as fast as a comparison sort; at worst it is a comparison sort.
enum StableTimeOrder {
  /// The positions of `times` in order.
  ///
  /// - Complexity: O(n) for times spread over their span; O(n log n) at worst.
  static func positions(of times: [Timestamp]) -> [Int32] {
    let count = times.count
    guard count > 1, let bounds = bounds(of: times) else { return Array(0..<Int32(count)) }

    // The narrowest power-of-two bucket that needs no more than twice as many buckets as elements.
    let span = UInt64(bitPattern: bounds.last.milliseconds &- bounds.first.milliseconds)
    var shift: UInt64 = 0
    while span >> shift >= UInt64(count) * 2 { shift += 1 }
    let base = bounds.first.milliseconds
    func bucket(_ time: Timestamp) -> Int {
      Int(UInt64(bitPattern: time.milliseconds &- base) >> shift)
    }

    var ends = [Int32](repeating: 0, count: Int(span >> shift) + 1)
    for time in times { ends[bucket(time)] &+= 1 }
    var total: Int32 = 0
    for index in ends.indices {
      let size = ends[index]
      ends[index] = total
      total &+= size
    }
    var positions = [Int32](repeating: 0, count: count)
    for index in 0..<count {
      let home = bucket(times[index])
      positions[Int(ends[home])] = Int32(truncatingIfNeeded: index)
      ends[home] &+= 1
    }
    if shift > 0 {
      var start = 0
      for end in ends {
        sort(&positions, from: start, to: Int(end), by: times)
        start = Int(end)
      }
    }
    return positions
  }

  private static func bounds(of times: [Timestamp]) -> (first: Timestamp, last: Timestamp)? {
    guard var first = times.first else { return nil }
    var last = first
    for time in times {
      if time < first { first = time }
      if last < time { last = time }
    }
    return (first, last)
  }

  /// Sorts one bucket; its positions ascend, so breaking ties by position keeps the sort stable.
  private static func sort(
    _ positions: inout [Int32], from start: Int, to end: Int, by times: [Timestamp]
  ) {
    guard end - start > 1 else { return }
    if end - start > 24 {
      positions[start..<end].sort { (times[Int($0)], $0) < (times[Int($1)], $1) }
      return
    }
    for index in (start + 1)..<end {
      let position = positions[index]
      let time = times[Int(position)]
      var hole = index
      while hole > start, time < times[Int(positions[hole - 1])] {
        positions[hole] = positions[hole - 1]
        hole -= 1
      }
      positions[hole] = position
    }
  }
}
