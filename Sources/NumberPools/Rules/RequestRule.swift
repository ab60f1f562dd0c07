/// Which page views ask the pool for a number.
public enum RequestRule: String, CaseIterable, Sendable {
  /// Every page view of a visitor who has none: one who was refused asks again.
  case everyPageView = "every-page-view"
  /// Only the first page view of a hold.
  case firstPageView = "first-page-view"
}
