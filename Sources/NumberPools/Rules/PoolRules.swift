/// How a pool works: how long a visitor keeps a number, who asks for one, which one is lent, and
/// whom a call is credited to.
///
/// What ``Exactness`` says of the rules, every study and report repeats.
public struct PoolRules: Hashable, Sendable {
  /// Which free number is lent.
  public var allocation: Allocation
  /// How long a visitor keeps a number.
  public var hold: HoldRule
  /// Which page views ask for a number.
  public var request: RequestRule
  /// Whom a call is credited to.
  public var match: MatchRule

  /// Creates rules; those not given are the usual ones.
  ///
  /// - Parameters:
  ///   - allocation: Which free number is lent.
  ///   - hold: How long a visitor keeps a number.
  ///   - request: Which page views ask for a number.
  ///   - match: Whom a call is credited to.
  public init(
    allocation: Allocation = .longestIdle, hold: HoldRule = HoldRule(),
    request: RequestRule = .everyPageView, match: MatchRule = .lastHolder
  ) {
    self.allocation = allocation
    self.hold = hold
    self.request = request
    self.match = match
  }
}
