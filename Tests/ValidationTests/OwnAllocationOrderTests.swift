import NumberPools
import Testing

/// An order that the package doesn't have, as a client would write it: one type, no fork.
private struct MostRecentlyReleased: AllocationOrder {
  private var free: [TrackingNumber] = []

  mutating func begin(size: Int) {
    free = (0..<Int32(size)).reversed().map(TrackingNumber.init)
  }

  mutating func numberBecameFree(_ number: TrackingNumber, at time: Timestamp) {
    free.append(number)
  }

  mutating func takeNumber(at time: Timestamp) -> TrackingNumber? {
    free.popLast()
  }
}

@Suite("A client's own allocation order")
struct OwnAllocationOrderTests {
  @Test("It is replayed, and covers as every order does")
  func replays() {
    var log = PageViewLog()
    for (visitor, minute) in [0, 1, 5, 6, 6, 20].enumerated() {
      log.append(visitor: VisitorID(Int32(visitor)), at: .seconds(Int64(minute) * 60))
    }
    let holds = Holds(
      of: Sessionizer().traffic(from: log), rule: HoldRule(reuseTimeout: .minutes(3)))
    let curve = PoolCurve(of: holds)
    for numbers in 0...4 {
      let outcome = HoldReplay(numbers: numbers).run(holds, order: MostRecentlyReleased())
      #expect(outcome.sessionsCovered == curve.sessionsCovered(at: numbers))
      #expect(outcome.pageViewsRefused == curve.pageViewsRefused(at: numbers))
    }
    // Number 1 was released last, so it is lent first at minute 5.
    let outcome = HoldReplay(numbers: 3).run(holds, order: MostRecentlyReleased())
    #expect(outcome.shown.map { $0?.index } == [0, 1, 1, 0, 2, 2])
  }
}
