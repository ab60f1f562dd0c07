/// Why a call can't be judged.
public enum CallExclusion: String, CaseIterable, Hashable, Sendable {
  /// It names neither a session nor a visitor.
  case noTruth = "no_truth"
  /// It names one that the traffic doesn't have.
  case unknownTruth = "unknown_truth"
  /// Several visitors have a session of the name that it gives, and it doesn't say which.
  case sharedName = "shared_name"
  /// It comes before the first page view of its session, or of its visitor.
  case beforeFirstPageView = "before_first_page_view"
  /// Its session isn't eligible for a number.
  case ineligible
}
