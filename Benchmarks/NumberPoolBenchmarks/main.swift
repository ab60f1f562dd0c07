import NumberPools

func measure(_ n: Int) {
  var g = SplitMix64(seed: 1)
  var log = PageViewLog()
  log.reserveCapacity(n)
  var t: Double = 0
  for i in 0..<n {
    t += -_log(1 - g.nextUnit()) * 600
    log.append(visitor: VisitorID(Int32(i)), at: Timestamp(milliseconds: Int64(t)))
  }
  let clock = ContinuousClock()
  for _ in 0..<4 {
  var tr = Traffic(); var h: Holds?; var c: PoolCurve?
  let a = clock.measure { tr = Sessionizer().traffic(from: log) }
  let b = clock.measure { h = Holds(of: tr, rule: HoldRule()) }
  let d = clock.measure { c = PoolCurve(of: h!) }
  func ns(_ x: Duration) -> Double { Double(x.components.attoseconds) / 1e9 / Double(n) + Double(x.components.seconds) * 1e9 / Double(n)}
  print(n, ns(a), ns(b), ns(d), c!.peak)
  }
}
import Foundation
func _log(_ x: Double) -> Double { log(x) }
measure(1_000_000)
if CommandLine.arguments.count > 1 { measure(10_000_000) }
