import NumberPoolTestSupport
import NumberPools
import Testing

@Suite("What is said of rules holds")
struct ExactnessTests {
  private static let matches = [
    MatchRule.lastHolder, .currentHolderOnly, .lastHolderWithin(.milliseconds(6)),
  ]

  private func all(hold: HoldRule) -> [PoolRules] {
    Allocation.allCases.flatMap { allocation in
      RequestRule.allCases.flatMap { request in
        Self.matches.map {
          PoolRules(allocation: allocation, hold: hold, request: request, match: $0)
        }
      }
    }
  }

  @Test("More numbers never hurt where that is proved", arguments: UInt64(0)..<120)
  func monotone(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    guard let drawn = RandomQuestion(&generator) else { return }
    let traffic = drawn.dataset.traffic
    for rules in all(hold: drawn.random.rule) {
      let exactness = Exactness(of: rules)
      guard exactness.method != .singleDraw else { continue }
      let curve = PoolCurve(
        of: traffic, rules: rules,
        credit: CreditQuestion(calls: drawn.dataset.calls, lags: [.zero, drawn.lag]))
      #expect(curve.isExpected == (exactness.method == .expectation))
      guard case .never = exactness.coverage else {
        Issue.record("Coverage never falls under the rules so far")
        return
      }
      #expect(zip(curve.sessionsCovered, curve.sessionsCovered.dropFirst()).allSatisfy { $0 <= $1 })
      guard case .never = exactness.credit else { continue }
      for column in curve.creditByLag.map(\.curve) + [curve.calls].compactMap({ $0 }) {
        let counts = try curve.sizes.map { try #require(column.correct[$0]) }
        // Expectations are sums of rounded products.
        #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 }, "\(rules)")
      }
    }
  }

  @Test("Where more numbers can hurt, some traffic is drawn in which they do")
  func counterexamples() {
    for rules in all(hold: HoldRule()) {
      guard case .sometimes = Exactness(of: rules).credit else { continue }
      let hurts = (UInt64(0)..<3000).contains { seed in
        var generator = SplitMix64(seed: seed)
        guard let drawn = RandomQuestion(&generator), !drawn.dataset.calls.isEmpty else {
          return false
        }
        var rules = rules
        rules.hold = drawn.random.rule
        let credit = CreditQuestion(calls: drawn.dataset.calls, lags: [.milliseconds(9)])
        let curve = PoolCurve(of: drawn.dataset.traffic, rules: rules, credit: credit)
        let columns = curve.creditByLag.map(\.curve) + [curve.calls].compactMap { $0 }
        return columns.contains { column in
          let counts = curve.sizes.compactMap { column.correct[$0] }
          return zip(counts, counts.dropFirst()).contains { $1 < $0 }
        }
      }
      #expect(hurts, "\(rules)")
    }
  }

  @Test("One pass, chances, every size, or one draw")
  func methods() {
    func method(_ allocation: Allocation, _ request: RequestRule, _ match: MatchRule) -> String {
      Exactness(of: PoolRules(allocation: allocation, request: request, match: match))
        .method.rawValue
    }
    #expect(method(.longestIdle, .everyPageView, .lastHolder) == "one-pass")
    #expect(method(.longestIdle, .firstPageView, .currentHolderOnly) == "every-size")
    #expect(method(.lowestFirst, .firstPageView, .lastHolder) == "one-pass")
    #expect(method(.lowestFirst, .everyPageView, .lastHolder) == "every-size")
    #expect(method(.random, .everyPageView, .lastHolder) == "expectation")
    #expect(method(.random, .everyPageView, .currentHolderOnly) == "single-draw")
  }
}
