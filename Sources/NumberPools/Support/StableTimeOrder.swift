/// Moments that are spread over time in their order, equal moments in their given order.
///
/// Releases follow page views at a distance, so they are almost in order already: one bucket per
/// element over the whole span leaves next to nothing to sort inside a bucket. On traffic this is
/// several times as fast as a comparison sort; at worst it is a comparison sort.
struct StableTimeOrder: Sendable {
  /// Where each moment stood before.
  let positions: [Int32]
  /// The moments in order.
  let times: [Timestamp]

  /// Buckets with more elements than this are sorted by comparison.
  private static let largestInsertion: Int32 = 24

  /// Sorts moments.
  ///
  /// - Complexity: O(n) for times spread over their span; O(n log n) at worst.
  init(of times: [Timestamp]) {
    var first = times.first ?? Timestamp(milliseconds: 0)
    var last = first
    for time in times {
      if time < first { first = time }
      if last < time { last = time }
    }
    self.init(of: times, in: first...last)
  }

  /// Sorts moments of which it is known when they are.
  ///
  /// - Parameters:
  ///   - times: The moments.
  ///   - range: What all of them lie in; best no more than they span.
  /// - Complexity: O(n) for times spread over the range; O(n log n) at worst.
  init(of times: [Timestamp], in range: ClosedRange<Timestamp>) {
    guard times.count > 1 else {
      positions = Array(0..<Int32(times.count))
      self.times = times
      return
    }
    let base = range.lowerBound.milliseconds
    let span = UInt64(bitPattern: range.upperBound.milliseconds &- base)
    let bits = Int.bitWidth - (times.count - 1).leadingZeroBitCount
    guard span.leadingZeroBitCount >= bits else {
      // Thousands of years of them: a moment and its position don't fit into 64 bits.
      positions = (0..<Int32(times.count)).sorted {
        (times[Int($0)], $0) < (times[Int($1)], $1)
      }
      self.times = positions.map { times[Int($0)] }
      return
    }
    var keys = Self.bucketed(times, base: base, span: span, bits: UInt64(bits))
    Self.insert(&keys)

    var positions = [Int32](unfilled: times.count)
    var sorted = [Timestamp](unfilled: times.count)
    let mask: UInt64 = 1 << UInt64(bits) - 1
    do {
      let keys = keys.span
      var positions = positions.mutableSpan
      var sorted = sorted.mutableSpan
      for index in keys.indices {
        let key = keys[unchecked: index]
        positions[unchecked: index] = Int32(truncatingIfNeeded: key & mask)
        let offset = Int64(truncatingIfNeeded: key &>> UInt64(bits))
        sorted[unchecked: index] = Timestamp(milliseconds: base &+ offset)
      }
    }
    self.positions = positions
    self.times = sorted
  }

  /// A key for each moment, in order but within small buckets: how long after the base it is, and
  /// in the lowest bits where it stood. So no two keys are equal, and their order is stable.
  private static func bucketed(
    _ times: [Timestamp], base: Int64, span: UInt64, bits: UInt64
  ) -> [UInt64] {
    // The narrowest power-of-two bucket that needs no more buckets than elements.
    var shift: UInt64 = 0
    while span >> shift >= UInt64(times.count) { shift += 1 }
    var ends = [Int32](repeating: 0, count: Int(span >> shift) + 1)
    var keys = [UInt64](unfilled: times.count)
    var largest: Int32 = 0
    do {
      let times = times.span
      var ends = ends.mutableSpan
      var keys = keys.mutableSpan
      for index in times.indices {
        let offset = UInt64(bitPattern: times[unchecked: index].milliseconds &- base)
        ends[unchecked: Int(truncatingIfNeeded: offset &>> shift)] &+= 1
      }
      var total: Int32 = 0
      for index in ends.indices {
        let size = ends[unchecked: index]
        largest = max(largest, size)
        ends[unchecked: index] = total
        total &+= size
      }
      for index in times.indices {
        let offset = UInt64(bitPattern: times[unchecked: index].milliseconds &- base)
        let home = Int(truncatingIfNeeded: offset &>> shift)
        let position = ends[unchecked: home]
        keys[unchecked: Int(position)] = offset &<< bits | UInt64(truncatingIfNeeded: index)
        ends[unchecked: home] = position &+ 1
      }
    }
    guard largest > largestInsertion else { return keys }
    var start: Int32 = 0
    for end in ends {
      if end - start > largestInsertion { keys[Int(start)..<Int(end)].sort() }
      start = end
    }
    return keys
  }

  /// Sorts what is in order but within small buckets.
  ///
  /// The largest key so far is carried along and each smaller one put before it, which takes no
  /// branch and settles nearly all; only what is still before its time moves further.
  private static func insert(_ keys: inout [UInt64]) {
    var keys = keys.mutableSpan
    var carried = keys[0]
    var last: UInt64 = 0
    for index in 1..<keys.count {
      let key = keys[unchecked: index]
      let lower = min(carried, key)
      carried = max(carried, key)
      keys[unchecked: index &- 1] = lower
      if last <= lower {
        last = lower
        continue
      }
      var hole = index - 1
      repeat {
        keys[hole] = keys[hole - 1]
        hole -= 1
      } while hole > 0 && lower < keys[hole - 1]
      keys[hole] = lower
    }
    keys[keys.count - 1] = carried
  }
}
