import NumberPools
import Testing

/// Rules applied to traffic small enough to work each of them out by hand.
@Suite("Rules of thumb")
struct RuleOfThumbTests {
  private func rules(
    _ views: [(visitor: Int32, minute: Double)], timeout: Interval = .minutes(30)
  ) -> [RuleOfThumb.Publisher: Int] {
    var log = PageViewLog()
    for view in views.sorted(by: { $0.minute < $1.minute }) {
      log.append(
        visitor: VisitorID(view.visitor), at: Timestamp(milliseconds: Int64(view.minute * 60_000)))
    }
    let traffic = Sessionizer().traffic(from: log)
    let holds = Holds(of: traffic, rule: HoldRule(reuseTimeout: timeout))
    let rules = RuleOfThumb.all(for: traffic, holds: holds)
    #expect(rules.map(\.numbers) == rules.map(\.numbers).sorted())
    return Dictionary(uniqueKeysWithValues: rules.map { ($0.publisher, $0.numbers) })
  }

  @Test("Six sessions of five visitors on two days")
  func byHand() {
    let rules = rules([
      // The hour from 0:00 has the visitors 0, 1, 2 and 3, that from 1:00 has 3 and 0.
      (0, 0), (0, 10), (1, 5), (1, 25), (2, 50), (3, 55), (3, 65), (0, 70),
      // Two days later.
      (4, 2880), (4, 2900),
    ])
    // Sessions last 10, 20, 0, 10, 0 and 20 minutes: 10 on average; 4 x 10 / 60 = 0.67.
    #expect(rules[.nimbata] == 1)
    // 6 sessions on 2 days with traffic are 90 a month.
    #expect(rules[.callRail] == 6)
    // 4 / 4.
    #expect(rules[.callMatrix] == 1)
    // 4 visitors on one day and 1 on the other; 2.5 / 20 = 0.125.
    #expect(rules[.callTrackingMetrics] == 1)
    #expect(rules[.matelso] == 4)
    // The holds [0, 40) [5, 55) [50, 80) [55, 95) [70, 100) fill the first hour for 40 + 50 + 10 +
    // 5 = 105 minutes, the second for 20 + 35 + 30: 1.75 erlangs, of which 5 numbers refuse 2.4 %
    // and 6 refuse 0.69 %.
    #expect(rules[.erlang] == 6)
    #expect(rules.count == 6)
  }

  @Test("A hundred visitors in one hour")
  func busyHour() {
    // One every half minute, each for six minutes, and all within the hour.
    let visitors = Array(0..<100 as Range<Int32>)
    let rules = rules(
      visitors.map { ($0, Double($0) / 2) } + visitors.map { ($0, Double($0) / 2 + 6) },
      timeout: .minutes(4))
    // 100 x 6 / 60.
    #expect(rules[.nimbata] == 10)
    // 100 / 4.
    #expect(rules[.callMatrix] == 25)
    // 100 / 20.
    #expect(rules[.callTrackingMetrics] == 5)
    #expect(rules[.matelso] == 100)
    // 100 holds of 10 minutes are 16.67 erlangs. Published tables of 1 % blocking carry 16.1 on 25
    // and 17.0 on 26.
    #expect(rules[.erlang] == 26)
  }

  @Test("Hours are those of the clock: one minute to and one past are apart")
  func clockHours() {
    let rules = rules([(0, 59), (1, 60), (2, 61)])
    #expect(rules[.matelso] == 2)
  }

  @Test("A visitor who comes back counts once an hour and once a day")
  func returning() {
    // 21 visitors, each twice within the hour and more than 30 minutes apart; 21 / 20 rounds up.
    let visitors = Array(0..<21 as Range<Int32>)
    let rules = rules(visitors.map { ($0, 0) } + visitors.map { ($0, 45) })
    #expect(rules[.matelso] == 21)
    #expect(rules[.callTrackingMetrics] == 2)
    // 42 sessions of no length.
    #expect(rules[.nimbata] == 0)
  }

  @Test(
    "The table of sessions a month changes at 5,000 and 25,000",
    arguments: [(166, 6), (167, 12), (833, 12), (834, 25)])
  func table(sessionsADay: Int, numbers: Int) {
    // A month is 30 such days: 4,980 and 5,010, 24,990 and 25,020.
    let rules = rules((0..<sessionsADay).map { (Int32($0), Double($0)) })
    #expect(rules[.callRail] == numbers)
  }

  @Test("No session, no rule")
  func empty() {
    let traffic = Traffic()
    #expect(RuleOfThumb.all(for: traffic, holds: Holds(of: traffic, rule: HoldRule())).isEmpty)
  }
}
