import NumberPools

/// A number that changes with any part of an answer: FNV-1a over its counts.
struct Checksum {
  private(set) var value: UInt64 = 14_695_981_039_346_656_037

  mutating func add(_ part: some BinaryInteger) {
    value = (value ^ UInt64(truncatingIfNeeded: part)) &* 1_099_511_628_211
  }

  mutating func add(_ curve: PoolCurve) {
    for size in 0...curve.largestSize {
      add(curve.sessionsCovered(at: size))
      add(curve.pageViewsRefused(at: size))
      if let calls = curve.calls { add(Int(calls.correct[size] ?? 0)) }
      for credit in curve.creditByLag { add(Int(credit.curve.correct[size] ?? 0)) }
    }
  }

  mutating func add(_ log: PageViewLog) {
    for time in log.times { add(time.milliseconds) }
    for visitor in log.visitors { add(visitor.index) }
    for session in log.sessions { add(session.index) }
    for heartbeat in log.heartbeats { add(heartbeat.time.milliseconds) }
  }
}
