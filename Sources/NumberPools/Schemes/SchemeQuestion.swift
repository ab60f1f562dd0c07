/// What schemes are asked for.
public struct SchemeQuestion: Sendable {
  /// How many numbers the pool and each static scheme have, besides the printed one.
  public var numbers: Int
  /// The smallest pool that meets the target; `nil` where none does.
  public var poolMinimum: Int?
  /// How the pool works.
  public var rules: PoolRules
  /// What the static schemes see and remember; the best one always does all that it can.
  public var keys: KeyRule
  /// Decides the choices of ``Allocation/random``.
  public var seed: UInt64

  /// Creates a question.
  ///
  /// - Parameters:
  ///   - numbers: How many numbers the pool and each static scheme have, from 0.
  ///   - poolMinimum: The smallest pool that meets the target.
  ///   - rules: How the pool works.
  ///   - keys: What the static schemes see and remember.
  ///   - seed: Decides the choices of ``Allocation/random``.
  public init(
    numbers: Int, poolMinimum: Int? = nil, rules: PoolRules = PoolRules(),
    keys: KeyRule = KeyRule(), seed: UInt64 = 0
  ) {
    precondition(numbers >= 0, "A scheme can't have \(numbers) numbers")
    self.numbers = numbers
    self.poolMinimum = poolMinimum
    self.rules = rules
    self.keys = keys
    self.seed = seed
  }

  /// The lags of hypothetical calls that tell from when on a static number does better.
  static let lags: [Interval] = [
    .zero, .minutes(5), .minutes(15), .hours(1), .hours(4), .days(1), .days(2), .days(4), .days(7),
    .days(14), .days(28),
  ]

  /// What a static scheme sees and remembers.
  func rule(of scheme: Scheme) -> KeyRule { scheme == .bestStatic ? .goodScript : keys }
}
