// Nanoseconds a session for each stage in memory, with a checksum of every answer.
//
// Usage: swift run -c release NumberPoolBenchmarks [--smoke]

import Foundation
import NumberPools

let isSmoke = CommandLine.arguments.contains("--smoke")
var isRight = true

/// Page views in sessions of a given mean length, their calls, all drawn from one seed.
func traffic(pageViews: Int, perSession: Int) -> (log: PageViewLog, calls: [Call]) {
  var generator = SplitMix64(seed: 42)
  var views: [(time: Double, session: Int)] = []
  var time = 0.0
  var session = 0
  while views.count < pageViews {
    time += -log1p(-generator.nextUnit()) * 600 * Double(perSession)
    var viewTime = time
    repeat {
      views.append((viewTime, session))
      viewTime += -log1p(-generator.nextUnit()) * 120_000
    } while generator.next(below: perSession) > 0
    session += 1
  }
  if perSession > 1 { views.sort { ($0.time, $0.session) < ($1.time, $1.session) } }
  var log = PageViewLog()
  log.reserveCapacity(views.count)
  for view in views {
    log.append(
      session: SessionID(Int32(view.session)), visitor: VisitorID(Int32(view.session)),
      at: Timestamp(milliseconds: Int64(view.time)))
  }
  let starts = Sessionizer().traffic(from: log).sessions
  let calls = stride(from: 0, to: starts.count, by: 33).map { session in
    let lag = -log1p(-generator.nextUnit()) * 1_200_000
    return Call(
      at: starts[session].lastPageView + .milliseconds(Int64(lag)),
      session: SessionID(Int32(session)))
  }
  return (log, calls)
}

/// The median of several measurements of a piece of work, in nanoseconds.
func medianNanoseconds(_ work: () async -> Void) async -> Double {
  let clock = ContinuousClock()
  var times: [Double] = []
  for _ in 0..<(isSmoke ? 1 : 5) {
    let parts = await clock.measure(work).components
    times.append(Double(parts.seconds) * 1e9 + Double(parts.attoseconds) / 1e9)
  }
  return times.sorted()[times.count / 2]
}

/// A number that changes with any count of a curve.
func checksum(_ curve: PoolCurve) -> UInt64 {
  var checksum: UInt64 = 14_695_981_039_346_656_037
  func add(_ count: Int) { checksum = (checksum ^ UInt64(count)) &* 1_099_511_628_211 }
  for size in 0...curve.largestSize {
    add(curve.sessionsCovered(at: size))
    add(curve.pageViewsRefused(at: size))
    if let calls = curve.calls { add(Int(calls.correct[size])) }
    for credit in curve.creditByLag { add(Int(credit.curve.correct[size])) }
  }
  return checksum
}

func report(_ name: String, _ time: Double, _ sessions: Int, checksum: UInt64? = nil) {
  let perSession = String(format: "%8.1f ns a session", time / Double(sessions))
  print(
    "  " + name.padding(toLength: 34, withPad: " ", startingAt: 0) + perSession
      + (checksum.map { "   checksum \(String($0, radix: 16))" } ?? ""))
}

/// The checksums of the smallest traffic, which every run compares.
let expected: [Int: [UInt64]] = [
  1: [
    15_024_386_215_580_566_549,
    1_820_153_898_355_045_861,
    8_437_791_528_775_972_382,
  ],
  3: [
    1_497_103_899_089_595_953,
    16_107_643_364_399_150_743,
    7_251_461_898_811_641_704,
  ],
]

for size in isSmoke ? [10_000] : [10_000, 100_000, 1_000_000, 10_000_000] {
  for perSession in [1, 3] where size < 10_000_000 || perSession == 1 {
    let (log, calls) = traffic(pageViews: size, perSession: perSession)
    let traffic = Sessionizer().traffic(from: log)
    let holds = Holds(of: traffic, rule: HoldRule())
    let sessions = traffic.sessions.count
    print("\(size) page views, \(perSession) a session on average:")
    report("sessionize", await medianNanoseconds { _ = Sessionizer().traffic(from: log) }, sessions)
    report("holds", await medianNanoseconds { _ = Holds(of: traffic, rule: HoldRule()) }, sessions)
    var found: [UInt64] = []
    let questions = [
      ("coverage of every size", CreditQuestion()),
      ("with calls of 3 % of sessions", CreditQuestion(calls: calls)),
      ("with credit by six lags", CreditQuestion(calls: calls, lags: CreditQuestion.reportedLags)),
    ]
    for (name, question) in questions {
      var curve = PoolCurve(of: holds)
      let time = await medianNanoseconds {
        curve = await PoolCurve(
          of: holds, in: traffic, request: .everyPageView, credit: question)
      }
      found.append(checksum(curve))
      report(name, time, sessions, checksum: checksum(curve))
    }
    if size == 10_000, found != expected[perSession] {
      print("  The answers changed: \(found)")
      isRight = false
    }
  }
}
exit(isRight ? 0 : 1)
