/// Whose sessions get a number from the pool.
public enum Eligibility: String, CaseIterable, Sendable {
  /// Everyone's.
  case all
  /// Those that arrived with any tag or click id.
  case tagged
  /// Those that were paid for: a paid click id, medium or channel.
  case paid

  /// Whether a session that arrived so gets a number.
  ///
  /// - Complexity: O(1).
  public func admits(_ touch: Touch) -> Bool {
    switch self {
    case .all: true
    case .tagged: touch.isTagged
    case .paid: touch.isPaid
    }
  }
}
