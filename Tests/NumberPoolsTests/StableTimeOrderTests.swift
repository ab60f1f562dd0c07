import Testing

@testable import NumberPools

@Suite("Order of time")
struct StableTimeOrderTests {
  @Test("Equals a stable comparison sort", arguments: UInt64(0)..<100)
  func equalsComparisonSort(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let spread = [1, 3, 50, 1_000_000, 1 << 50][generator.next(below: 5)]
    var times = (0..<generator.next(below: 300)).map { _ in
      Timestamp(milliseconds: Int64(generator.next(below: spread)) - Int64(spread / 2))
    }
    if seed.isMultiple(of: 3) {
      // One time far away leaves all the others in one bucket; or more time than a key can count.
      times.append(Timestamp(milliseconds: .max / [4, 1 << 10][generator.next(below: 2)]))
    }
    // The range may be wider than what is in it, and the origin before the range.
    let margin = Interval.milliseconds(Int64(generator.next(below: spread)))
    let range = (times.min() ?? .seconds(0)) - margin...(times.max() ?? .seconds(0)) + margin
    let origin = range.lowerBound - margin
    let expected = times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
    for order in [StableTimeOrder(of: times, in: range, from: origin), StableTimeOrder(of: times)] {
      #expect(order.count == times.count)
      #expect(expected.indices.map { order.position(at: $0) } == expected)
      #expect(expected.indices.map { order.time(at: $0) } == expected.map { times[$0] })
      // The bound after a moment is between its key and the next: the last key is above all.
      for time in times {
        let bound = order.bound(after: time)
        #expect(order.keys.map { $0 < bound } == expected.map { times[$0] <= time } + [false])
        #expect(order.keys.allSatisfy { ($0 < bound) == (($0 &- bound) >> 63 == 1) })
      }
    }
  }

  @Test("The earliest and latest moments there are don't overflow")
  func extremes() {
    let times = [Timestamp(milliseconds: .max), Timestamp(milliseconds: .min)]
    let order = StableTimeOrder(of: times)
    #expect([0, 1].map { order.position(at: $0) } == [1, 0])
    #expect([0, 1].map { order.time(at: $0) } == [times[1], times[0]])
  }
}
