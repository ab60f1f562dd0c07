public import NumberPools

/// What a call tells under other ways of choosing the number on the page.
public struct CompareReport: Sendable {
  /// What was read.
  public var section: TrafficSection
  /// The schemes on the same sessions and calls.
  public var comparison: SchemeComparison
  /// The calls that were read; `nil` where none were, and a law was laid over the sessions.
  public var callsRead: CallsSection?
  /// What was spent; `nil` where nobody says.
  public var money: SchemeMoney?
  /// Calls that came to numbers that aren't on the pages: no scheme can tell of them.
  public var offSiteCalls = 0
  /// Calls that can't be judged, by the name of the reason.
  public var excluded: [(reason: String, calls: Int)] = []
  /// Whether the default number is one of its own, rather than the printed one.
  public var hasOwnDefault = false
  /// Whether what was paid for is known apart from what pages show.
  public var knowsTruth = false
  /// Sessions of which no table says what was paid for.
  public var sessionsWithoutTruth = 0
  /// The share of visitors drawn who never see a number; `nil` where none are drawn.
  public var notSwappedShare: Double?
  /// The program's version.
  public var version: String
  /// What was asked, by the names of options.
  public var options: [(name: String, value: String)] = []

  /// Creates the report of a comparison.
  ///
  /// - Parameters:
  ///   - comparison: The schemes on the same sessions and calls.
  ///   - dataset: What they were compared on.
  ///   - version: The program's version.
  ///   - showsPersonalData: Whether lines that can't be read may be shown.
  /// - Complexity: O(sessions).
  public init(
    _ comparison: SchemeComparison, of dataset: Dataset, version: String,
    showsPersonalData: Bool = false
  ) {
    section = TrafficSection(of: dataset, showsPersonalData: showsPersonalData)
    self.comparison = comparison
    self.version = version
    callsRead = dataset.callOrigin.map {
      CallsSection(of: $0, showsPersonalData: showsPersonalData)
    }
  }

  /// The schemes that are shown first.
  static let schemes = SchemeMoney.schemes
  /// The levels that are shown first.
  static let levels: [LabelLevel] = [.channel, .campaign, .session]

  /// The calls of which it is known who made them, or that no visit did.
  var calls: Int { comparison.input.calls.count }
}
