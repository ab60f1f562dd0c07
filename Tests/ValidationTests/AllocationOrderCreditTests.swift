import NumberPools
import Testing

/// Credit under each order at 10 erlangs and 20 numbers, one arrival a minute in the mean.
@Suite("Credit under each order in Poisson traffic")
struct AllocationOrderCreditTests {
  /// Shares credited rightly with exponential holds, so many arrivals after the release: an
  /// absorbing chain for random, simulation in another language for lowest first, the closed form
  /// for longest idle.
  private static let shares: [(order: Allocation, shares: [Double])] = [
    (.longestIdle, [0.9803, 0.8766, 0.4710, 0.0227]),
    (.random, [0.8003, 0.5877, 0.3604, 0.1405]),
    (.lowestFirst, [0.4464, 0.2499, 0.1498, 0.0846]),
  ]

  @Test("Right calls after 2, 5, 10 and 20 further arrivals in the mean", arguments: shares)
  func credit(order: Allocation, shares: [Double]) throws {
    let count = 200_000
    let sessions = PoissonSessions(count, .exponential, load: 10, seed: 21)
    let waits = [2.0, 5, 10, 20].map { Int64($0 / 10 * PoissonSessions.meanHold) }
    let curve = PoolCurve(
      of: sessions.holds, in: sessions.traffic,
      rules: PoolRules(
        allocation: order, hold: sessions.holds.rule, request: .firstPageView),
      credit: CreditQuestion(lags: waits.map { .milliseconds(1 + $0) }, sizes: [20]))
    for (credit, share) in zip(curve.creditByLag, shares) {
      let found = try #require(credit.curve.correct[20]) / Double(count)
      // Fates come in clumps of the load; published figures have four digits.
      let error = (share * (1 - share) * 21 / Double(count)).squareRoot()
      #expect(abs(found - share) < 5 * error + 0.001, "\(credit.lag)")
    }
  }
}
