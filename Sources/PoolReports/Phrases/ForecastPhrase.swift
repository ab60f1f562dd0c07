import NumberPools

/// What is said of the coming days.
enum ForecastPhrase: Sendable {
  /// The answer for them, and how far the log's own would do.
  case answer(Answer)
  /// No pool meets the target in as many futures.
  case noAnswer(days: Int, confidence: Double)
  /// Why it is more than the log needed: reasons, most important first.
  case margin(Int, because: [ForecastFindings.Reason])
  /// What the later half of the log alone would have said.
  case laterHalf(days: Int, numbers: Int)
  /// What no log tells.
  case unknown
  /// The rules were not played: they need as many times the numbers of others as in the log.
  case scaled
  /// Nothing is foretold.
  case absent(ForecastFindings.Absence, days: Int)

  /// The answer for the coming days.
  struct Answer: Sendable {
    /// How many days are to come.
    var days: Int
    var numbers: Int
    /// Rent a month in hundredths; `nil` without a price.
    var cost: Int?
    var confidence: Double
    var futures: Int
    /// Days of the log.
    var daysKnown: Int
    /// What was enough for the log itself, and in how many of the futures it would be.
    var logsAnswer: Int
    var futuresMetByLogsAnswer: Int
  }
}
