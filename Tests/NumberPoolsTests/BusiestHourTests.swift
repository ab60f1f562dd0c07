import NumberPoolTestSupport
import Testing

@testable import NumberPools

@Suite("The busiest hour")
struct BusiestHourTests {
  /// Hour by hour, each hold in every hour that it reaches.
  private func load(_ holds: Holds) -> Double {
    let length: Int64 = 3_600_000
    var occupied: [Int64: Int64] = [:]
    for hold in 0..<holds.count {
      var from = holds.starts[hold].milliseconds
      let until = holds.releases[hold].milliseconds
      while from < until {
        let hour = from >= 0 ? from / length : (from - length + 1) / length
        let end = min(until, (hour + 1) * length)
        occupied[hour, default: 0] += end - from
        from = end
      }
    }
    return Double(occupied.values.max() ?? 0) / Double(length)
  }

  @Test("As hour by hour, from milliseconds to days", arguments: UInt64(0)..<300)
  func definition(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let span = [10_000, 3_600_000, 20_000_000, 900_000_000][generator.next(below: 4)]
    // Whole quarters of an hour begin and end with the hours.
    let step = [1, 900_000][generator.next(below: 2)]
    var log = PageViewLog()
    for _ in 0..<generator.next(below: 60) {
      let start = Int64((generator.next(below: span) - span / 2) / step * step)
      let visitor = Int32(generator.next(below: 20))
      log.append(visitor: VisitorID(visitor), at: Timestamp(milliseconds: start))
    }
    let traffic = Sessionizer(timeout: .milliseconds(Int64(generator.next(below: span) + 1)))
      .traffic(from: log)
    let timeout = Int64(generator.next(below: span) / step * step)
    let holds = Holds(of: traffic, rule: HoldRule(reuseTimeout: .milliseconds(timeout)))
    #expect(holds.busiestHourLoad == load(holds))
  }

  @Test("A hold of eight thousand years takes no longer than one of an hour")
  func longHold() {
    var log = PageViewLog()
    for minute in [0, 4_000_000_000] as [Int64] {
      log.append(session: SessionID(0), visitor: VisitorID(0), at: .seconds(minute * 60))
    }
    let traffic = Sessionizer(timeout: .minutes(4_000_000_000)).traffic(from: log)
    #expect(Holds(of: traffic, rule: HoldRule()).busiestHourLoad == 1)
  }
}
