extension SizeStudy {
  /// What is asked of the traffic.
  public struct Question: Hashable, Sendable {
    /// What the pool has to achieve.
    public var target: Target
    /// How the pool works.
    public var rules: PoolRules
    /// Which free number may be lent instead, where nobody knows: the target has to be met under
    /// each order.
    public var otherAllocations: [Allocation]
    /// The lags whose credit is shown.
    public var lags: [Interval]
    /// The reuse timeouts to compare with the one asked for.
    public var comparedTimeouts: [Interval]
    /// What numbers cost and calls are worth, and which numbers can only be rented together.
    public var economics: Economics
    /// Sizes that are to be judged besides the answer and those around it, such as an offer.
    public var judgedSizes: [Int]
    /// Stretches of time whose need is found out one by one.
    public var stretches: TimeStretches

    /// Creates a question.
    ///
    /// - Parameters:
    ///   - target: What the pool has to achieve.
    ///   - rules: How the pool works.
    ///   - otherAllocations: Which free number may be lent instead, where nobody knows.
    ///   - lags: The lags whose credit is shown.
    ///   - comparedTimeouts: The reuse timeouts to compare with the one asked for.
    ///   - economics: What numbers cost and calls are worth.
    ///   - judgedSizes: Sizes that are to be judged besides the answer and those around it.
    public init(
      target: Target, rules: PoolRules = PoolRules(), otherAllocations: [Allocation] = [],
      lags: [Interval] = CreditQuestion.reportedLags,
      comparedTimeouts: [Interval] = SizeStudy.usualTimeouts,
      economics: Economics = Economics(), judgedSizes: [Int] = [],
      stretches: TimeStretches = TimeStretches()
    ) {
      self.target = target
      self.rules = rules
      self.otherAllocations = otherAllocations
      self.lags = lags
      self.comparedTimeouts = comparedTimeouts
      self.economics = economics
      self.judgedSizes = judgedSizes
      self.stretches = stretches
    }
  }
}

extension SizeStudy.Question {
  /// Which free number may be lent: the rules' order first.
  public var allocations: [Allocation] { [rules.allocation] + otherAllocations }

  /// The answer that holds on all of some curves, rounded up to whole blocks.
  func minimum(on curves: [PoolCurve]) -> Result<MinimumPool, MinimumPool.Failure> {
    Result { () throws(MinimumPool.Failure) in
      var exact = 0
      for curve in curves {
        exact = max(exact, try MinimumPool(for: target, on: curve).numbers)
      }
      return MinimumPool(numbers: economics.rented(for: exact))
    }
  }

  /// The sizes worth comparing with a pool: those some numbers, or blocks, around it.
  ///
  /// - Parameter numbers: The size of the pool.
  /// - Complexity: O(1).
  public func sizes(around numbers: Int) -> [Int] {
    (-10...10).map { numbers + $0 * economics.blockSize }.filter { $0 >= 0 }
  }

  /// The lags that the target speaks of.
  private var targetLags: [Interval] {
    target.conditions.compactMap {
      if case .credit(let lag) = $0.metric { return lag }
      return nil
    }
  }

  /// How much a study finds out.
  enum Depth {
    /// All that is reported.
    case everything
    /// What the target needs.
    case answer
    /// The same, and what becomes of late calls then.
    case saving
  }

  /// Which calls have to be credited.
  private func credit(of calls: [Call], _ depth: Depth) -> CreditQuestion {
    switch depth {
    case .everything:
      CreditQuestion(calls: calls, lags: Set(targetLags + lags).sorted())
    case .answer, .saving:
      CreditQuestion(
        calls: target.conditions.contains { $0.metric.isOfCalls } ? calls : [],
        lags: Set(targetLags + (depth == .saving ? [Saving.lag] : [])).sorted())
    }
  }

  /// A curve for each allocation order, worked out as far as the answer needs.
  ///
  /// - Parameters:
  ///   - rules: The question's own, or a variation of them.
  ///   - dataset: What to play.
  ///   - holds: Its holds under the rules.
  ///   - depth: How much to find out.
  ///   - map: The threads to use.
  func curves(
    under rules: PoolRules, of dataset: Dataset, _ holds: Holds, _ depth: Depth,
    on map: some ParallelMap
  ) -> [PoolCurve] {
    let credit = credit(of: dataset.calls, depth)
    var curves: [PoolCurve] = []
    var random: (place: Int, curve: RandomCurve)?
    for allocation in allocations {
      var rules = rules
      rules.allocation = allocation
      if Exactness(of: rules).method == .expectation, credit.hasCalls {
        var curve = RandomCurve(
          PageViewChains(of: holds), in: dataset.traffic, request: rules.request, credit: credit)
        curve.workOut(target, on: map)
        random = (curves.count, curve)
        curves.append(curve.curve)
      } else {
        curves.append(
          PoolCurve(of: holds, in: dataset.traffic, rules: rules, credit: credit, on: map))
      }
    }
    guard depth == .everything, let place = random?.place, var curve = random?.curve else {
      return curves
    }
    curve.workOutPeak(on: map)
    let answer = try? minimum(on: curves).get().numbers
    let near = [answer, economics.rented(for: curve.curve.peak)].compactMap { $0 }
    curve.workOut(
      near.flatMap { sizes(around: $0) } + judgedSizes
        + [2, 3, 5, 10].map { $0 * max(1, answer ?? curve.curve.peak) }, on: map)
    curve.workOut(economics, on: map)
    curves[place] = curve.curve
    return curves
  }
}
