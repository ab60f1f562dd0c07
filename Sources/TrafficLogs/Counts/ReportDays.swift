public import NumberPools

/// The days that a report covers, as an option names them.
public struct ReportDays: Hashable, Sendable {
  /// The midnights of the first and the last, as if in UTC.
  public let days: ClosedRange<Timestamp>

  /// Reads `2026-03-01..2026-03-31`, or a single day.
  ///
  /// - Returns: `nil` where it is anything else.
  public init?(_ text: String) {
    var parts = [text]
    if let dots = text.firstPlace(of: "..") {
      parts = [String(text[..<dots.lowerBound]), String(text[dots.upperBound...])]
    }
    let days = parts.map(ReportDate.days)
    guard parts.count <= 2, days.allSatisfy({ $0.count == 1 }), let first = days.first?.first,
      let last = days.last?.first, first <= last
    else { return nil }
    self.days = first...last
  }
}
