import NumberPools

/// Page views and calls drawn from one seed, the same on every system.
struct RandomVisits {
  var log = PageViewLog()
  var calls: [Call] = []

  /// Sessions that begin 15 seconds apart on average, so that with half an hour of reuse timeout
  /// some 130 numbers are in use; 3 % of them call.
  ///
  /// - Parameters:
  ///   - pageViews: How many.
  ///   - perSession: How many a session has on average, two minutes apart.
  init(pageViews: Int, perSession: Int = 1) {
    var random = SplitMix64(seed: 42)
    var views: [(time: Int64, session: Int32)] = []
    views.reserveCapacity(pageViews)
    var last: [Int64] = []
    var time = 0.0
    while views.count < pageViews {
      time += random.nextExponential() * 15_000
      var viewTime = time
      repeat {
        views.append((Int64(viewTime), Int32(last.count)))
        viewTime += random.nextExponential() * 120_000
      } while random.next(below: perSession) > 0
      last.append(views[views.count - 1].time)
    }
    if perSession > 1 { views.sort { ($0.time, $0.session) < ($1.time, $1.session) } }
    log.reserveCapacity(views.count)
    for view in views {
      log.append(
        session: SessionID(view.session), visitor: VisitorID(view.session),
        at: Timestamp(milliseconds: view.time))
    }
    for session in stride(from: 0, to: last.count, by: 33) {
      // Most call within the hour, every tenth within days.
      let lag = random.nextExponential() * (random.next(below: 10) == 0 ? 86_400_000 : 1_200_000)
      calls.append(
        Call(
          at: Timestamp(milliseconds: last[session] + Int64(lag)),
          session: SessionID(Int32(session))))
    }
  }
}

extension SplitMix64 {
  /// A waiting time with mean 1, by comparisons alone: a logarithm's last digit differs between
  /// systems.
  ///
  /// Source: J. von Neumann, "Various techniques used in connection with random digits", 1951.
  mutating func nextExponential() -> Double {
    var whole = 0.0
    while true {
      let first = nextUnit()
      var previous = first
      var drawn = 1
      while true {
        let next = nextUnit()
        drawn += 1
        if next > previous { break }
        previous = next
      }
      if drawn.isMultiple(of: 2) { return whole + first }
      whole += 1
    }
  }
}
