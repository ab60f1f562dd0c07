/// What becomes of a call under a scheme at a level.
public enum CallVerdict: UInt8, CaseIterable, Sendable {
  /// The true label is said.
  case right
  /// Another is.
  case wrong
  /// None is, though there is one.
  case nothing
  /// There is none, but one is said.
  case invented
  /// There is none, and none is said.
  case silence
}

/// How many calls come out how at a level.
public struct LevelTally: Hashable, Sendable {
  /// Calls of which the true label is said.
  public var right = 0
  /// Calls of which another is said.
  public var wrong = 0
  /// Calls that have a label, of which none is said.
  public var nothing = 0
  /// Calls without a label, of which one is said; not among the judged.
  public var invented = 0
  /// Why, for those that aren't right: counts by ``SchemeCause``.
  private var causes = [Int](repeating: 0, count: SchemeCause.allCases.count)

  /// Counts nothing.
  public init() {}

  /// The calls that have a label at the level.
  public var judged: Int { right + wrong + nothing }

  /// The calls that aren't right for a cause.
  ///
  /// - Complexity: O(1).
  public subscript(cause: SchemeCause) -> Int { causes[cause.rawValue] }

  /// The calls that aren't right for a cause of a group.
  ///
  /// - Complexity: O(causes).
  public subscript(group: SchemeCause.Group) -> Int {
    var sum = 0
    for cause in SchemeCause.allCases where cause.group == group { sum += causes[cause.rawValue] }
    return sum
  }

  /// Counts a call.
  mutating func add(_ verdict: CallVerdict, _ cause: SchemeCause?) {
    switch verdict {
    case .right: right += 1
    case .wrong: wrong += 1
    case .nothing: nothing += 1
    case .invented: invented += 1
    case .silence: break
    }
    if let cause { causes[cause.rawValue] += 1 }
  }
}
