import Foundation
import NumberPoolTestSupport
import NumberPools
import Testing

/// Every option at once, drawn, against a reference too simple to be wrong.
///
/// `NUMBERPOOL_OPTION_SEEDS=100000 swift test --filter OptionLawTests` draws for an hour.
@Suite("Every combination of options agrees with the reference")
struct OptionLawTests {
  static let seeds: Range<UInt64> = {
    let text = ProcessInfo.processInfo.environment["NUMBERPOOL_OPTION_SEEDS"]
    return 0..<(text.flatMap { UInt64($0) } ?? 40)
  }()

  @Test("Rows, answers, timeouts, causes and money", arguments: seeds)
  func study(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed &+ 7_000_000)
    guard let drawn = RandomQuestion(&generator) else { return }
    let study = SizeStudy(drawn.question, of: drawn.dataset)
    let pool = drawn.random.reference
    let question = drawn.question
    #expect(study.holds.starts.map(\.milliseconds) == pool.holds.map(\.start))
    #expect(study.holds.releases.map(\.milliseconds) == pool.holds.map(\.release))
    for (allocation, curve) in zip(question.allocations, [study.curve] + study.otherCurves) {
      checkRows(curve, allocation, drawn, pool)
    }
    checkMinimum(study, drawn, pool)
    for answer in study.timeouts {
      for presence in Presence.allCases {
        let other = drawn.random.reference(
          presence: presence, reuseTimeout: answer.reuseTimeout.milliseconds)
        checkAnswer(presence == .tabOpen ? answer.tabOpen : answer.views, drawn, other)
      }
    }
    try checkCauses(study, drawn, pool)
    checkMoney(study, drawn, pool)
  }

  private func isNear(_ left: Double?, _ right: Double) -> Bool {
    left.map { abs($0 - right) < 1e-9 } ?? false
  }

  private func checkRows(
    _ curve: PoolCurve, _ allocation: Allocation, _ drawn: RandomQuestion, _ pool: ReferencePool
  ) {
    let metrics: [Target.Metric] =
      [.coverage, .credit(drawn.lag)]
      + (drawn.dataset.calls.isEmpty ? [] : [.correct, .wrong, .unknown, .bad])
    let near = drawn.largestSize(in: pool) + 2
    // Of chances the last row too; of counts rows beyond it.
    let sizes = (0...near).filter { $0 <= curve.peak + 2 || $0.isMultiple(of: 3) }
    for size in sizes.filter({ !curve.isExpected || curve.sizes.contains($0) })
      + (curve.isExpected ? [curve.largestSize] : [])
    {
      for metric in metrics {
        let expected = drawn.share(metric, allocation, numbers: size, in: pool)
        let found = curve.share(metric, at: size)
        #expect(isNear(found?.count, expected.count) && found?.total == expected.total)
      }
    }
    if curve.isExpected {
      #expect(curve.share(.credit(drawn.lag), at: curve.largestSize + 1) == nil)
      #expect(curve.sizes.starts(with: 0...(curve.peak + 1)))
    }
  }

  private func checkMinimum(_ study: SizeStudy, _ drawn: RandomQuestion, _ pool: ReferencePool) {
    if case .failure(let failure) = study.minimum {
      guard case .unreachable = failure else {
        Issue.record("\(failure)")
        return
      }
    }
    checkAnswer(try? study.minimum.get().numbers, drawn, pool)
  }

  /// An answer is right when it meets all and so does every larger pool, and a block less doesn't.
  private func checkAnswer(_ answer: Int?, _ drawn: RandomQuestion, _ pool: ReferencePool) {
    let economics = drawn.question.economics
    func isMet(_ numbers: Int) -> Bool {
      drawn.question.allocations.allSatisfy { allocation in
        drawn.question.target.conditions.allSatisfy {
          drawn.meets($0, allocation, numbers: numbers, in: pool)
        }
      }
    }
    let largest = drawn.largestSize(in: pool)
    guard let answer else {
      let isRandom = drawn.question.allocations.contains(.random)
      #expect(!isMet(isRandom ? 100_000 : largest))
      return
    }
    #expect(answer == economics.rented(for: answer))
    let isRandom = drawn.question.allocations.contains(.random)
    let beyond = [answer, answer + 1, 2 * answer + 1, isRandom ? 100_000 : answer + 2]
    for size in Set([(answer + largest) / 2, max(answer, largest)] + beyond) where size >= answer {
      #expect(isMet(size))
    }
    guard answer > 0 else { return }
    #expect(((answer - economics.blockSize)..<answer).contains { $0 >= 0 && !isMet($0) })
    #expect(answer - economics.blockSize >= 0)
  }

  private func checkCauses(
    _ study: SizeStudy, _ drawn: RandomQuestion, _ pool: ReferencePool
  ) throws {
    guard let numbers = try? study.minimum.get().numbers, !drawn.dataset.calls.isEmpty else {
      #expect(study.causes == nil)
      return
    }
    let causes = try #require(study.causes)
    let fates = drawn.fates(
      .correct, drawn.question.allocations[0], numbers: numbers, in: pool)
    #expect(causes.calls == drawn.dataset.calls.count)
    #expect(isNear(causes.correct, fates[.correct, default: 0]))
    for cause in Cause.allCases {
      #expect(isNear(causes[cause], fates[.lost(cause), default: 0]))
    }
    // Below the row of the answer nothing else may stand.
    #expect(isNear(study.curve.calls?.correct[numbers], causes.correct))
    #expect(isNear(study.curve.calls?.wrong(at: numbers), causes[Attribution.wrong]))
    #expect(isNear(study.curve.calls?.unknown(at: numbers), causes[Attribution.unknown]))
  }

  private func checkMoney(_ study: SizeStudy, _ drawn: RandomQuestion, _ pool: ReferencePool) {
    let economics = drawn.question.economics
    let cheapest = economics.cheapest(on: study.curve)
    guard let price = economics.monthlyPrice, let value = economics.valuePerCall,
      let calls = study.curve.calls
    else {
      #expect(cheapest == nil)
      return
    }
    let allocation = drawn.question.allocations[0]
    func total(_ numbers: Int) -> Double {
      let correct = drawn.share(.correct, allocation, numbers: numbers, in: pool).count
      return Double(price * numbers) - Double(value) * economics.monthly(correct)
    }
    guard let cheapest else {
      // Numbers that cost nothing are better forever.
      #expect(price == 0 && allocation == .random)
      return
    }
    #expect(cheapest == economics.rented(for: cheapest))
    // Beyond this the rent alone is more than all calls are worth.
    let most = price == 0 ? 0 : Int(economics.monthly(Double(calls.calls * value))) / price
    let largest = min(max(drawn.largestSize(in: pool), most), 300)
    for size in stride(from: 0, through: largest, by: economics.blockSize)
    where abs(size - cheapest) < 10 || (size / economics.blockSize).isMultiple(of: 7) {
      #expect(total(cheapest) <= total(size) + 1e-6)
      if size < cheapest { #expect(total(cheapest) < total(size) + 1e-6) }
    }
  }
}
