import NumberPools

/// What the figures of the report on the pool to rent mean.
enum SizeNote: Sendable {
  /// The columns of sizes around the answer.
  case neighbours(hasCalls: Bool)
  /// What numbers beyond coverage are good for.
  case memory
  /// The two columns of timeouts.
  case presences
  /// What a shorter timeout would save; `nil` where it saves nothing.
  case shorterTimeout(asked: Interval, fewest: (timeout: Interval, numbers: Int)?)
  /// What one shared pool saves.
  case sharedPool(saves: Int)
  /// The middle delay of calls.
  case medianDelay(Interval)
  /// Where a rule is published.
  case source(RuleOfThumb.Publisher)
}
