public import NumberPools

/// A question to a sizing study with every option drawn, of small random traffic with heartbeats
/// and calls; and the reference's answer to it.
public struct RandomQuestion {
  /// The traffic in the reference's words.
  public var random: RandomTraffic
  /// The traffic and its calls in the product's words.
  public var dataset: Dataset
  /// What is asked.
  public var question: SizeStudy.Question
  /// The reference's session of each of the product's.
  public var names: [Int]
  /// The one lag whose credit is asked for.
  public var lag: Interval

  /// Draws a question; `nil` where there is no page view.
  public init?(_ generator: inout SplitMix64) {
    random = RandomTraffic(&generator).merged
    if !random.namesSessions { random.deriveSessions() }
    guard !random.views.isEmpty else { return nil }
    let traffic = random.traffic
    names = random.names(of: traffic)
    func one<Value>(_ values: [Value]) -> Value { values[generator.next(below: values.count)] }
    let lag = one([.zero, .milliseconds(3), .milliseconds(9), Interval.milliseconds(60)])
    self.lag = lag
    var calls: [Call] = []
    for _ in 0..<one([0, 1, 4, 12]) {
      let session = generator.next(below: traffic.sessions.count)
      let wait = Interval.milliseconds(Int64(generator.next(below: one([4, 15, 80]))))
      calls.append(
        Call(at: traffic.sessions[session].start + wait, session: SessionID(Int32(session))))
    }
    let allocations = one([
      [Allocation.longestIdle], [.lowestFirst], [.random], [.longestIdle, .random],
    ])
    let matches = [
      MatchRule.lastHolder, .currentHolderOnly,
      .lastHolderWithin(.milliseconds(Int64(generator.next(below: 12)))),
    ]
    let target = Self.target(lag: lag, hasCalls: !calls.isEmpty, &generator)
    question = SizeStudy.Question(
      target: target,
      rules: PoolRules(
        allocation: allocations[0], hold: random.rule, request: one(RequestRule.allCases),
        match: allocations.contains(.random) ? .lastHolder : one(matches)),
      otherAllocations: Array(allocations.dropFirst()), lags: [lag],
      comparedTimeouts: [.zero, .milliseconds(4), .milliseconds(50)],
      economics: Economics(
        monthlyPrice: one([nil, 0, 3, 50]), valuePerCall: one([nil, 0, 2, 40]),
        blockSize: one([1, 1, 2, 7]), covered: .days(one([1, 7]))),
      judgedSizes: [generator.next(below: 12)])
    dataset = Dataset(traffic: traffic, calls: calls)
  }

  /// Draws a target of one or two conditions, each mostly bounded on its usual side.
  private static func target(
    lag: Interval, hasCalls: Bool, _ generator: inout SplitMix64
  ) -> Target {
    let metrics =
      [Target.Metric.coverage, .credit(lag)]
      + (hasCalls ? [.correct, .wrong, .unknown, .bad] : [])
    let percents: [Int64] = [0, 5, 20, 50, 75, 90, 95, 99, 100]
    var conditions: [Target.Condition] = []
    for _ in 0...generator.next(below: 2) {
      let metric = metrics[generator.next(below: metrics.count)]
      let isUsual = generator.next(below: 8) > 0
      let isBoundedBelow = [.coverage, .correct, .credit(lag)].contains(metric) == isUsual
      let percent = percents[generator.next(below: percents.count)]
      conditions.append(
        Target.Condition(
          metric, isBoundedBelow ? .atLeast : .atMost,
          units: percent * Target.Condition.whole / 100))
    }
    return Target(conditions)
  }

  /// The calls whose credit a metric is of, in the reference's words.
  private func calls(_ metric: Target.Metric) -> [(session: Int, time: Int64)] {
    if case .credit(let lag) = metric {
      return zip(names, dataset.traffic.sessions).map { ($0, ($1.end + lag).milliseconds) }
    }
    return dataset.calls.map { (names[Int($0.session.index)], $0.time.milliseconds) }
  }

  /// The reference's fates of calls at a size: how many, or how many to expect.
  public func fates(
    _ metric: Target.Metric, _ allocation: Allocation, numbers: Int, in pool: ReferencePool
  ) -> [ReferencePool.Fate: Double] {
    let outcome = pool.play(
      numbers: numbers, request: question.rules.request, chooseLowest: allocation == .lowestFirst)
    var fates: [ReferencePool.Fate: Double] = [:]
    for call in calls(metric) {
      if allocation == .random {
        let chances = pool.chances(
          of: call.session, at: call.time, numbers: numbers, after: outcome)
        for (fate, chance) in chances { fates[fate, default: 0] += chance }
      } else {
        let fate = pool.fate(
          of: call.session, at: call.time, after: outcome, match: question.rules.match)
        fates[fate, default: 0] += 1
      }
    }
    return fates
  }

  /// The reference's count of a metric at a size, and of how many.
  public func share(
    _ metric: Target.Metric, _ allocation: Allocation, numbers: Int, in pool: ReferencePool
  ) -> (count: Double, total: Int) {
    if metric == .coverage {
      let outcome = pool.play(
        numbers: numbers, request: question.rules.request, chooseLowest: false)
      return (Double(outcome.covered.count), names.count)
    }
    let fates = fates(metric, allocation, numbers: numbers, in: pool)
    let total = calls(metric).count
    let correct = fates[.correct, default: 0]
    let unknown =
      fates[.lost(.fallbackShown), default: 0] + fates[.lost(.outsideMatchWindow), default: 0]
    switch metric {
    case .unknown: return (unknown, total)
    case .wrong: return (Double(total) - correct - unknown, total)
    case .bad: return (Double(total) - correct, total)
    default: return (correct, total)
    }
  }

  /// Whether a size meets the target under an order; a tie of expectations counts.
  public func meets(
    _ condition: Target.Condition, _ allocation: Allocation, numbers: Int, in pool: ReferencePool
  ) -> Bool {
    let share = share(condition.metric, allocation, numbers: numbers, in: pool)
    let bound = Double(condition.units) / Double(Target.Condition.whole) * Double(share.total)
    return condition.comparison == .atLeast
      ? share.count >= bound - 1e-9 : share.count <= bound + 1e-9
  }

  /// The largest size that changes anything certain: with so many numbers as holds nobody's is lent
  /// again.
  public func largestSize(in pool: ReferencePool) -> Int { pool.holds.count + 1 }
}
