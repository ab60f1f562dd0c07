/// What is asked of the coming days.
public struct ForecastQuestion: Hashable, Sendable {
  /// What the pool has to achieve, pooled over the coming days.
  public var target: Target
  /// How the pool works.
  public var rules: PoolRules
  /// How many days are to come.
  public var days: Int
  /// In which share of the futures the target has to be met, above 0 and below 1.
  public var confidence: Double
  /// How far ahead of UTC the clock is by which days begin.
  public var dayOffset: Interval
  /// How many futures are drawn.
  public var futures: Int
  /// What everything random follows from.
  public var seed: UInt64

  /// Creates a question.
  ///
  /// - Parameters:
  ///   - target: What the pool has to achieve, pooled over the coming days.
  ///   - rules: How the pool works.
  ///   - days: How many days are to come, from 1.
  ///   - confidence: In which share of the futures the target has to be met.
  ///   - dayOffset: How far ahead of UTC the clock is by which days begin.
  ///   - futures: How many are drawn, from 1.
  ///   - seed: What everything random follows from.
  public init(
    target: Target, rules: PoolRules = PoolRules(), days: Int = 28, confidence: Double = 0.95,
    dayOffset: Interval = .zero, futures: Int = 1000, seed: UInt64 = 1
  ) {
    precondition(days > 0 && futures > 0, "Something has to come")
    precondition(0 < confidence && confidence < 1, "Nothing is certain of the future")
    self.target = target
    self.rules = rules
    self.days = days
    self.confidence = confidence
    self.dayOffset = dayOffset
    self.futures = futures
    self.seed = seed
  }
}

extension ForecastQuestion {
  /// Whether days can be played in one pass for every size under these rules.
  public var isPlayable: Bool {
    let metrics = target.conditions.map { $0.metric }
    if metrics.contains(where: { $0.isOfCalls }) { return false }
    return metrics.allSatisfy { $0 == .coverage } || Exactness(of: rules).method == .onePass
  }

  /// The lags that the target speaks of, ascending.
  var lags: [Interval] {
    Set(
      target.conditions.compactMap {
        if case .credit(let lag) = $0.metric { return lag }
        return nil
      }
    ).sorted()
  }
}
