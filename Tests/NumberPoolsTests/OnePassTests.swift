import NumberPoolTestSupport
import NumberPools
import Testing

/// The product's ways to the same figures, against a reference too simple to be wrong.
@Suite("One pass, replay and reference agree at every size")
struct OnePassTests {
  /// Traffics for each seed; with the seeds below, thousands in all.
  private static let traffics = 20

  @Test("Coverage and refusals of one pass equal the reference's", arguments: UInt64(0)..<200)
  func onePassEqualsReference(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<Self.traffics {
      let random = RandomTraffic(&generator)
      let reference = random.reference
      let traffic = random.traffic
      let holds = Holds(of: traffic, rule: random.rule)
      #expect(traffic.sessions.count == Set(random.views.map(\.session)).count)
      #expect(holds.starts.map(\.milliseconds) == reference.holds.map(\.start))
      #expect(holds.releases.map(\.milliseconds) == reference.holds.map(\.release))
      for request in RequestRule.allCases {
        let curve = PoolCurve(of: holds, request: request)
        #expect(curve.peak == reference.peak)
        for size in 0...(reference.peak + 1) {
          let expected = reference.play(numbers: size, request: request, chooseLowest: false)
          #expect(curve.sessionsCovered(at: size) == expected.covered.count)
          #expect(curve.pageViewsRefused(at: size) == expected.refused)
        }
      }
    }
  }

  @Test("A replay shows the reference's numbers", arguments: UInt64(1000)..<1100)
  func replayEqualsReference(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<Self.traffics {
      let random = RandomTraffic(&generator)
      let reference = random.reference
      let traffic = random.traffic
      let holds = Holds(of: traffic, rule: random.rule)
      // The reference shows views in order of the log, the product in order of play.
      let inOrderOfPlay = orderOfPlay(reference)
      for request in RequestRule.allCases {
        for size in 0...(reference.peak + 1) {
          let replay = HoldReplay(numbers: size, request: request)
          for (allocation, lowest) in [(Allocation.longestIdle, false), (.lowestFirst, true)] {
            let outcome = replay.run(holds, allocation: allocation)
            let expected = reference.play(numbers: size, request: request, chooseLowest: lowest)
            #expect(
              outcome.shown.map { $0.map { Int($0.index) } ?? -1 }
                == inOrderOfPlay.map { expected.shown[$0] })
            #expect(outcome.sessionsCovered == expected.covered.count)
            #expect(outcome.pageViewsRefused == expected.refused)
          }
          let expected = reference.play(numbers: size, request: request, chooseLowest: true)
          let outcome = replay.run(holds, allocation: .random, seed: seed)
          #expect(outcome.sessionsCovered == expected.covered.count)
          #expect(outcome.pageViewsRefused == expected.refused)
        }
      }
    }
  }

  @Test("No number is lent to two holds at once", arguments: UInt64(2000)..<2050)
  func exclusiveLoans(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<Self.traffics {
      let random = RandomTraffic(&generator)
      let holds = Holds(of: random.traffic, rule: random.rule)
      for allocation in Allocation.allCases {
        let loans = HoldReplay(numbers: 3).run(holds, allocation: allocation, seed: seed)
          .assignments
        for (index, loan) in loans.enumerated() {
          #expect(loan.from < loan.until)
          for other in loans[..<index] where other.number == loan.number {
            #expect(other.until <= loan.from)
          }
        }
      }
    }
  }

  private func orderOfPlay(_ reference: ReferencePool) -> [Int] {
    func hold(_ view: ReferencePool.View) -> Int {
      reference.holds.firstIndex {
        $0.visitor == view.visitor && $0.start <= view.minute && view.minute < $0.release
      } ?? -1
    }
    return reference.views.indices.sorted {
      let left = reference.views[$0]
      let right = reference.views[$1]
      return (left.minute, hold(left), $0) < (right.minute, hold(right), $1)
    }
  }
}
