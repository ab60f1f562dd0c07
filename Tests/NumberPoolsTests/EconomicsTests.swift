import NumberPoolTestSupport
import NumberPools
import Testing

@Suite("What numbers cost and bring")
struct EconomicsTests {
  /// Three visitors who call at once: 0, 2 and 3 of them rightly with 0, 1 and 2 numbers.
  private func curve() throws -> PoolCurve {
    let traffic = Sessionizer().traffic(
      from: Timeline(
        """
        a  v----
        b  -v---
        c  ----v
        """
      ).log)
    let calls = traffic.sessions.enumerated().map {
      Call(at: $1.start, session: SessionID(Int32($0)))
    }
    let curve = PoolCurve(
      of: traffic, rules: PoolRules(hold: HoldRule(reuseTimeout: .minutes(2))),
      credit: CreditQuestion(calls: calls))
    let correct = try #require(curve.calls?.correct)
    #expect((0...3).map { correct[$0] } == [0, 2, 3, 3])
    return curve
  }

  @Test("A month has 30 days with traffic, and a log has at least one")
  func monthly() {
    #expect(Economics(covered: .days(30)).monthly(7) == 7)
    #expect(Economics(covered: .days(3)).monthly(7) == 70)
    #expect(Economics(covered: .days(60)).monthly(7) == 3.5)
    #expect(Economics(covered: .hours(144)).monthly(6) == 30)
    #expect(Economics(covered: .zero).covered == .milliseconds(1))
    #expect(Economics(covered: .hours(20)).tellsMonths)
    #expect(!Economics(covered: .minutes(50)).tellsMonths)
  }

  @Test("Rent is the price times the numbers, and unknown without a price")
  func rent() {
    #expect(Economics(monthlyPrice: 350, covered: .days(1)).cost(of: 20) == 7000)
    #expect(Economics(monthlyPrice: 350, covered: .days(1)).cost(of: 0) == 0)
    #expect(Economics(valuePerCall: 350, covered: .days(1)).cost(of: 20) == nil)
  }

  @Test(
    "The least total cost, the smallest size of equals",
    arguments: [
      // At 1.50 a number: 0, 1.50 - 2 x value, 3.00 - 3 x value.
      (50, 0),  // 0, 0.50, 1.50
      (75, 0),  // 0, 0, 0.75
      (100, 1),  // 0, -0.50, 0
      (150, 1),  // 0, -1.50, -1.50
      (300, 2),  // 0, -4.50, -6.00
    ])
  func cheapest(value: Int, numbers: Int) throws {
    let terms = Economics(monthlyPrice: 150, valuePerCall: value, covered: .days(30))
    #expect(terms.cheapest(on: try curve()) == numbers)
  }

  @Test("Calls are those of a month, as rent is")
  func scale() throws {
    // In 3 days a tenth of a month: a value of 0.30 counts as 3.00.
    let terms = Economics(monthlyPrice: 150, valuePerCall: 30, covered: .days(3))
    #expect(terms.cheapest(on: try curve()) == 2)
  }

  @Test("Without a price, a value or calls nothing is cheapest")
  func unknown() throws {
    let curve = try curve()
    #expect(Economics(monthlyPrice: 1, covered: .days(1)).cheapest(on: curve) == nil)
    #expect(Economics(valuePerCall: 1, covered: .days(1)).cheapest(on: curve) == nil)
    let silent = PoolCurve(of: Holds(of: Traffic(), rule: HoldRule()))
    #expect(
      Economics(monthlyPrice: 1, valuePerCall: 1, covered: .days(1)).cheapest(on: silent) == nil)
  }
}
