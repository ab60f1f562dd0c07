/// How many calls are credited rightly, and why the others aren't; expectations where a random
/// number is lent.
public struct CauseCounts: Hashable, Sendable {
  /// How many calls there are.
  public private(set) var calls = 0
  /// Calls credited to the session that made them.
  public private(set) var correct = 0.0
  /// The others, by cause.
  private var others: [Cause: Double] = [:]

  /// Counts no call.
  init() {}

  /// Counts what a matcher made of calls.
  ///
  /// - Complexity: O(calls).
  public init(_ outcomes: [CallOutcome]) {
    for outcome in outcomes {
      calls += 1
      if let cause = outcome.cause { add(1, to: cause) } else { correct += 1 }
    }
  }

  /// Calls that aren't right for a cause.
  ///
  /// - Complexity: O(1).
  public subscript(cause: Cause) -> Double { others[cause, default: 0] }

  /// Calls of an attribution.
  ///
  /// - Complexity: O(causes).
  public subscript(attribution: Attribution) -> Double {
    attribution == .correct
      ? correct
      : Cause.allCases.filter { $0.attribution == attribution }.reduce(0) { $0 + self[$1] }
  }

  /// Counts a call with its chances.
  ///
  /// - Parameters:
  ///   - right: The chance that it is right.
  ///   - causes: The chance of each cause.
  mutating func add(right: Double, causes: [(Cause, Double)]) {
    calls += 1
    correct += right
    for (cause, chance) in causes { add(chance, to: cause) }
  }

  private mutating func add(_ count: Double, to cause: Cause) { others[cause, default: 0] += count }
}

extension Cause {
  /// What a call with this cause is.
  public var attribution: Attribution {
    switch self {
    case .fallbackShown, .outsideMatchWindow: .unknown
    case .ownLaterSession, .changedMidVisit, .reassignedBeforeCall: .wrong
    }
  }
}
