public import NumberPools

/// The calls of a log whose true session is among those of some traffic.
public struct LinkedCalls: Sendable {
  /// The calls, in the order of the log.
  public internal(set) var calls: [Call] = []
  /// For each of them its row in the log.
  public internal(set) var rows: [Int] = []
  /// The other calls, by why they can't be judged.
  public internal(set) var excluded: [Exclusion: Int] = [:]

  /// Creates an empty set of calls.
  public init() {}

  /// Why a call can't be judged.
  public enum Exclusion: String, CaseIterable, Sendable {
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
}
