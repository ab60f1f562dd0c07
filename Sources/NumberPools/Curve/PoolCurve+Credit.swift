extension PoolCurve {
  /// Plays traffic once and counts for every size, calls included.
  ///
  /// - Parameters:
  ///   - traffic: What to play.
  ///   - rules: How the pool works.
  ///   - credit: Which calls are to be credited.
  ///   - map: The threads to use where a size is worked out after the other.
  /// - Complexity: That of ``init(of:in:rules:credit:on:)``.
  public init(
    of traffic: Traffic, rules: PoolRules, credit: CreditQuestion = CreditQuestion(),
    on map: some ParallelMap = SerialMap()
  ) {
    self.init(
      of: Holds(of: traffic, rule: rules.hold), in: traffic, rules: rules, credit: credit, on: map)
  }

  /// Plays holds once and counts for every size, calls included, in the way that ``Exactness``
  /// names.
  ///
  /// Where one pass isn't exact, all sizes are worked out at which anything may change; of
  /// chances, which more numbers raise forever, every size up to the peak, and those that the
  /// question names.
  ///
  /// - Parameters:
  ///   - holds: What to play; by the rules' own.
  ///   - traffic: What the holds were derived from.
  ///   - rules: How the pool works; but for ``Exactness/Method/singleDraw`` where there are calls.
  ///   - credit: Which calls are to be credited.
  ///   - map: The threads to use where a size is worked out after the other.
  /// - Complexity: O(n log n) in one pass; else O(sizes x n).
  public init(
    of holds: Holds, in traffic: Traffic, rules: PoolRules, credit: CreditQuestion,
    on map: some ParallelMap = SerialMap()
  ) {
    precondition(holds.rule == rules.hold, "The holds follow another rule")
    guard credit.hasCalls else {
      self.init(of: holds, request: rules.request)
      return
    }
    switch Exactness(of: rules).method {
    case .onePass:
      self.init(inOnePass: PageViewChains(of: holds), in: traffic, rules: rules, credit: credit)
    case .expectation:
      var random = RandomCurve(
        PageViewChains(of: holds), in: traffic, request: rules.request, credit: credit)
      random.workOutPeak(on: map)
      random.workOut(credit.sizes, on: map)
      self = random.curve
    case .everySize:
      self.init(replaying: holds, in: traffic, rules: rules, credit: credit, on: map)
    case .singleDraw:
      preconditionFailure("The chances of a random number are known for the last holder only")
    }
  }

  private init(
    inOnePass chains: PageViewChains, in traffic: Traffic, rules: PoolRules,
    credit: CreditQuestion
  ) {
    if rules.allocation == .longestIdle {
      self.init(longestIdle: chains, in: traffic, request: rules.request, credit: credit)
    } else {
      let pass = LevelPass(chains.holds, request: rules.request)
      self.init(of: chains.holds, request: rules.request, pass: pass)
      let reassigned = LowestFirstThresholds(chains, levels: pass.levels)
      let columns = credit.columns(of: chains.holds, in: traffic)
      adopt(columns.map { reassigned.counts($0).curve }, for: credit)
    }
  }

  /// One pass where the longest idle number is lent.
  private init(
    longestIdle chains: PageViewChains, in traffic: Traffic, request: RequestRule,
    credit: CreditQuestion
  ) {
    let holds = chains.holds
    let dialled = DialledCalls(credit.calls, in: holds)
    var thresholds = CallThresholds(
      dialled, of: chains, in: traffic, request: request, lags: credit.lags)
    let pass =
      thresholds.needsReleases
      ? LevelPass(holds, request: request, observer: &thresholds)
      : LevelPass(holds, request: request)
    self.init(of: holds, request: request, pass: pass)
    adopt(thresholds.counts(levels: pass.levels).map { $0.curve }, for: credit)
  }

  /// A replay of every size at which anything may change.
  private init(
    replaying holds: Holds, in traffic: Traffic, rules: PoolRules, credit: CreditQuestion,
    on map: some ParallelMap
  ) {
    let columns = credit.columns(of: holds, in: traffic)
    let history = MatchHistory(of: holds, in: traffic)
    // Only a number that waits can still be its last holder's beyond the peak. While it is, the
    // size says nothing of whom a call is credited to, so all changes end with the last threshold:
    // of every call, those that are never right among them.
    var thresholds = CallThresholds(
      DialledCalls(
        rules.allocation == .longestIdle ? columns.flatMap { $0.calls } : [], in: holds),
      of: history.chains, in: traffic, request: rules.request, lags: [])
    let pass = LevelPass(holds, request: rules.request, observer: &thresholds)
    self.init(of: holds, request: rules.request, pass: pass)
    let sizes = map.map(Array(0...max(peak, thresholds.largestLateThreshold))) { size in
      let outcome = HoldReplay(numbers: size, request: rules.request)
        .run(holds, allocation: rules.allocation)
      return columns.map { dialled in
        let matched = CallMatcher(rule: rules.match)
          .match(dialled, after: outcome, with: history, in: traffic)
        return (
          correct: Int32(matched.count { $0.attribution == .correct }),
          credited: Int32(matched.count { $0.attribution != .unknown })
        )
      }
    }
    adopt(
      columns.indices.map { column in
        AttributionCurve(
          calls: columns[column].calls.count, correct: SizeCounts(sizes.map { $0[column].correct }),
          credited: SizeCounts(sizes.map { $0[column].credited }))
      }, for: credit)
  }

  /// Takes over what becomes of the calls, then of those of each lag.
  mutating func adopt(_ curves: [AttributionCurve], for credit: CreditQuestion) {
    if !credit.calls.isEmpty { calls = curves[0] }
    creditByLag = zip(credit.lags, curves.dropFirst()).map { LagCredit(lag: $0, curve: $1) }
  }
}
