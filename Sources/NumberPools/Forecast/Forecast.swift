/// How many numbers the coming days need, as far as a log tells.
public struct Forecast: Hashable, Sendable {
  /// What was asked.
  public let question: ForecastQuestion
  /// The smallest pool that meets the target in each future, ascending; those that none meets at
  /// the end.
  public let needs: [Int?]
  /// The answer: the smallest pool that meets the target in as many futures as asked for; `nil`
  /// where none does.
  public let numbers: Int?
  /// The same were the days of the log all that ever comes, in another order.
  public let ifDaysRepeat: Int?
  /// What each whole day of the log would have needed by itself.
  public let needsOfDays: [Int?]
  /// Whole days of the log with a session.
  public let wholeDays: Int
  /// Days of the log with traffic, those seen in part too.
  public let days: Int
  /// Whether each weekday came twice at least: with fewer days nobody can tell a weekday from
  /// chance.
  public let knowsWeekdays: Bool
  /// How much the sessions of days of one kind differ beyond what counting does: the spread of
  /// their logarithm.
  public let spreadOfDays: Double
  /// How much weeks differ: the spread of what changes slowly. A short log hardly tells it, so it
  /// is what is usual elsewhere as well.
  public let spreadOfWeeks: Double

  /// How much the numbers that days need differ beyond what their sessions explain: bursts.
  public let spreadOfPeaks: Double

  init(
    needs: [Int?], repeated: [Int?], ofDays: [Int?], spreadOfPeaks: Double, plan: ForecastPlan
  ) {
    question = plan.question
    self.spreadOfPeaks = spreadOfPeaks
    self.needs = Self.sorted(needs)
    numbers = Self.point(question.confidence, of: self.needs)
    ifDaysRepeat = Self.point(question.confidence, of: Self.sorted(repeated))
    needsOfDays = ofDays
    wholeDays = plan.log.days.count
    days = plan.log.calendar.count
    knowsWeekdays = days >= 14
    spreadOfDays = plan.log.law.spreadOfDays
    spreadOfWeeks = plan.log.law.spreadOfWeeks
  }

  /// The smallest pool that meets the target in a share of the futures.
  ///
  /// - Parameter share: Above 0, at most 1.
  /// - Complexity: O(1).
  public func numbers(in share: Double) -> Int? { Self.point(share, of: needs) }

  /// In which share of the futures a pool meets the target.
  ///
  /// - Parameter numbers: The size of the pool.
  /// - Complexity: O(futures).
  public func share(metBy numbers: Int) -> Double {
    Double(needs.count { $0.map { $0 <= numbers } ?? false }) / Double(needs.count)
  }

  private static func sorted(_ needs: [Int?]) -> [Int?] {
    needs.sorted { ($0 ?? .max) < ($1 ?? .max) }
  }

  private static func point(_ share: Double, of needs: [Int?]) -> Int? {
    let place = Int((share * Double(needs.count)).rounded(.up)) - 1
    return needs[min(max(place, 0), needs.count - 1)]
  }
}
