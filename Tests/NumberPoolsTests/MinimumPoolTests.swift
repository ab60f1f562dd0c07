import NumberPoolTestSupport
import NumberPools
import Testing

@Suite("Minimum pool")
struct MinimumPoolTests {
  private func curve(_ drawing: String) -> PoolCurve {
    let traffic = Sessionizer().traffic(from: Timeline(drawing).log)
    return PoolCurve(of: Holds(of: traffic, rule: HoldRule(reuseTimeout: .minutes(2))))
  }

  @Test("The smallest size that meets the target")
  func smallest() throws {
    let curve = curve(
      """
      a  v----
      b  -v---
      c  ----v
      """)
    #expect(curve.sessionsCovered == [0, 2, 3])
    #expect(try MinimumPool(for: Target("coverage >= 66%"), on: curve).numbers == 1)
    #expect(try MinimumPool(for: Target("coverage >= 67%"), on: curve).numbers == 2)
    #expect(try MinimumPool(for: Target("coverage >= 0%"), on: curve).numbers == 0)
  }

  @Test("A bound from above holds for every larger size or not at all")
  func everyLargerSize() throws {
    let curve = curve("a  v")
    #expect(try MinimumPool(for: Target("coverage <= 100%"), on: curve).numbers == 0)
    // Size 0 covers nobody, but every larger one covers all.
    #expect(throws: MinimumPool.Failure.self) {
      try MinimumPool(for: Target("coverage <= 50%"), on: curve)
    }
  }

  @Test("No session, no answer; no calls, no answer about calls")
  func failures() throws {
    let empty = PoolCurve(of: Holds(of: Traffic(), rule: HoldRule()))
    #expect(empty.peak == 0)
    #expect(empty.coverage(at: 3) == nil)
    #expect(throws: MinimumPool.Failure.noSessions) {
      try MinimumPool(for: Target("coverage >= 0%"), on: empty)
    }
    #expect(throws: MinimumPool.Failure.notMeasured(.wrong)) {
      try MinimumPool(for: Target("wrong <= 1%"), on: curve("a  v"))
    }
  }

  @Test("Numbers that come in blocks are rounded up")
  func blocks() throws {
    let traffic = Sessionizer().traffic(
      from: Timeline(
        """
        a  v
        b  v
        c  v
        """
      ).log)
    let question = SizeStudy.Question(
      target: try Target("coverage >= 100%"), economics: Economics(blockSize: 10))
    let study = SizeStudy(question, of: Dataset(traffic: traffic))
    #expect(try study.minimum.get().numbers == 10)
  }
}
