/// Whom the matcher credits a call to, knowing only the number dialled and the time.
public enum MatchRule: Hashable, Sendable {
  /// Whoever held the number last, however long ago.
  case lastHolder
  /// Whoever holds the number at the time of the call, and otherwise nobody.
  case currentHolderOnly
  /// Whoever held the number last, if the last sign of life was no longer ago than this.
  case lastHolderWithin(Interval)
}

extension MatchRule {
  /// Whether a call is credited only for some time after a sign of life.
  public var hasWindow: Bool {
    if case .lastHolderWithin = self { return true }
    return false
  }
}
