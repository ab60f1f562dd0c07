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
    guard var first = times.first else { return [] }
    var last = first
    for time in times {
      if time < first { first = time }
      if last < time { last = time }
    }
    return positions(of: times, in: first...last)
  }

  /// The positions of `times` in order, where it is known when they are.
  ///
  /// - Parameters:
  ///   - times: The moments.
  ///   - range: What all of them lie in; best no more than they span.
  /// - Complexity: O(n) for times spread over the range; O(n log n) at worst.
  static func positions(of times: [Timestamp], in range: ClosedRange<Timestamp>) -> [Int32] {
    let count = times.count
    guard count > 1 else { return Array(0..<Int32(count)) }

    // The narrowest power-of-two bucket that needs no more buckets than elements.
    let base = range.lowerBound.milliseconds
    let span = UInt64(bitPattern: range.upperBound.milliseconds &- base)
    var shift: UInt64 = 0
    while span >> shift >= UInt64(count) { shift += 1 }
    func bucket(_ time: Timestamp) -> Int {
      Int(truncatingIfNeeded: UInt64(bitPattern: time.milliseconds &- base) &>> shift)
    }

    var ends = [Int32](repeating: 0, count: Int(span >> shift) + 1)
    var positions = [Int32](unfilled: count)
    var largest: Int32 = 0
    do {
      let times = times.span
      var ends = ends.mutableSpan
      var positions = positions.mutableSpan
      for index in times.indices { ends[unchecked: bucket(times[unchecked: index])] &+= 1 }
      var total: Int32 = 0
      for index in ends.indices {
        let size = ends[unchecked: index]
        largest = max(largest, size)
        ends[unchecked: index] = total
        total &+= size
      }
      for index in times.indices {
        let home = bucket(times[unchecked: index])
        let position = ends[unchecked: home]
        positions[unchecked: Int(position)] = Int32(truncatingIfNeeded: index)
        ends[unchecked: home] = position &+ 1
      }
    }
    guard shift > 0 else { return positions }
    if largest > largestInsertion { sortLargeBuckets(of: &positions, ends: ends, by: times) }
    insert(&positions, by: times)
    return positions
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
      let position = positions[unchecked: index]
      let time = times[unchecked: Int(position)]
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
