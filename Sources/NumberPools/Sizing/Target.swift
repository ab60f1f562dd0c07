/// What a pool has to achieve: one or more conditions, all of which must hold.
///
/// ```
/// target := condition {"," condition}
/// condition := metric (">=" | "<=") number "%"
/// metric := coverage | correct | wrong | unknown | bad | credit@LAG
/// ```
public struct Target: Hashable, Sendable {
  /// The conditions, in the order given.
  public var conditions: [Condition]

  /// Creates a target of conditions; at least one.
  public init(_ conditions: [Condition]) {
    precondition(!conditions.isEmpty, "A target needs a condition")
    self.conditions = conditions
  }
}

extension Target {
  /// One bound on one metric.
  public struct Condition: Hashable, Sendable {
    /// What is measured.
    public var metric: Metric
    /// On which side of the bound it has to be.
    public var comparison: Comparison
    /// The bound in hundred-thousandths of a percent, so that `99%` is exact.
    public var units: Int64

    /// How many units make 100 %.
    public static let whole: Int64 = 10_000_000

    /// Creates a condition.
    ///
    /// - Parameters:
    ///   - metric: What is measured.
    ///   - comparison: At least, or at most.
    ///   - units: The bound as a share, in units of ``whole``.
    public init(_ metric: Metric, _ comparison: Comparison, units: Int64) {
      self.metric = metric
      self.comparison = comparison
      self.units = units
    }

    /// Whether so many of a total satisfy the condition.
    ///
    /// Exactly 99 % is 99 %: the products of whole counts below 2^29 and a bound below 2^24 are
    /// exact.
    ///
    /// - Parameters:
    ///   - count: How many.
    ///   - total: Of how many.
    /// - Complexity: O(1).
    public func holds(count: Double, of total: Int) -> Bool {
      let left = count * Double(Self.whole)
      let right = Double(total) * Double(units)
      return comparison == .atLeast ? left >= right : left <= right
    }

    /// Whether an expected count of a total satisfies the condition.
    ///
    /// It is a sum of rounded chances: one that misses the bound by less than a billionth of the
    /// total counts as the bound.
    ///
    /// - Parameters:
    ///   - expected: How many are to be expected.
    ///   - total: Of how many.
    /// - Complexity: O(1).
    public func holds(expected: Double, of total: Int) -> Bool {
      let slack = 1e-9 * Double(total)
      return holds(count: comparison == .atLeast ? expected + slack : expected - slack, of: total)
    }
  }

  /// A share of the sessions, or of the calls.
  public enum Metric: Hashable, Sendable {
    /// Sessions that saw a pool number, of all.
    case coverage
    /// Calls credited to the session that called.
    case correct
    /// Calls credited to another session.
    case wrong
    /// Calls credited to none.
    case unknown
    /// Calls wrong or unknown.
    case bad
    /// Sessions that a call at this time after their last page view would be credited to.
    case credit(Interval)

    /// Whether it is a share of the calls.
    public var isOfCalls: Bool {
      switch self {
      case .coverage, .credit: false
      case .correct, .wrong, .unknown, .bad: true
      }
    }
  }

  /// The two sides of a bound.
  public enum Comparison: String, Hashable, Sendable {
    /// The bound or more.
    case atLeast = ">="
    /// The bound or less.
    case atMost = "<="
  }
}
