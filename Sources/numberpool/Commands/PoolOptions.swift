import NumberPools

/// The rules of the pool: how long numbers are held, who asks, which is lent, whose calls they are.
struct PoolOptions {
  let rules: PoolRules
  /// Which free number may be lent instead, where nobody knows.
  let otherAllocations: [Allocation]

  /// The flags that are read here.
  static let flags: [FlagGroup] = [.hold, .lending]

  init(_ values: FlagValues) {
    let allocations = values[.allocation]
    rules = PoolRules(
      allocation: allocations[0], hold: HoldRule(values), request: values[.request],
      match: values[.match])
    otherAllocations = Array(allocations.dropFirst())
  }

  /// The rules under each order that may be the pool's.
  var possibleRules: [PoolRules] {
    [rules]
      + otherAllocations.map { allocation in
        var other = rules
        other.allocation = allocation
        return other
      }
  }
}
