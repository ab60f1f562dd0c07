import NumberPoolTestSupport
import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Sessions of which the end is known")
struct SessionEndTests {
  private static func curve(
    _ text: String, _ rule: HoldRule, _ request: RequestRule
  ) async throws -> PoolCurve {
    let log = try await TableText.read(text)
    let traffic = Sessionizer().traffic(from: log.pageViews)
    return PoolCurve(
      of: traffic, rules: PoolRules(hold: rule, request: request),
      credit: CreditQuestion(lags: CreditQuestion.reportedLags))
  }

  @Test("They are page views at their beginning and end", arguments: UInt64(0)..<20)
  func endsAreViews(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    var sessions = "start,session_id,last_activity\n"
    var views = "at,session_id\n"
    var minute = 0
    for index in 0..<40 {
      minute += random.next(below: 12)
      let end = minute + random.next(below: 29)
      let name = "s\(index)"
      let (first, last) = (1_772_434_800 + minute * 60, 1_772_434_800 + end * 60)
      sessions += "\(first),\(name),\(last)\n"
      views += "\(first),\(name)\n" + (end > minute ? "\(last),\(name)\n" : "")
    }
    for timeout in [Interval.zero, .minutes(4), .minutes(30)] {
      let rule = HoldRule(reuseTimeout: timeout)
      let short = try await Self.curve(sessions, rule, .firstPageView)
      let long = try await Self.curve(views, rule, .firstPageView)
      #expect(short.peak == long.peak)
      for size in 0...(long.peak + 20) {
        #expect(short.sessionsCovered(at: size) == long.sessionsCovered(at: size))
        for (left, right) in zip(short.creditByLag, long.creditByLag) {
          #expect(left.curve.correct[size] == right.curve.correct[size], "\(left.lag) at \(size)")
        }
      }
    }
  }

  @Test("One pass credits as a replay does, however a hold ends", arguments: UInt64(0)..<20)
  func passIsReplay(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    var log = PageViewLog()
    for index in 0..<30 {
      let session = SessionID(Int32(index))
      let visitor = VisitorID(Int32(random.next(below: 20)))
      let start = Timestamp(milliseconds: Int64(random.next(below: 200)) * 60_000)
      log.append(session: session, visitor: visitor, at: start)
      log.appendHeartbeat(
        visitor: visitor, session: session, at: start + .minutes(Int64(random.next(below: 40))),
        since: start)
    }
    let traffic = Sessionizer().traffic(from: log)
    for presence in [Presence.tabOpen, .views] {
      let holds = Holds(
        of: traffic, rule: HoldRule(reuseTimeout: .minutes(5), presence: presence))
      let lags: [Interval] = [.zero, .minutes(3), .minutes(15), .hours(1)]
      let pass = PoolCurve(
        of: holds, in: traffic, rules: PoolRules(hold: holds.rule),
        credit: CreditQuestion(lags: lags))
      let history = lags.map { CreditQuestion.hypotheticalCalls(of: $0, in: traffic) }
      for size in 0...(pass.peak + 3) {
        let outcome = HoldReplay(numbers: size, request: .everyPageView)
          .run(holds, allocation: .longestIdle)
        for (calls, credit) in zip(history, pass.creditByLag) {
          let matched = CallMatcher().match(calls, after: outcome, of: holds, in: traffic)
          let correct = matched.count { $0.attribution == .correct }
          #expect(
            credit.curve.correct[size] == Double(correct), "\(presence) \(credit.lag) \(size)")
        }
      }
    }
  }
}
