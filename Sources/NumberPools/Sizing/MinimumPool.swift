/// The smallest pool that meets a target, and so does every larger one.
public struct MinimumPool: Hashable, Sendable {
  /// How many numbers it has.
  public var numbers: Int

  /// Creates the answer.
  public init(numbers: Int) {
    self.numbers = numbers
  }

  /// Why no size is the answer.
  public enum Failure: Error, Hashable, Sendable {
    /// No session is eligible, so no share is defined.
    case noSessions
    /// The largest size misses this condition, or where chance decides every size.
    case unreachable(Target.Condition)
    /// The chances that tell where this condition is met weren't worked out.
    case notWorkedOut(Target.Condition)
    /// The curve doesn't measure this metric.
    case notMeasured(Target.Metric)
  }

  /// Finds the minimum pool on a curve.
  ///
  /// Walks down from the largest size at which anything changes to the first that fails, so the
  /// answer is right whether or not the metrics are monotone. Where chance decides there is no such
  /// size, and the walk begins at the largest that was worked out: beyond it, and in gaps, chances
  /// only rise.
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
      guard let holdsFinally = curve.holdsFinally(condition) else {
        throw .notMeasured(condition.metric)
      }
      guard holdsFinally else { throw .unreachable(condition) }
      let sizes =
        condition.metric.isOfChance ? curve.sizes : Array(0...curve.largestCertainSize)
      var answer: Int?
      for size in sizes.reversed() {
        guard curve.isMet(condition, at: size) == true else {
          // What is met at the end of a gap only may be met from anywhere in it on.
          guard answer == size + 1 else { throw .notWorkedOut(condition) }
          break
        }
        answer = size
      }
      smallest = max(smallest, answer ?? 0)
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
  /// - Returns: `nil` when the curve has no session, doesn't measure a metric, or wasn't worked out
  ///   at the size.
  /// - Complexity: O(conditions).
  public func isMet(on curve: PoolCurve, at size: Int) -> Bool? {
    guard curve.sessions > 0 else { return nil }
    var isMet = true
    for condition in conditions {
      guard let isConditionMet = curve.isMet(condition, at: size) else { return nil }
      isMet = isMet && isConditionMet
    }
    return isMet
  }
}

extension PoolCurve {
  /// Whether a pool of one size meets a condition; `nil` where that isn't known.
  func isMet(_ condition: Target.Condition, at size: Int) -> Bool? {
    share(condition.metric, at: size).map { share in
      isExpected && condition.metric.isOfChance
        ? condition.holds(expected: share.count, of: share.total)
        : condition.holds(count: share.count, of: share.total)
    }
  }

  /// Whether a condition is met by every size from some one on; `nil` where it isn't measured.
  func holdsFinally(_ condition: Target.Condition) -> Bool? {
    guard isExpected, condition.metric.isOfChance else {
      return isMet(condition, at: largestCertainSize)
    }
    guard let last = share(condition.metric, at: largestSize),
      let limit = limit(of: condition.metric)
    else { return nil }
    let holds = condition.holds(count: limit, of: last.total)
    // A bound that is the limit itself is come near to, and reached only where nothing changes.
    let isLimit =
      limit * Double(Target.Condition.whole) == Double(last.total) * Double(condition.units)
    guard holds, isLimit, last.count != limit else { return holds }
    return (condition.comparison == .atLeast) == (last.count > limit)
  }

  /// What the count of a metric comes near to as the pool grows without end.
  private func limit(of metric: Target.Metric) -> Double? {
    switch metric {
    case .coverage, .unknown: nil
    case .correct: calls?.correct.limit
    case .wrong:
      calls.flatMap { calls in calls.correct.limit.map { calls.creditedByAnyLargePool - $0 } }
    case .bad: calls.flatMap { calls in calls.correct.limit.map { Double(calls.calls) - $0 } }
    case .credit(let lag): credit(at: lag)?.correct.limit
    }
  }

  /// The largest size at which a count may change that isn't an expectation.
  var largestCertainSize: Int { isExpected ? peak : largestSize }
}

extension PoolCurve {
  /// What a metric measures at a size: so many of a total.
  ///
  /// - Parameters:
  ///   - metric: What is measured.
  ///   - size: The size of the pool, from 0.
  /// - Returns: `nil` when the curve doesn't measure it, or it is an expectation at a size that
  ///   wasn't worked out.
  /// - Complexity: O(lags).
  public func share(_ metric: Target.Metric, at size: Int) -> (count: Double, total: Int)? {
    switch metric {
    case .coverage:
      return (Double(sessionsCovered(at: size)), sessions)
    case .correct:
      return calls.flatMap { calls in calls.correct[size].map { ($0, calls.calls) } }
    case .wrong:
      return calls.flatMap { calls in calls.wrong(at: size).map { ($0, calls.calls) } }
    case .unknown:
      return calls.map { ($0.unknown(at: size), $0.calls) }
    case .bad:
      return calls.flatMap { calls in
        calls.correct[size].map { (Double(calls.calls) - $0, calls.calls) }
      }
    case .credit(let lag):
      return credit(at: lag).flatMap { credit in credit.correct[size].map { ($0, credit.calls) } }
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
