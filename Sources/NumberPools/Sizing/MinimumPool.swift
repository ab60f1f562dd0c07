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
  /// Walks down from the peak to the first size that fails, so the answer is right whether or not
  /// the metrics are monotone.
  ///
  /// - Throws: A ``Failure`` when no size is the answer.
  /// - Complexity: O(sizes x conditions).
  public init(for target: Target, on curve: PoolCurve) throws(Failure) {
    guard curve.sessions > 0 else { throw .noSessions }
    var smallest = 0
    for condition in target.conditions {
      guard condition.metric == .coverage else { throw .notMeasured(condition.metric) }
      var size = curve.peak
      while size >= 0,
        condition.holds(count: curve.sessionsCovered(at: size), of: curve.sessions)
      {
        size -= 1
      }
      guard size < curve.peak else { throw .unreachable(condition) }
      smallest = max(smallest, size + 1)
    }
    numbers = smallest
  }
}
