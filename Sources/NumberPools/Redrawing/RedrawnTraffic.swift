/// Traffic drawn anew from the rates and shapes of a log: with more or fewer sessions, or with all
/// those of which the log has a sample.
///
/// Taking sessions twice would let visitors come in pairs, and taking a sample times ten in tens: a
/// pool for such traffic is far too large. Here rates are multiplied instead, and sessions begin at
/// moments of their own (Poisson), each in the shape of one of the log.
public struct RedrawnTraffic: Sendable {
  private let groups: [Group]

  /// Sessions whose rate changes by the same factor.
  private struct Group: Sendable {
    let factor: Double
    let rates: ArrivalRates
    let shapes: SessionShapes
    let sessions: Int
  }

  /// Looks at a log whose sessions all become more, or fewer.
  ///
  /// - Parameters:
  ///   - traffic: The log.
  ///   - factor: By which rates are multiplied, above 0: 2 for twice the budget, 10 for a sample of
  ///     a tenth.
  ///   - dayOffset: How far ahead of UTC the clock is by which days begin.
  /// - Complexity: O(page views).
  public init(of traffic: Traffic, by factor: Double, dayOffset: Interval = .zero) {
    self.init(of: traffic, by: [factor], dayOffset: dayOffset) { _ in 0 }
  }

  /// Looks at a log of which some sessions become more, or fewer, than others.
  ///
  /// - Parameters:
  ///   - traffic: The log.
  ///   - factors: By which the rates of each group are multiplied, at least 0.
  ///   - dayOffset: How far ahead of UTC the clock is by which days begin.
  ///   - group: Which of the factors is a session's.
  /// - Complexity: O(page views x factors).
  public init(
    of traffic: Traffic, by factors: [Double], dayOffset: Interval = .zero,
    group: (SessionID) -> Int
  ) {
    guard let first = traffic.first, let last = traffic.sessions.last?.start else {
      groups = []
      return
    }
    let groupOfSession = traffic.sessions.indices.map { group(SessionID(Int32($0))) }
    groups = factors.enumerated().map { index, factor in
      precondition(factor >= 0, "There can't be fewer sessions than none")
      let own = TrafficSelection(of: traffic) { id, _ in
        groupOfSession[Int(id.index)] == index
      }.traffic
      return Group(
        factor: factor,
        rates: ArrivalRates(
          of: own.sessions.map { $0.start }, in: first...max(first, last), offset: dayOffset),
        shapes: SessionShapes(of: own), sessions: own.sessions.count)
    }
  }

  /// Draws the traffic of the same days.
  ///
  /// - Parameters:
  ///   - seed: What everything is drawn by.
  ///   - copy: Which of several drawings.
  /// - Complexity: O(page views).
  public func drawn(seed: UInt64, copy: Int = 0) -> Traffic {
    var assembly = TrafficAssembly()
    for (index, group) in groups.enumerated() where group.sessions > 0 {
      let key = UInt64(copy) << 16 | UInt64(index)
      var arrivals = ForecastStream(seed: seed, .arrivals, key)
      var shapes = ForecastStream(seed: seed, .shapes, key)
      let rates = group.rates.drawn(&arrivals)
      for (slot, rate) in zip(group.rates.slots, rates) {
        for _ in 0..<arrivals.nextPoisson(mean: rate * group.factor) {
          let start = slot.time.lowerBound + Int64(arrivals.next(below: slot.time.count))
          group.shapes.add(
            shapes.next(below: group.sessions), at: Timestamp(milliseconds: start),
            to: &assembly)
        }
      }
    }
    return assembly.assembled().0
  }
}
