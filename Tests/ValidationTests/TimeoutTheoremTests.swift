import NumberPools
import Testing

/// Where the longest idle number is lent and nobody is refused, a constant timeout changes nothing.
@Suite("The timeout theorem")
struct TimeoutTheoremTests {
  private static let timeouts: [Interval] = [
    .milliseconds(1), .milliseconds(7), .milliseconds(30), .milliseconds(200),
  ]

  /// Visitors of one session each, many of them at the same moment.
  private func traffic(_ random: inout SplitMix64) -> Traffic {
    var log = PageViewLog()
    for visitor in 0..<(10 + random.next(below: 40)) {
      var time = Int64(random.next(below: 120))
      for _ in 0...random.next(below: 3) {
        let id = Int32(visitor)
        log.append(
          session: SessionID(id), visitor: VisitorID(id), at: Timestamp(milliseconds: time))
        time += Int64(random.next(below: 9))
      }
    }
    return Sessionizer().traffic(from: log)
  }

  private func calls(_ traffic: Traffic, _ random: inout SplitMix64) -> [Call] {
    traffic.sessions.enumerated().map { index, session in
      let lag = Interval.milliseconds(Int64(random.next(below: 300)))
      return Call(at: session.end + lag, session: SessionID(Int32(index)))
    }
  }

  @Test(
    "Every page view shows the same number, and every call is credited alike",
    arguments: UInt64(0)..<60)
  func nothingChanges(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let traffic = traffic(&random)
    let calls = calls(traffic, &random)
    let all = Self.timeouts.map { Holds(of: traffic, rule: HoldRule(reuseTimeout: $0)) }
    let peak = all.map { PoolCurve(of: $0).peak }.max() ?? 0
    for numbers in peak...(peak + 2) {
      let outcomes = all.map { HoldReplay(numbers: numbers).run($0, allocation: .longestIdle) }
      let credited = zip(outcomes, all).map { outcome, holds in
        CallMatcher().match(calls, after: outcome, of: holds, in: traffic).map(\.credited)
      }
      #expect(outcomes.allSatisfy { $0.shown == outcomes[0].shown })
      #expect(credited.allSatisfy { $0 == credited[0] })
    }
  }

  /// What becomes of two calls with one number and one visitor after the other.
  private func tightPool(timeout: Int64, callOfFirst: Int64, callOfSecond: Int64) -> [Attribution] {
    var log = PageViewLog()
    for (visitor, minute) in [(0, 0), (1, 4)] as [(Int32, Int64)] {
      log.append(visitor: VisitorID(visitor), at: .seconds(minute * 60))
    }
    let traffic = Sessionizer().traffic(from: log)
    let holds = Holds(of: traffic, rule: HoldRule(reuseTimeout: .minutes(timeout)))
    let outcome = HoldReplay(numbers: 1).run(holds, allocation: .longestIdle)
    let calls = [callOfFirst, callOfSecond].enumerated().map {
      Call(at: .seconds($1 * 60), session: SessionID(Int32($0)))
    }
    return CallMatcher().match(calls, after: outcome, of: holds, in: traffic).map(\.attribution)
  }

  @Test("In a tight pool a longer timeout trades the next visitor's call for the last one's")
  func trade() {
    #expect(tightPool(timeout: 1, callOfFirst: 6, callOfSecond: 6) == [.wrong, .correct])
    #expect(tightPool(timeout: 5, callOfFirst: 6, callOfSecond: 6) == [.correct, .unknown])
    // Who calls at once gains nothing by it, and the next visitor loses.
    #expect(tightPool(timeout: 1, callOfFirst: 1, callOfSecond: 5) == [.correct, .correct])
    #expect(tightPool(timeout: 5, callOfFirst: 1, callOfSecond: 5) == [.correct, .unknown])
  }

  @Test("Under other orders it does help")
  func otherOrders() {
    // a calls in minute 6. Lowest first lends a's number to b at once, unless it is kept.
    var log = PageViewLog()
    for (visitor, minute) in [(0, 0), (1, 4)] as [(Int32, Int64)] {
      log.append(visitor: VisitorID(visitor), at: .seconds(minute * 60))
    }
    let traffic = Sessionizer().traffic(from: log)
    let call = Call(at: .seconds(360), session: SessionID(0))
    let attributions = ([1, 5] as [Int64]).map { minutes in
      let holds = Holds(of: traffic, rule: HoldRule(reuseTimeout: .minutes(minutes)))
      let outcome = HoldReplay(numbers: 2).run(holds, allocation: .lowestFirst)
      return CallMatcher().match([call], after: outcome, of: holds, in: traffic)[0].attribution
    }
    #expect(attributions == [Attribution.wrong, .correct])
  }
}
