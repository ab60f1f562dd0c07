import NumberPoolTestSupport
import NumberPools
import Testing

@Suite("Sizing study")
struct SizeStudyTests {
  @Test("Each timeout's answer is that of a curve of its own", arguments: UInt64(0)..<20)
  func timeouts(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var log = PageViewLog()
    var time: Int64 = 0
    for _ in 0..<300 {
      time += Int64(generator.next(below: 400_000))
      log.append(
        visitor: VisitorID(Int32(generator.next(below: 40))), at: Timestamp(milliseconds: time))
    }
    let traffic = Sessionizer().traffic(from: log)
    let target = try Target("coverage >= 90%")
    let question = SizeStudy.Question(
      target: target, rules: PoolRules(hold: HoldRule(reuseTimeout: .minutes(7))))
    let study = SizeStudy(question, of: Dataset(traffic: traffic))
    #expect(study.timeouts.map(\.reuseTimeout).contains(.minutes(7)))
    #expect(study.timeouts.count == SizeStudy.usualTimeouts.count + 1)
    for answer in study.timeouts {
      for presence in Presence.allCases {
        let rule = HoldRule(reuseTimeout: answer.reuseTimeout, presence: presence)
        let curve = PoolCurve(of: Holds(of: traffic, rule: rule))
        let expected = try MinimumPool(for: target, on: curve).numbers
        #expect((presence == .tabOpen ? answer.tabOpen : answer.views) == expected)
      }
    }
    let window = try #require(study.busiestWindow)
    let quiet = TrafficSelection(of: traffic) { !window.contains($1) }.traffic
    let quietCurve = PoolCurve(of: Holds(of: quiet, rule: question.rules.hold))
    #expect(study.withoutBusiestWindow?.peak == quietCurve.peak)
    #expect(traffic.sessions.count - quiet.sessions.count == window.sessions)
  }

  @Test("The busiest window is the earliest with most starts")
  func busiestWindow() throws {
    var log = PageViewLog()
    for (visitor, minute) in [0, 40, 50, 100, 110].enumerated() {
      log.append(visitor: VisitorID(Int32(visitor)), at: .seconds(Int64(minute) * 60))
    }
    let window = try #require(
      BusiestWindow(of: .minutes(15), in: Sessionizer().traffic(from: log)))
    #expect(window.sessions == 2)
    #expect(window.from == .seconds(40 * 60))
  }
}
