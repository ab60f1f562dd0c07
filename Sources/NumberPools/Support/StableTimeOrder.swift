/// Sorts moments that are spread over time, equal moments in their given order.
///
/// Releases follow page views at a distance, so they are almost in order already: one bucket per
/// element over the whole span leaves next to nothing to sort inside a bucket. On traffic this is
/// several times as fast as a comparison sort; at worst it is a comparison sort.
enum StableTimeOrder {
  /// Buckets with more elements than this are sorted by comparison.
  private static let largestInsertion: Int32 = 24

  /// The positions of `times` in order.
  ///
  /// - Complexity: O(n) for times spread over their span; O(n log n) at worst.
  static func positions(of times: [Timestamp]) -> [Int32] {
    let count = times.count
    guard count > 1, let bounds = bounds(of: times) else { return Array(0..<Int32(count)) }

    // The narrowest power-of-two bucket that needs no more buckets than elements.
    let span = UInt64(bitPattern: bounds.last.milliseconds &- bounds.first.milliseconds)
    var shift: UInt64 = 0
    while span >> shift >= UInt64(count) { shift += 1 }
    let base = bounds.first.milliseconds
    func bucket(_ time: Timestamp) -> Int {
      Int(truncatingIfNeeded: UInt64(bitPattern: time.milliseconds &- base) &>> shift)
    }

    var ends = [Int32](repeating: 0, count: Int(span >> shift) + 1)
    var positions = [Int32](repeating: 0, count: count)
    var largest: Int32 = 0
    do {
      let times = times.span
      var ends = ends.mutableSpan
      var positions = positions.mutableSpan
      for index in times.indices { ends[bucket(times[index])] &+= 1 }
      var total: Int32 = 0
      for index in ends.indices {
        let size = ends[index]
        largest = max(largest, size)
        ends[index] = total
        total &+= size
      }
      for index in times.indices {
        let home = bucket(times[index])
        positions[Int(ends[home])] = Int32(truncatingIfNeeded: index)
        ends[home] &+= 1
      }
    }
    guard shift > 0 else { return positions }
    if largest > largestInsertion { sortLargeBuckets(of: &positions, ends: ends, by: times) }
    insert(&positions, by: times)
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

  /// Positions in a bucket ascend, so breaking ties by position keeps the sort stable.
  private static func sortLargeBuckets(
    of positions: inout [Int32], ends: [Int32], by times: [Timestamp]
  ) {
    var start: Int32 = 0
    for end in ends {
      if end - start > largestInsertion {
        positions[Int(start)..<Int(end)].sort {
          (times[Int($0)], $0) < (times[Int($1)], $1)
        }
      }
      start = end
    }
  }

  /// Sorts what is in order but within small buckets: nothing moves past the start of its own.
  private static func insert(_ positions: inout [Int32], by times: [Timestamp]) {
    let times = times.span
    var positions = positions.mutableSpan
    var last = times[Int(positions[0])]
    for index in 1..<positions.count {
      let position = positions[index]
      let time = times[Int(position)]
      if last <= time {
        last = time
        continue
      }
      var hole = index
      repeat {
        positions[hole] = positions[hole - 1]
        hole -= 1
      } while hole > 0 && time < times[Int(positions[hole - 1])]
      positions[hole] = position
    }
  }
}
