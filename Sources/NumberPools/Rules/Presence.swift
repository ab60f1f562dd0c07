/// What a log's silence between two page views says about the visitor.
public enum Presence: String, CaseIterable, Sendable {
  /// Within a session the page stays open and its script reports in, so the visitor keeps the
  /// number over every gap.
  case tabOpen = "tab-open"
  /// Only page views count: a gap as long as the reuse timeout loses the number mid-visit.
  case views
}
