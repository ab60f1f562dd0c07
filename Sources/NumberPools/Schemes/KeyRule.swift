/// What a static scheme sees of a visit, and for how long it remembers.
public struct KeyRule: Hashable, Sendable {
  /// For how long the key of a visit is remembered.
  public var memory: Memory
  /// Whether a click id without tags gives source and medium.
  public var seesClickIDs: Bool
  /// Whether a referrer without tags gives source and medium.
  public var seesReferrers: Bool
  /// Whether visits without any origin have a number of their own, which says that they are direct.
  public var hasDirectNumber: Bool

  /// Creates a rule; the one of a plain script where nothing is given.
  ///
  /// - Parameters:
  ///   - memory: For how long the key of a visit is remembered.
  ///   - seesClickIDs: Whether click ids make a key.
  ///   - seesReferrers: Whether referrers make a key.
  ///   - hasDirectNumber: Whether visits without any origin have a number of their own.
  public init(
    memory: Memory = .session, seesClickIDs: Bool = false, seesReferrers: Bool = false,
    hasDirectNumber: Bool = false
  ) {
    self.memory = memory
    self.seesClickIDs = seesClickIDs
    self.seesReferrers = seesReferrers
    self.hasDirectNumber = hasDirectNumber
  }

  /// All that a good script does; a cookie of the last origin lives 90 days.
  public static let goodScript = KeyRule(
    memory: .last(.days(90)), seesClickIDs: true, seesReferrers: true, hasDirectNumber: true)

  /// For how long a static scheme remembers a key.
  public enum Memory: Hashable, Sendable {
    /// Not at all: each page view's own address counts.
    case page
    /// As long as the session: its landing address counts.
    case session
    /// A cookie that later keys don't replace while it lives.
    case first(Interval)
    /// A cookie that every later key replaces.
    case last(Interval)
  }
}
