/// The allocation orders that come with the package, by the names that options and reports use.
public enum Allocation: String, CaseIterable, Sendable {
  /// The number that has been free for longest.
  case longestIdle = "longest-idle"
  /// Any free number.
  case random
  /// The free number with the lowest index.
  case lowestFirst = "lowest-first"
}
