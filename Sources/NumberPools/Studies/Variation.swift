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
}

extension Variation {
  /// The rules, changed.
  ///
  /// - Complexity: O(1).
  public func rules(changedFrom rules: PoolRules) -> PoolRules {
    var rules = rules
    switch self {
    case .asAsked, .without: break
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
    guard let window = windowLeftOut else { return dataset }
    return dataset.selecting { !window.contains($1) }
  }

  /// The window whose sessions haven't been.
  var windowLeftOut: BusiestWindow? {
    if case .without(let window) = self { return window }
    return nil
  }
}
