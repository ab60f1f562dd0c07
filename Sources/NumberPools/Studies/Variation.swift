/// A named change of a pool's rules or of the traffic: the name is how its outcome is found in a
/// ``StudyPlan``.
///
/// A further change is a case here, and what it does below.
public enum Variation: Hashable, Sendable {
  /// Nothing is changed.
  case asAsked
  /// Everybody reads the last page for so much longer.
  case longerReading(by: Interval)
  /// Another reuse timeout, and another reading of the silence between page views.
  case reuseTimeout(Interval, Presence)
  /// The sessions that begin in a window haven't been.
  case without(BusiestWindow)
  /// Only some sessions get a number, and for so long after their last sign of life.
  case only(Eligibility, reuseTimeout: Interval)
  /// Nothing has been but the sessions that begin in a stretch of time.
  case within(TimeStretch)
}

extension Variation {
  /// The rules, changed.
  ///
  /// - Complexity: O(1).
  public func rules(changedFrom rules: PoolRules) -> PoolRules {
    var rules = rules
    switch self {
    case .asAsked, .without, .within: break
    case .only(_, let timeout): rules.hold.reuseTimeout = timeout
    case .longerReading(let more): rules.hold.lastPageTime = rules.hold.lastPageTime + more
    case .reuseTimeout(let timeout, let presence):
      rules.hold.reuseTimeout = timeout
      rules.hold.presence = presence
    }
    return rules
  }

  /// The dataset, changed.
  ///
  /// - Complexity: O(page views) where sessions are left out, else O(1).
  public func dataset(changedFrom dataset: Dataset) -> Dataset {
    switch self {
    case .without(let window): return dataset.selecting { !window.contains($1) }
    case .within(let stretch): return dataset.selecting { stretch.contains($1) }
    case .only(let eligibility, _):
      let touches = dataset.traffic.touches
      return dataset.selecting { id, _ in eligibility.admits(touches[Int(id.index)]) }
    case .asAsked, .longerReading, .reuseTimeout: return dataset
    }
  }

  /// What sessions are played: variations that leave out the same are alike in this.
  var selection: Variation? {
    switch self {
    case .without, .within: self
    case .only(let eligibility, _): .only(eligibility, reuseTimeout: .zero)
    case .asAsked, .longerReading, .reuseTimeout: nil
    }
  }
}
