import NumberPoolTestSupport
import NumberPools
import Testing

/// Credit at every size, from one pass or many, against a reference too simple to be wrong.
@Suite("Calls are credited as by the reference at every size")
struct CreditTests {
  private static let traffics = 12
  private static let lags: [Interval] = [.zero, .milliseconds(3), .milliseconds(9)]

  /// Random traffic with calls, and what both sides make of it.
  private struct Trial {
    var random: RandomTraffic
    var traffic: Traffic
    var holds: Holds
    /// The calls in the product's words, and the reference's session of each.
    var calls: [Call]
    var callers: [Int]
    /// The reference's session of each of the product's.
    var names: [Int]

    init?(_ generator: inout SplitMix64) {
      random = RandomTraffic(&generator)
      guard !random.views.isEmpty else { return nil }
      traffic = random.traffic
      holds = Holds(of: traffic, rule: random.rule)
      names = random.names(of: traffic)
      calls = []
      callers = []
      for _ in 0..<20 {
        let session = generator.next(below: names.count)
        let start = traffic.sessions[session].start
        let lag = Interval.milliseconds(Int64(generator.next(below: 30)))
        calls.append(Call(at: start + lag, session: SessionID(Int32(session))))
        callers.append(names[session])
      }
    }

    /// What the reference makes of calls at a size: right, and credited at all.
    func expected(
      _ calls: [(session: Int, time: Int64)], _ reference: ReferencePool,
      _ outcome: ReferencePool.Outcome
    ) -> (correct: Int, credited: Int) {
      let credited = calls.map { reference.credited($0.session, at: $0.time, after: outcome) }
      return (
        zip(calls, credited).count { $0.session == $1 }, credited.count { $0 != nil }
      )
    }

    /// The reference's calls: those given, then for each lag one a session.
    var columns: [[(session: Int, time: Int64)]] {
      let given = zip(callers, calls).map { ($0, $1.time.milliseconds) }
      let hypothetical = CreditTests.lags.map { lag in
        zip(names, traffic.sessions).map { ($0, ($1.end + lag).milliseconds) }
      }
      return [given] + hypothetical
    }
  }

  @Test(
    "Exactly, for each allocation order and request rule", arguments: UInt64(0)..<60,
    [Allocation.longestIdle, .lowestFirst])
  func everySize(seed: UInt64, allocation: Allocation) throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<Self.traffics {
      guard let trial = Trial(&generator) else { continue }
      let reference = trial.random.reference
      let columns = trial.columns
      for request in RequestRule.allCases {
        let curve = PoolCurve(
          of: trial.holds, in: trial.traffic,
          rules: PoolRules(allocation: allocation, hold: trial.holds.rule, request: request),
          credit: CreditQuestion(calls: trial.calls, lags: Self.lags))
        let curves = try [#require(curve.calls)] + curve.creditByLag.map(\.curve)
        for size in 0...(curve.largestSize + 2) {
          let outcome = reference.play(
            numbers: size, request: request, chooseLowest: allocation == .lowestFirst)
          for (column, curve) in zip(columns, curves) {
            let expected = trial.expected(column, reference, outcome)
            #expect(curve.correct[size] == Double(expected.correct))
            #expect(curve.unknown(at: size) == Double(column.count - expected.credited))
            #expect(curve.wrong(at: size) == Double(expected.credited - expected.correct))
          }
        }
      }
    }
  }

  @Test(
    "The matcher after a replay agrees, and every call not right has one cause",
    arguments: UInt64(100)..<130)
  func matcher(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<Self.traffics {
      guard let trial = Trial(&generator) else { continue }
      let reference = trial.random.reference
      for request in RequestRule.allCases {
        for size in 0...(reference.peak + 1) {
          let expected = reference.play(numbers: size, request: request, chooseLowest: false)
          let outcome = HoldReplay(numbers: size, request: request)
            .run(trial.holds, allocation: .longestIdle)
          let matched = CallMatcher()
            .match(trial.calls, after: outcome, of: trial.holds, in: trial.traffic)
          for (index, result) in matched.enumerated() {
            let credited = reference.credited(
              trial.callers[index], at: trial.calls[index].time.milliseconds, after: expected)
            #expect(result.credited.map { trial.names[Int($0.index)] } == credited)
            #expect((result.cause == nil) == (result.attribution == .correct))
          }
        }
      }
    }
  }

  @Test("Random: the expectation is the mean of many draws", arguments: UInt64(200)..<206)
  func randomExpectation(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<3 {
      guard let trial = Trial(&generator) else { continue }
      for request in RequestRule.allCases {
        let curve = PoolCurve(
          of: trial.holds, in: trial.traffic,
          rules: PoolRules(allocation: .random, hold: trial.holds.rule, request: request),
          credit: CreditQuestion(calls: trial.calls, sizes: [trial.random.reference.peak + 2]))
        let expected = try #require(curve.calls)
        for size in 0...(curve.peak + 2) {
          let draws = 400
          var sum = 0.0
          var squares = 0.0
          for draw in 0..<draws {
            let outcome = HoldReplay(numbers: size, request: request)
              .run(trial.holds, allocation: .random, seed: UInt64(draw) &* 7919 &+ seed)
            let correct = Double(
              CallMatcher().match(trial.calls, after: outcome, of: trial.holds, in: trial.traffic)
                .count { $0.attribution == .correct })
            sum += correct
            squares += correct * correct
          }
          let mean = sum / Double(draws)
          let variance = max(0, squares / Double(draws) - mean * mean)
          // A quarter of a draw's worth beside five standard errors, for calls that hardly vary.
          let tolerance = 5 * (variance / Double(draws)).squareRoot() + 5 / Double(draws)
          #expect(abs(try #require(expected.correct[size]) - mean) <= tolerance)
        }
      }
    }
  }

  @Test("Lowest first with visitors who ask again: more numbers can hurt")
  func lowestFirstCounterexample() throws {
    // Published with the proof: T = 3; B calls at 11.515.
    let views: [(visitor: Int32, time: Double)] = [
      (0, 2), (1, 4.01), (2, 4.02), (1, 6.01), (2, 7.02), (3, 7.03), (3, 8.03), (4, 10.04),
      (4, 14.04),
    ]
    var log = PageViewLog()
    for view in views {
      log.append(
        session: SessionID(view.visitor), visitor: VisitorID(view.visitor),
        at: Timestamp(milliseconds: Int64(view.time * 1000)))
    }
    let traffic = Sessionizer().traffic(from: log)
    let holds = Holds(
      of: traffic, rule: HoldRule(reuseTimeout: .seconds(3), presence: .tabOpen))
    let call = Call(at: Timestamp(milliseconds: 11_515), session: SessionID(1))
    let curve = PoolCurve(
      of: holds, in: traffic, rules: PoolRules(allocation: .lowestFirst, hold: holds.rule),
      credit: CreditQuestion(calls: [call]))
    let calls = try #require(curve.calls)
    #expect((1...4).map { calls.correct[$0] } == [0, 1, 0, 0])
    #expect((1...4).map { calls.wrong(at: $0) } == [1, 0, 1, 1])
  }
}
