import NumberPools

/// A language's words for everything that reports say, and its way to write figures.
///
/// A language is one type. It doesn't compile before it has words for every phrase.
protocol Wording: Sendable {
  /// What stands between thousands.
  var thousandsMark: String { get }
  /// What stands before decimals.
  var decimalMark: String { get }
  /// Which form of a noun stands beside a count.
  var pluralRule: PluralRule { get }
  /// The forms of a noun, in the order of the rule.
  func forms(of noun: Noun) -> [String]
  /// The days of the week from Monday, shortened.
  var weekdays: [String] { get }
  /// The word that begins a warning.
  var warning: String { get }
  /// A length of time.
  func length(_ interval: Interval) -> String
  /// A moment.
  func time(_ time: Timestamp) -> String

  func words(_ title: Title) -> String
  func words(_ heading: Heading) -> String
  func words(_ label: Label) -> String
  func words(_ cause: Cause) -> String
  func words(_ failure: MinimumPool.Failure) -> String
  func words(_ warning: LogWarning) -> String
  func words(_ assumption: Assumption) -> String
  func words(_ assumption: VisitorAssumption) -> String
  func words(_ assumption: RuleAssumption) -> String
  func words(_ phrase: ReadingPhrase) -> String
  func words(_ phrase: InspectPhrase) -> String
  func words(_ phrase: ReplayPhrase) -> String
  func words(_ phrase: ComparePhrase) -> String
  func words(_ name: SchemeName) -> String
  func words(_ cause: SchemeCause) -> String
  func words(_ group: SchemeCause.Group) -> String
  func words(_ finding: SizeFinding) -> String
  func words(_ note: SizeNote) -> String
  func words(_ phrase: ForecastPhrase) -> String
  func words(_ phrase: BackTestPhrase) -> String
}
