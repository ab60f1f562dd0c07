// Nanoseconds a session for one-pass coverage in memory, with a checksum of the answer.
//
// Usage: swift run -c release NumberPoolBenchmarks [--smoke]

import Foundation
import NumberPools

/// Sessions of one page view each, a minute's worth of them at a time, over the whole span.
func pageViews(sessions: Int) -> PageViewLog {
  var generator = SplitMix64(seed: 42)
  var log = PageViewLog()
  log.reserveCapacity(sessions)
  var time = 0.0
  for session in 0..<sessions {
    time += -log1p(-generator.nextUnit()) * 600
    log.append(visitor: VisitorID(Int32(session)), at: Timestamp(milliseconds: Int64(time)))
  }
  return log
}

/// The median of several measurements of a piece of work, in nanoseconds.
func medianNanoseconds(runs: Int, _ work: () -> Void) -> Double {
  let clock = ContinuousClock()
  let times = (0..<runs).map { _ in
    let parts = clock.measure(work).components
    return Double(parts.seconds) * 1e9 + Double(parts.attoseconds) / 1e9
  }
  return times.sorted()[runs / 2]
}

let isSmoke = CommandLine.arguments.contains("--smoke")
for sessions in isSmoke ? [10_000] : [10_000, 100_000, 1_000_000, 10_000_000] {
  let log = pageViews(sessions: sessions)
  let traffic = Sessionizer().traffic(from: log)
  let holds = Holds(of: traffic, rule: HoldRule())
  var curve = PoolCurve(of: holds)
  let sessionsTime = medianNanoseconds(runs: 5) { _ = Sessionizer().traffic(from: log) }
  let holdsTime = medianNanoseconds(runs: 5) { _ = Holds(of: traffic, rule: HoldRule()) }
  let curveTime = medianNanoseconds(runs: 5) { curve = PoolCurve(of: holds) }
  var checksum: UInt64 = 14_695_981_039_346_656_037
  for count in curve.sessionsCovered {
    checksum = (checksum ^ UInt64(count)) &* 1_099_511_628_211
  }
  if sessions == 10_000, checksum != 8_545_408_521_805_250_328 {
    print("The answer for 10,000 sessions changed: checksum \(checksum)")
    exit(1)
  }
  func perSession(_ time: Double) -> String { String(format: "%6.1f", time / Double(sessions)) }
  print(
    "\(sessions) sessions: sessionize \(perSession(sessionsTime)), holds \(perSession(holdsTime)),"
      + " curve \(perSession(curveTime)) ns a session; peak \(curve.peak), checksum \(checksum)")
}
