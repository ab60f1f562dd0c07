/// Whom the matcher credits a call to, knowing only the number dialled and the time.
public enum MatchRule: Hashable, Sendable {
  /// Whoever held the number last, however long ago.
  case lastHolder
  /// Whoever holds the number at the time of the call, and otherwise nobody.
  case currentHolderOnly
  /// Whoever held the number last, if the last sign of life was no longer ago than this.
  case lastHolderWithin(Interval)
}
