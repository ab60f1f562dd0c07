import Foundation
import NumberPoolTestSupport
import NumberPools
import Testing

/// What each number carries where the lowest is lent first, and what runs over.
@Suite("Ordered hunt and overflow")
struct OverflowTests {
  /// The load on each of the first numbers at 10 erlangs, A (E(i-1) - E(i)): computed in another
  /// language.
  private static let huntedLoads = [
    0.909090909090909, 0.894187779433681, 0.876077094784341, 0.854012038729351,
    0.827110409407691, 0.794372731769655, 0.754741206762087, 0.70722350114862,
    0.651104890319924, 0.586256007480268, 0.513500098629134, 0.434931447996088,
    0.354003257724587, 0.275197192858456, 0.203221979141501, 0.141950734320071,
    0.0935299681563709, 0.0580643706682679, 0.0339733867555664, 0.0187604962998883,
  ]

  @Test("The formula gives the loads, the sixth of 5 erlangs as published")
  func formula() {
    func load(_ number: Int, of load: Double) -> Double {
      load
        * (ErlangB.refusedShare(numbers: number - 1, load: load)
          - ErlangB.refusedShare(numbers: number, load: load))
    }
    for (index, expected) in Self.huntedLoads.enumerated() {
      #expect(abs(load(index + 1, of: 10) - expected) < 1e-12)
    }
    // "An introduction to teletraffic", Telektronikk (A. Myskja), p. 26.
    #expect(abs(load(6, of: 5) - 0.465) < 0.0005)
  }

  /// How many numbers beyond the first are in use, as moments over time: the mean and the variance.
  private func moments(
    _ sessions: PoissonSessions, beyond numbers: Int
  ) -> (mean: Double, variance: Double) {
    let peak = PoolCurve(of: sessions.holds).peak
    let outcome = HoldReplay(numbers: peak).run(sessions.holds, allocation: .lowestFirst)
    var changes: [(time: Int64, change: Int)] = []
    for loan in outcome.assignments where loan.number.index >= Int32(numbers) {
      changes.append((loan.from.milliseconds, 1))
      changes.append((loan.until.milliseconds, -1))
    }
    changes.sort { $0 < $1 }
    var (busy, last, sum, squares) = (0, Int64(0), 0.0, 0.0)
    for (time, change) in changes {
      let length = Double(time - last)
      sum += Double(busy) * length
      squares += Double(busy * busy) * length
      (busy, last) = (busy + change, time)
    }
    let mean = sum / sessions.span
    return (mean, squares / sessions.span - mean * mean)
  }

  @Test(
    "The load on each number doesn't depend on the law of the holds",
    arguments: PoissonSessions.Law.allCases)
  func hunted(law: PoissonSessions.Law) {
    let sessions = PoissonSessions(200_000, law, load: 10, seed: 11)
    #expect(abs(sessions.load - 10) < 0.15)
    let outcome = HoldReplay(numbers: 20).run(sessions.holds, allocation: .lowestFirst)
    var carried = [Double](repeating: 0, count: 20)
    for loan in outcome.assignments {
      carried[Int(loan.number.index)] += Double((loan.until - loan.from).milliseconds)
    }
    // A busy number is forgotten after some holds: of 20,000 mean holds about one in ten counts.
    for (found, expected) in zip(carried, Self.huntedLoads) {
      let share = found / sessions.span
      #expect(abs(share - expected) < 5 * (expected * (1 - expected) * 10 / 20_000).squareRoot())
    }
  }

  /// Mean and variance of what runs over with exponential holds (Kosten, Riordan), and the variance
  /// with constant ones, simulated in another language.
  private static let overflows: [(load: Double, numbers: Int, mean: Double, variance: [Double])] = [
    (5, 5, 1.42433910665451, [2.3331794682122, 2.728]),
    (10, 10, 2.14582343107347, [4.36244728062286, 5.295]),
    (10, 15, 0.364969454723708, [0.8051700608761, 1.029]),
    (20, 20, 3.17783923083943, [8.29201342805263]),
    (20, 24, 1.32193434008377, [3.7564804725678, 4.880]),
    (50, 55, 2.68744060628791, [10.9324934046209]),
  ]

  @Test("Mean and variance of the overflow", arguments: overflows)
  func overflow(load: Double, numbers: Int, mean: Double, variance: [Double]) {
    #expect(abs(load * ErlangB.refusedShare(numbers: numbers, load: load) - mean) < 1e-10)
    let formula = mean * (1 - mean + load / (Double(numbers) + 1 - load + mean))
    #expect(abs(formula - variance[0]) < 1e-9)
    for (law, variance) in zip([PoissonSessions.Law.exponential, .constant], variance) {
      let sessions = PoissonSessions(200_000, law, load: load, seed: UInt64(numbers))
      let found = moments(sessions, beyond: numbers)
      // Independent stretches are some holds long.
      let stretches = 200_000 / load / 4
      #expect(abs(found.mean - mean) < 5 * (variance / stretches).squareRoot())
      // The variance of a variance, of a law with a heavy end.
      #expect(abs(found.variance - variance) < 5 * variance * (8 / stretches).squareRoot())
    }
  }
}
