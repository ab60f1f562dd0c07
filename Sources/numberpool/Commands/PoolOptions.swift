import NumberPools

/// The rules of the pool: how long numbers are held, who asks, which is lent, whose calls they are.
struct PoolOptions {
  let hold: HoldRule
  let request: RequestRule
  /// Which free number is lent; two orders where nobody knows.
  let allocations: [Allocation]
  /// Whom a call is credited to.
  let match: MatchRule

  /// The flags that are read here.
  static let flags: [FlagGroup] = [.hold, .lending]

  init(_ values: FlagValues) {
    hold = HoldRule(values)
    request = values[.request]
    allocations = values[.allocation]
    match = values[.match]
  }
}
