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
      // One time far away leaves all the others in one bucket.
      times.append(Timestamp(milliseconds: .max / 4))
    }
    // The range may be wider than what is in it.
    let margin = Interval.milliseconds(Int64(generator.next(below: spread)))
    let range = (times.min() ?? .seconds(0)) - margin...(times.max() ?? .seconds(0)) + margin
    let expected = times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
    for order in [StableTimeOrder(of: times, in: range), StableTimeOrder(of: times)] {
      #expect(order.positions == expected.map(Int32.init))
      #expect(order.times == expected.map { times[$0] })
    }
  }

  @Test("The earliest and latest moments there are don't overflow")
  func extremes() {
    let times = [Timestamp(milliseconds: .max), Timestamp(milliseconds: .min)]
    #expect(StableTimeOrder(of: times).positions == [1, 0])
  }
}
