/// The smallest pool that meets a target, and so does every larger one.
public struct MinimumPool: Hashable, Sendable {
  /// How many numbers it has.
  public var numbers: Int

  /// Creates the answer.
  public init(numbers: Int) {
    self.numbers = numbers
  }

  /// Why no size is the answer.
  public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// No session is eligible, so no share is defined.
    case noSessions
    /// The largest size misses this condition.
    case unreachable(Target.Condition)
    /// The curve doesn't measure this metric.
    case notMeasured(Target.Metric)

    /// One sentence.
    public var description: String {
      switch self {
      case .noSessions: "there is no session to cover"
      case .unreachable(let condition): "even the largest pool misses '\(condition)'"
      case .notMeasured(let metric): "the input doesn't tell '\(metric)'"
      }
    }
  }

  /// Finds the minimum pool on a curve.
  ///
  /// Walks down from the largest size at which anything changes to the first that fails, so the
  /// answer is right whether or not the metrics are monotone.
  ///
  /// - Parameters:
  ///   - target: What the pool must achieve.
  ///   - curve: What every size does.
  /// - Throws: A ``Failure`` when no size is the answer.
  /// - Complexity: O(sizes x conditions).
  public init(for target: Target, on curve: PoolCurve) throws(Failure) {
    guard curve.sessions > 0 else { throw .noSessions }
    var smallest = 0
    for condition in target.conditions {
      var size = curve.largestSize
      while size >= 0 {
        guard let share = curve.share(condition.metric, at: size) else {
          throw .notMeasured(condition.metric)
        }
        guard condition.holds(count: share.count, of: share.total) else { break }
        size -= 1
      }
      guard size < curve.largestSize else { throw .unreachable(condition) }
      smallest = max(smallest, size + 1)
    }
    numbers = smallest
  }
}

extension Target {
  /// Whether a pool of one size meets every condition; a larger one may still miss one.
  ///
  /// - Parameters:
  ///   - curve: What every size does.
  ///   - size: The size of the pool, from 0.
  /// - Returns: `nil` when the curve has no session, or doesn't measure a metric.
  /// - Complexity: O(conditions).
  public func isMet(on curve: PoolCurve, at size: Int) -> Bool? {
    guard curve.sessions > 0 else { return nil }
    var isMet = true
    for condition in conditions {
      guard let share = curve.share(condition.metric, at: size) else { return nil }
      isMet = isMet && condition.holds(count: share.count, of: share.total)
    }
    return isMet
  }
}

extension PoolCurve {
  /// What a metric measures at a size: so many of a total.
  ///
  /// - Parameters:
  ///   - metric: What is measured.
  ///   - size: The size of the pool, from 0.
  /// - Returns: `nil` when the curve doesn't measure it.
  /// - Complexity: O(lags).
  public func share(_ metric: Target.Metric, at size: Int) -> (count: Double, total: Int)? {
    switch metric {
    case .coverage:
      return (Double(sessionsCovered(at: size)), sessions)
    case .correct:
      return calls.map { ($0.correct[size], $0.calls) }
    case .wrong:
      return calls.map { ($0.wrong(at: size), $0.calls) }
    case .unknown:
      return calls.map { ($0.unknown(at: size), $0.calls) }
    case .bad:
      return calls.map { (Double($0.calls) - $0.correct[size], $0.calls) }
    case .credit(let lag):
      return credit(at: lag).map { ($0.correct[size], $0.calls) }
    }
  }

  /// What becomes of the hypothetical calls of a lag; `nil` when it wasn't asked for.
  ///
  /// - Parameter lag: How long after the last page view.
  /// - Complexity: O(lags).
  public func credit(at lag: Interval) -> AttributionCurve? {
    creditByLag.first { $0.lag == lag }?.curve
  }
}
