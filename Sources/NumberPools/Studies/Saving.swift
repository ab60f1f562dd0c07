/// One way to need fewer numbers, what it comes to, and what it costs.
public struct Saving: Hashable, Sendable {
  /// What is changed.
  public var way: Way
  /// The smallest pool that meets the target then; `nil` where none does.
  public var numbers: Int?
  /// The sessions that would get a number if one were free.
  public var eligible = 0
  /// Those that see one.
  public var covered: Int?
  /// Those that would be credited rightly with a call an hour after their last page view; `nil`
  /// where that wasn't worked out.
  public var credited: Double?

  /// What may be changed.
  public enum Way: String, CaseIterable, Hashable, Sendable {
    /// Nothing: the answer as asked.
    case asAsked = "as_asked"
    /// Only sessions that were paid for get a number.
    case onlyPaid = "only_paid"
    /// A number goes to somebody else five minutes after its visitor's last sign of life.
    case shortTimeout = "timeout_5m"
    /// Both.
    case onlyPaidShortTimeout = "only_paid_timeout_5m"
    /// The 15 minutes in which most sessions begin haven't been.
    case withoutBurst = "without_busiest_15_min"
  }

  /// The reuse timeout that is tried.
  public static let shortTimeout = Interval.minutes(5)
  /// The lag whose credit shows what is lost.
  public static let lag = Interval.hours(1)

  /// Creates a way that nothing is known of yet.
  init(way: Way) { self.way = way }

  /// What is changed in the rules or in the traffic.
  func variation(_ rules: PoolRules, _ window: BusiestWindow?) -> Variation? {
    switch way {
    case .asAsked: .asAsked
    case .onlyPaid: .only(.paid, reuseTimeout: rules.hold.reuseTimeout)
    case .shortTimeout: .reuseTimeout(Self.shortTimeout, rules.hold.presence)
    case .onlyPaidShortTimeout: .only(.paid, reuseTimeout: Self.shortTimeout)
    case .withoutBurst: window.map { .without($0) }
    }
  }
}

extension SizeStudy.Question {
  /// The ways that may save anything here.
  ///
  /// - Complexity: O(sessions).
  func ways(_ traffic: Traffic) -> [Saving.Way] {
    guard !comparedTimeouts.isEmpty else { return [.asAsked, .withoutBurst] }
    let paid = traffic.touches.count { $0.isPaid }
    let mayPay = paid > 0 && paid < traffic.sessions.count
    let isLong = rules.hold.reuseTimeout > Saving.shortTimeout
    return Saving.Way.allCases.filter { way in
      switch way {
      case .asAsked, .withoutBurst: true
      case .onlyPaid: mayPay
      case .shortTimeout: isLong
      case .onlyPaidShortTimeout: mayPay && isLong
      }
    }
  }
}
