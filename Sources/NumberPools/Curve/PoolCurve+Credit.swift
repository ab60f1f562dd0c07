extension PoolCurve {
  /// Plays holds once and counts for every size, calls included.
  ///
  /// Where the longest idle number is lent, or the lowest and nobody asks again, one pass is exact
  /// for every size. For a random number the counts are exact expectations, a pass a size: of every
  /// size up to the peak, and of those that the question needs. All else is replayed at every size,
  /// on as many threads as there are cores.
  ///
  /// - Parameters:
  ///   - holds: What to play.
  ///   - traffic: What the holds were derived from.
  ///   - request: Which page views ask.
  ///   - credit: Which calls are to be credited, and how.
  /// - Complexity: O(n log n) in one pass; else O(sizes x n).
  public init(
    of holds: Holds, in traffic: Traffic, request: RequestRule, credit: CreditQuestion
  ) async {
    guard credit.hasCalls else {
      self.init(of: holds, request: request)
      return
    }
    let chains = PageViewChains(of: holds)
    switch (credit.allocation, credit.match, request) {
    case (.longestIdle, .lastHolder, _):
      self.init(longestIdle: chains, in: traffic, request: request, credit: credit)
    case (.lowestFirst, .lastHolder, .firstPageView):
      let pass = LevelPass(holds, request: request)
      self.init(of: holds, request: request, pass: pass)
      let reassigned = LowestFirstThresholds(chains, levels: pass.levels)
      adopt(
        credit.columns(of: holds, in: traffic).map { reassigned.counts($0).curve }, for: credit)
    case (.random, .lastHolder, _):
      var random = RandomCurve(chains, in: traffic, request: request, credit: credit)
      await random.workOutPeak()
      if let target = credit.target { await random.workOut(target) }
      await random.workOut(credit.sizes)
      self = random.curve
    default:
      await self.init(replaying: holds, in: traffic, request: request, credit: credit)
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
    adopt(thresholds.counts(levels: pass.levels).map(\.curve), for: credit)
  }

  /// A replay of every size at which anything may change.
  private init(
    replaying holds: Holds, in traffic: Traffic, request: RequestRule, credit: CreditQuestion
  ) async {
    let columns = credit.columns(of: holds, in: traffic)
    let history = MatchHistory(of: holds, in: traffic)
    // Only a number that waits can still be its last holder's beyond the peak. While it is, the
    // size says nothing of whom a call is credited to, so all changes end with the last threshold:
    // of every call, those that are never right among them.
    var thresholds = CallThresholds(
      DialledCalls(
        credit.allocation == .longestIdle ? columns.flatMap(\.calls) : [], in: holds),
      of: history.chains, in: traffic, request: request, lags: [])
    let pass = LevelPass(holds, request: request, observer: &thresholds)
    self.init(of: holds, request: request, pass: pass)
    let sizes = await Array(0...max(peak, thresholds.largestLateThreshold)).concurrentMap { size in
      let outcome = Replay(numbers: size, request: request)
        .run(holds, allocation: credit.allocation)
      return columns.map { dialled in
        let matched = CallMatcher(rule: credit.match)
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
    creditByLag = zip(credit.lags, curves.dropFirst()).map(LagCredit.init)
  }
}

extension CreditQuestion {
  /// Whether there is a call to be credited, or a hypothetical one.
  var hasCalls: Bool { !calls.isEmpty || !lags.isEmpty }

  /// The calls, then those of each lag, for what can't be had in one pass.
  func columns(of holds: Holds, in traffic: Traffic) -> [DialledCalls] {
    ([calls] + lags.map { Self.hypotheticalCalls(of: $0, in: traffic) })
      .map { DialledCalls($0, in: holds) }
  }
}
