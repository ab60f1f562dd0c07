/// Moments that are spread over time in their order, equal moments in their given order.
///
/// Releases follow page views at a distance, so they are almost in order already: one bucket per
/// element over the whole span leaves next to nothing to sort inside a bucket. On traffic this is
/// several times as fast as a comparison sort; at worst it is a comparison sort.
struct StableTimeOrder: Sendable {
  /// How many moments there are.
  let count: Int
  /// A key for each moment, ascending: when it is, and in the lowest bits where it stood before. So
  /// no two are equal, and their order is stable. One more at the end is above every bound.
  let keys: [UInt64]
  /// The bits of a key that say where its moment stood.
  let positionMask: UInt64
  private let positionBits: UInt64
  /// What keys count milliseconds from.
  private let origin: Timestamp
  /// The moments that occur, ascending, where keys count these instead.
  private let distinct: [Timestamp]

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
    self.init(of: times, in: first...last, from: first)
  }

  /// Sorts moments of which it is known when they are.
  ///
  /// - Parameters:
  ///   - times: The moments.
  ///   - range: What all of them lie in; best no more than they span.
  ///   - origin: No bound is asked for before it, nor does the range begin before it.
  /// - Complexity: O(n) for times spread over the range; O(n log n) at worst.
  init(of times: [Timestamp], in range: ClosedRange<Timestamp>, from origin: Timestamp) {
    count = times.count
    let bits = count > 1 ? Int.bitWidth - (count - 1).leadingZeroBitCount : 0
    positionBits = UInt64(bits)
    positionMask = 1 << positionBits - 1
    self.origin = origin
    let span = UInt64(bitPattern: range.upperBound.milliseconds &- origin.milliseconds)
    // A difference of keys needs its sign. Where thousands of years don't leave it one, keys count
    // the moments that occur.
    if span.leadingZeroBitCount > bits + 1 {
      distinct = []
      keys = Self.sortedKeys(of: times, in: range, from: origin, bits: positionBits)
    } else {
      (distinct, keys) = Self.rankedKeys(of: times, bits: positionBits)
    }
  }

  /// When a moment is.
  ///
  /// - Parameter index: Its place in the order.
  /// - Complexity: O(1).
  func time(at index: Int) -> Timestamp {
    let counted = Int(keys[index] >> positionBits)
    return distinct.isEmpty ? origin + .milliseconds(Int64(counted)) : distinct[counted]
  }

  /// Where a moment stood before.
  ///
  /// - Parameter index: Its place in the order.
  /// - Complexity: O(1).
  func position(at index: Int) -> Int { Int(keys[index] & positionMask) }

  /// A number above the keys of all moments up to one, and not above the others.
  ///
  /// - Parameter time: From the origin to the last of the moments.
  /// - Complexity: O(1), but over thousands of years O(log n).
  @inline(__always)
  func bound(after time: Timestamp) -> UInt64 {
    guard distinct.isEmpty else {
      return UInt64(distinct.partitioningIndex { time < $0 }) << positionBits
    }
    return UInt64(bitPattern: time.milliseconds &- origin.milliseconds &+ 1) &<< positionBits
  }

  /// The last key: above every bound, and of the first position.
  private static func lastKey(bits: UInt64) -> UInt64 {
    (UInt64(Int64.max) >> bits) << bits
  }

  private static func rankedKeys(
    of times: [Timestamp], bits: UInt64
  ) -> (distinct: [Timestamp], keys: [UInt64]) {
    var distinct: [Timestamp] = []
    var keys: [UInt64] = []
    for position in times.indices.sorted(by: { (times[$0], $0) < (times[$1], $1) }) {
      if distinct.last != times[position] { distinct.append(times[position]) }
      keys.append(UInt64(distinct.count - 1) << bits | UInt64(position))
    }
    keys.append(lastKey(bits: bits))
    return (distinct, keys)
  }

  private static func sortedKeys(
    of times: [Timestamp], in range: ClosedRange<Timestamp>, from origin: Timestamp, bits: UInt64
  ) -> [UInt64] {
    var keys = bucketed(times, in: range, from: origin, bits: bits)
    insert(&keys)
    return keys
  }

  /// The keys, in order but within small buckets.
  private static func bucketed(
    _ times: [Timestamp], in range: ClosedRange<Timestamp>, from origin: Timestamp, bits: UInt64
  ) -> [UInt64] {
    let base = range.lowerBound.milliseconds
    let span = UInt64(bitPattern: range.upperBound.milliseconds &- base)
    let lead = UInt64(bitPattern: base &- origin.milliseconds)
    // The narrowest power-of-two bucket that needs no more buckets than elements.
    var shift: UInt64 = 0
    while span >> shift >= max(UInt64(times.count), 1) { shift += 1 }
    var ends = [Int32](repeating: 0, count: Int(span >> shift) + 1)
    var keys = [UInt64](unfilled: times.count + 1)
    keys[times.count] = lastKey(bits: bits)
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
        let place = ends[unchecked: home]
        keys[unchecked: Int(place)] =
          (lead &+ offset) &<< bits | UInt64(truncatingIfNeeded: index)
        ends[unchecked: home] = place &+ 1
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
