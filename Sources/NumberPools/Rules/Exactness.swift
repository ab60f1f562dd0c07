/// How what becomes of calls is found for every size of a pool, and whether more numbers can hurt.
///
/// The one place that says so: ``PoolCurve`` goes the way that it names, and reports repeat it. The
/// manual has the proofs in *One pass for every size* and *Monotone or not*.
public struct Exactness: Hashable, Sendable {
  /// The way to the calls of every size. Coverage always takes one pass.
  public let method: Method
  /// Whether a larger pool may cover fewer sessions.
  public let coverage: Monotony
  /// Whether a larger pool may credit fewer calls rightly. Nothing is said of wrong calls: these
  /// rise and fall under all rules, as fewer visitors are refused.
  public let credit: Monotony

  /// Judges rules.
  public init(of rules: PoolRules) {
    // How long a hold lasts doesn't depend on the numbers, whatever the rules are so far.
    coverage = .never(.holdsKnowNoNumbers)
    method =
      switch (rules.allocation, rules.match, rules.request) {
      case (.longestIdle, .lastHolder, _), (.lowestFirst, .lastHolder, .firstPageView): .onePass
      case (.random, .lastHolder, _): .expectation
      case (.random, _, _): .singleDraw
      default: .everySize
      }
    // A match rule decides alike at every size which of the calls count whose session was the last
    // to hold the number; so what is proved of the last holder holds under all of them.
    credit =
      switch (rules.allocation, rules.match, rules.request) {
      case (.random, .lastHolder, _): .never(.chancesRise)
      case (.random, _, _): .unknown
      case (_, .currentHolderOnly, _): .never(.onlyHoldsCount)
      case (.longestIdle, _, _): .never(.idleNumbersWait)
      case (.lowestFirst, _, .firstPageView): .never(.lentAgainAtTheSameMoment)
      case (.lowestFirst, _, .everyPageView): .sometimes(.lowerNumberIsLentAgain)
      }
  }

  /// The ways to the calls of every size.
  public enum Method: String, CaseIterable, Sendable {
    /// The traffic is played once: exact.
    case onePass = "one-pass"
    /// Chances are worked out, a pass a size, as far as the question needs: exact expectations.
    case expectation
    /// Every size is replayed: exact.
    case everySize = "every-size"
    /// Nothing but a replay of one size with a seed: there is no ``PoolCurve`` of calls.
    case singleDraw = "single-draw"
  }

  /// Whether more numbers can make things worse, and why.
  public enum Monotony: Hashable, Sendable {
    /// They can't, for this reason.
    case never(Proof)
    /// They can: this is how.
    case sometimes(Counterexample)
    /// Nothing is claimed.
    case unknown
  }

  /// Why more numbers never make things worse.
  public enum Proof: String, CaseIterable, Sendable {
    /// Nothing in a hold depends on when, or whether, a number was obtained.
    case holdsKnowNoNumbers = "holds-know-no-numbers"
    /// A number that is free waits longer the more there are.
    case idleNumbersWait = "idle-numbers-wait"
    /// Once it is lent at all, a number is lent again at the same moment at every size.
    case lentAgainAtTheSameMoment = "lent-again-at-the-same-moment"
    /// Each chance that a number isn't lent again rises with how many are free.
    case chancesRise = "chances-rise"
    /// Only calls during the hold are credited, and a hold that has a number has it in every
    /// larger pool.
    case onlyHoldsCount = "only-holds-count"
  }

  /// How more numbers make things worse.
  public enum Counterexample: String, CaseIterable, Sendable {
    /// Who is refused less gets a lower number, which is lent again sooner.
    case lowerNumberIsLentAgain = "lower-number-is-lent-again"
  }
}
