public import NumberPools

/// What reports say of the calls that were read: how many rows there are, and why some aren't
/// judged.
public struct CallsSection: Sendable {
  /// What was found in the file.
  public var summary: LogSummary
  /// Calls that can't be judged, by reason.
  public var excluded: [(reason: CallExclusion, calls: Int)]
  /// Whether rows that can't be read may be shown.
  public var showsPersonalData: Bool
  /// What calls tell whose session isn't known; `nil` where every call names somebody.
  public var volume: CallVolume?

  /// Creates the section.
  ///
  /// - Parameters:
  ///   - summary: What was found in the file.
  ///   - excluded: Calls that can't be judged, by reason.
  ///   - showsPersonalData: Whether rows that can't be read may be shown.
  public init(
    summary: LogSummary, excluded: [(reason: CallExclusion, calls: Int)],
    showsPersonalData: Bool = false
  ) {
    self.summary = summary
    self.excluded = excluded
    self.showsPersonalData = showsPersonalData
  }
}
