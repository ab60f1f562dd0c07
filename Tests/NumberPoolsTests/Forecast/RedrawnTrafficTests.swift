import Testing

@testable import NumberPools

/// Traffic drawn anew is like the log, with as many sessions as asked for.
@Suite("Traffic drawn anew")
struct RedrawnTrafficTests {
  private static func log(perDay: Double, seed: UInt64) -> Traffic {
    PoissonDays(means: Array(repeating: perDay, count: 14), open: 7..<21, pageViews: 3)
      .traffic(seed: seed)
  }

  private static func need(_ traffic: Traffic) throws -> Int {
    let curve = PoolCurve(
      of: traffic, rules: PoolRules(), credit: CreditQuestion(lags: [.minutes(15)]))
    return try MinimumPool(for: .usual, on: curve).numbers
  }

  @Test("Rates are multiplied", arguments: [0.5, 1, 2, 10])
  func factors(factor: Double) {
    let log = Self.log(perDay: 200, seed: 5)
    let drawn = RedrawnTraffic(of: log, by: factor).drawn(seed: 1)
    let expected = factor * Double(log.sessions.count)
    // What chance does to the count, and to the levels of the days behind it.
    let deviation = (expected + factor * factor * Double(log.sessions.count)).squareRoot()
    #expect(abs(Double(drawn.sessions.count) - expected) < 5 * deviation)
    #expect(drawn.pageViewTimes.count == 3 * drawn.sessions.count)
    #expect(zip(drawn.pageViewTimes, drawn.pageViewTimes.dropFirst()).allSatisfy { $0 <= $1 })
    // Where hours have few visits their edges are blurred.
    let open = drawn.sessions.count { (7..<22).contains($0.start.millisecondOfDay / 3_600_000) }
    #expect(open * 100 > drawn.sessions.count * 97)
    // Nobody is taken twice for the same moment.
    #expect(Set(drawn.sessions.map(\.start)).count > drawn.sessions.count * 99 / 100)
    #expect(drawn.visitorCount == drawn.sessions.count)
  }

  @Test("Only the sessions that were said to be more are more")
  func groups() {
    let log = Self.log(perDay: 100, seed: 6)
    let drawn = RedrawnTraffic(of: log, by: [1, 0, 3]) { Int($0.index) % 3 }.drawn(seed: 2)
    let expected = Double(log.sessions.count) * 4 / 3
    #expect(abs(Double(drawn.sessions.count) - expected) < 6 * (3 * expected).squareRoot())
  }

  @Test("Drawn anew, a log needs what it needed", arguments: UInt64(1)...4)
  func sameNeed(seed: UInt64) throws {
    let log = Self.log(perDay: 300, seed: seed)
    let drawn = RedrawnTraffic(of: log, by: 1).drawn(seed: seed)
    let (own, anew) = (try Self.need(log), try Self.need(drawn))
    // Both are of one law; the size for 1 % refused has a spread of about a number.
    #expect(abs(own - anew) <= 4)
  }

  @Test("A sample times ten is too peaky; drawn anew it isn't", arguments: UInt64(1)...3)
  func sampled(seed: UInt64) throws {
    let whole = Self.log(perDay: 600, seed: seed)
    var random = SplitMix64(seed: seed)
    let sample = TrafficSelection(of: whole) { _, _ in random.next(below: 10) == 0 }.traffic
    let truth = Double(try Self.need(whole))
    let naive = Double(try Self.need(sample) * 10)
    let anew = Double(try Self.need(RedrawnTraffic(of: sample, by: 10).drawn(seed: seed)))
    #expect(naive > 1.4 * truth)
    #expect(abs(anew / truth - 1) < 0.2)
  }

  @Test("A burst stays a burst")
  func bursts() {
    var log = PageViewLog()
    var visitor: Int32 = 0
    for hour in 0..<Int64(14 * 24) {
      let visits: Int64 = hour == 10 * 24 + 12 ? 80 : 2
      for visit in 0..<visits {
        log.append(
          visitor: VisitorID(visitor),
          at: Timestamp(year: 2026, month: 3, day: 2, second: 0) + .hours(hour)
            + .seconds(visit * 20))
        visitor += 1
      }
    }
    let traffic = Sessionizer().traffic(from: log)
    let drawn = RedrawnTraffic(of: traffic, by: 1).drawn(seed: 4)
    let window = BusiestWindow(of: .minutes(30), in: drawn)
    #expect((50...110).contains(window?.sessions ?? 0))
  }
}
