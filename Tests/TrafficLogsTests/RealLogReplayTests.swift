import LogFiles
import NumberPoolTestSupport
import NumberPools
import Testing
import TrafficLogs

@Suite(
  "One pass against replay on real logs",
  .enabled(if: SharedData.isPresent, "the folder with real logs is absent"))
struct RealLogReplayTests {
  @Test("At sampled sizes, for each allocation order", arguments: RequestRule.allCases)
  func replayEqualsOnePass(request: RequestRule) throws {
    let paths = try SharedData.paths("knowbigdata-2015", "access")
    let log = try WebLogReader(requests: .all, bots: .keep, keepsTouches: false)
      .read(paths.map { .file($0) })
    let traffic = Sessionizer().traffic(from: log.pageViews)
    for timeout in [Interval.zero, .seconds(150), .minutes(30)] {
      let rule = HoldRule(reuseTimeout: timeout, presence: timeout == .zero ? .views : .tabOpen)
      let holds = Holds(of: traffic, rule: rule)
      let curve = PoolCurve(of: holds, request: request)
      for numbers in [1, curve.peak / 3, curve.peak - 1, curve.peak] {
        for allocation in Allocation.allCases {
          let outcome = HoldReplay(numbers: numbers, request: request)
            .run(holds, allocation: allocation, seed: 1)
          #expect(outcome.sessionsCovered == curve.sessionsCovered(at: numbers))
          #expect(outcome.pageViewsRefused == curve.pageViewsRefused(at: numbers))
        }
      }
    }
  }
}
