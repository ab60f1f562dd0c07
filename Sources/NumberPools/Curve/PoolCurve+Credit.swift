extension PoolCurve {
  /// Plays holds once and counts for every size, calls included.
  ///
  /// Where the longest idle number is lent, or the lowest and nobody asks again, one pass is exact
  /// for every size. For a random number the counts are exact expectations, a pass a size. All
  /// else is replayed at every size, on as many threads as there are cores.
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
    guard !credit.calls.isEmpty || !credit.lags.isEmpty else {
      self.init(of: holds, request: request)
      return
    }
    let chains = PageViewChains(of: holds)
    var thresholds = CallThresholds(
      DialledCalls(credit.calls, in: holds), of: chains, request: request, lags: credit.lags)
    let pass =
      thresholds.needsReleases
      ? LevelPass(holds, request: request, observer: &thresholds)
      : LevelPass(holds, request: request)
    self.init(of: holds, request: request, pass: pass)
    var curves = thresholds.counts(levels: pass.levels).map(\.curve)

    switch (credit.allocation, credit.match, request) {
    case (.longestIdle, .lastHolder, _):
      break
    case (.lowestFirst, .lastHolder, .firstPageView):
      let reassigned = LowestFirstThresholds(chains, levels: pass.levels)
      curves = credit.columns(of: holds, in: traffic).map { reassigned.counts($0).curve }
    case (.random, .lastHolder, _):
      let columns = credit.columns(of: holds, in: traffic)
      let chances = await Array(0...Self.largestExpectedSize(peak: peak)).concurrentMap { size in
        RandomChances(chains, levels: pass.levels, numbers: size).expected(columns)
      }
      curves = curves.enumerated().map { index, curve in
        curve.replacingCorrect(with: SizeCounts(expected: chances.map { $0[index] }))
      }
    default:
      // Only a number that waits can still be its last holder's beyond the peak.
      let largest =
        credit.allocation == .longestIdle
        ? max(peak, curves.map(\.largestSize).max() ?? 0) : peak
      let columns = credit.columns(of: holds, in: traffic)
      let history = MatchHistory(of: holds, in: traffic)
      let sizes = await Array(0...largest).concurrentMap { size in
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
      curves = columns.indices.map { column in
        AttributionCurve(
          calls: columns[column].calls.count, correct: SizeCounts(sizes.map { $0[column].correct }),
          credited: SizeCounts(sizes.map { $0[column].credited }))
      }
    }
    if !credit.calls.isEmpty { calls = curves[0] }
    creditByLag = zip(credit.lags, curves.dropFirst()).map(LagCredit.init)
  }

  /// Up to which size chances are worked out. They rise forever, so that the last row is a lower
  /// bound for larger sizes.
  private static func largestExpectedSize(peak: Int) -> Int { 3 * peak + 100 }
}

extension AttributionCurve {
  fileprivate func replacingCorrect(with correct: SizeCounts) -> Self {
    Self(calls: calls, correct: correct, credited: credited)
  }
}

extension CreditQuestion {
  /// The calls, then those of each lag, for what can't be had in one pass.
  fileprivate func columns(of holds: Holds, in traffic: Traffic) -> [DialledCalls] {
    ([calls] + lags.map { Self.hypotheticalCalls(of: $0, in: traffic) })
      .map { DialledCalls($0, in: holds) }
  }
}
