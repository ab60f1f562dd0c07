/// What is foretold of the coming days, and what one has to know to believe it.
public struct ForecastFindings: Hashable, Sendable {
  /// The forecast; under rules that it can't play, that of the longest idle number.
  public let forecast: Forecast
  /// The answer: enough in as many futures as asked for, in whole blocks; `nil` where no pool is.
  public let numbers: Int?
  /// What would have been enough for the log itself.
  public let answer: Int
  /// Whether the rules need as many more numbers than the longest idle one as they did in the log,
  /// rather than being played.
  public let isScaled: Bool
  private let factor: Double
  /// The answer of the later half of the log alone; `nil` where that is too short.
  public let numbersOfLaterHalf: Int?
  /// Whole days with a session in that half.
  public let daysOfLaterHalf: Int
  /// How the sessions of the last seven days compare with those of the seven before: 1.3 for three
  /// tenths more; `nil` where there are fewer than fourteen.
  public let change: Double?

  /// Which coming days are asked for.
  public struct Wish: Hashable, Sendable {
    /// How many days.
    public var days: Int
    /// In which share of the futures the target has to be met, above 0 and below 1.
    public var confidence: Double

    /// Creates a wish; four weeks with 95 % is usual.
    public init(days: Int = 28, confidence: Double = 0.95) {
      self.days = days
      self.confidence = confidence
    }
  }

  /// Why nothing is foretold.
  public enum Absence: Error, Hashable, Sendable {
    /// The log has so few days with traffic; at least ``ForecastPlan/leastDays`` are needed.
    case tooFewDays(Int)
    /// The target speaks of calls, and nobody knows who will call.
    case targetOfCalls
    /// No pool would have been enough for the log itself.
    case noAnswer
  }

  /// Foretells.
  ///
  /// - Parameters:
  ///   - wish: Which coming days.
  ///   - study: What the log itself comes to.
  ///   - dataset: The log.
  ///   - map: The threads to use; the answer is the same with any number.
  /// - Throws: Why nothing is foretold.
  /// - Complexity: O(page views) for each of some ten to thirty passes.
  public init(
    _ wish: Wish, _ study: SizeStudy, of dataset: Dataset,
    on map: some ParallelMap = SerialMap()
  ) throws(Absence) {
    let dayOffset = dataset.origin.summary.clock
    guard !study.question.target.conditions.contains(where: { $0.metric.isOfCalls }) else {
      throw .targetOfCalls
    }
    guard let answer = try? study.minimum.get().numbers else { throw .noAnswer }
    let rules = Self.playable(study.question)
    var question = ForecastQuestion(
      target: study.question.target, rules: rules.rules, days: wish.days,
      confidence: wish.confidence, dayOffset: dayOffset)
    question.futures = Self.futures(of: dataset.traffic, days: wish.days)
    guard let plan = ForecastPlan(question, of: dataset.traffic) else {
      throw .tooFewDays(LogDays(of: dataset.traffic, offset: dayOffset).count)
    }
    let forecast = plan.forecast(on: map)
    let factor =
      rules.areAsked
      ? 1 : Self.factor(of: answer, study.question, rules.rules, dataset.traffic)
    let economics = study.question.economics
    self.forecast = forecast
    self.factor = factor
    self.answer = answer
    isScaled = !rules.areAsked
    numbers = Self.rented(forecast.numbers, times: factor, economics)
    question.futures = min(question.futures, 400)
    let half = Self.laterHalf(of: dataset.traffic, dayOffset)
    let later = half.flatMap { ForecastPlan(question, of: $0) }?.forecast(on: map)
    numbersOfLaterHalf = Self.rented(later?.numbers, times: factor, economics)
    daysOfLaterHalf = later?.days ?? 0
    change = Self.change(of: plan.log)
  }

  /// The rules if a forecast can play them, else those of the longest idle number.
  private static func playable(
    _ question: SizeStudy.Question
  ) -> (rules: PoolRules, areAsked: Bool) {
    var asked = ForecastQuestion(target: question.target, rules: question.rules)
    if asked.isPlayable, question.otherAllocations.isEmpty { return (question.rules, true) }
    asked.rules.allocation = .longestIdle
    asked.rules.match = .lastHolder
    return (asked.rules, false)
  }

  /// How many times the numbers of other rules the log itself needs.
  private static func factor(
    of answer: Int, _ question: SizeStudy.Question, _ rules: PoolRules, _ traffic: Traffic
  ) -> Double {
    let lags = ForecastQuestion(target: question.target).lags
    let curve = PoolCurve(of: traffic, rules: rules, credit: CreditQuestion(lags: lags))
    guard let own = try? MinimumPool(for: question.target, on: curve).numbers, own > 0 else {
      return 1
    }
    return max(1, Double(answer) / Double(own))
  }

  /// A thousand, but fewer where adding up their days would take long.
  private static func futures(of traffic: Traffic, days: Int) -> Int {
    min(1000, max(200, 28_000 / max(1, days)))
  }

  /// The sessions of the later half of the time that the log spans.
  private static func laterHalf(of traffic: Traffic, _ offset: Interval) -> Traffic? {
    guard let first = traffic.sessions.first?.start, let last = traffic.sessions.last?.start
    else { return nil }
    let days = (last - first).milliseconds / LogDay.length + 1
    guard days >= 2 * Int64(ForecastPlan.leastDays) else { return nil }
    let from = last + .milliseconds(1) + -Interval.days(days / 2)
    return TrafficPart(of: traffic, from: from, until: last + .milliseconds(1)).traffic
  }

  /// How the last seven whole days compare with the seven before.
  private static func change(of log: ForecastBasis) -> Double? {
    guard log.days.count >= 14 else { return nil }
    let counts = log.days.map { Double($0.count) }
    let last = counts.suffix(7).reduce(0, +)
    let before = counts.dropLast(7).suffix(7).reduce(0, +)
    return before > 0 ? last / before : nil
  }
}

extension ForecastFindings {
  /// The smallest pool, in whole blocks, that meets the target in a share of the futures.
  ///
  /// - Parameters:
  ///   - share: Above 0, at most 1.
  ///   - economics: Which numbers can only be rented together.
  /// - Complexity: O(1).
  public func numbers(in share: Double, _ economics: Economics) -> Int? {
    Self.rented(forecast.numbers(in: share), times: factor, economics)
  }

  /// In how many of the futures what was enough for the log is enough.
  public var futuresMetByAnswer: Int {
    forecast.needs.count { need in
      need.map { (Double($0) * factor).rounded(.up) <= Double(answer) } ?? false
    }
  }

  private static func rented(
    _ numbers: Int?, times factor: Double, _ economics: Economics
  ) -> Int? {
    numbers.map { economics.rented(for: Int((Double($0) * factor).rounded(.up))) }
  }

  /// How many numbers more than the log itself needed; `nil` without an answer. Below nothing where
  /// the log had a burst that needn't come again.
  public var margin: Int? { numbers.map { $0 - answer } }

  /// What each coming day was made of: how widely days, weeks and peaks differ, where one of these
  /// is worth to be said.
  public enum Reason: Hashable, Sendable {
    /// So many whole days say little; with fewer than two weeks a weekday can't be told from
    /// chance.
    case fewDays(Int, tellsWeekdays: Bool)
    /// Days of one kind differ by such a factor, one way or the other, in two of three cases.
    case daysDiffer(by: Double)
    /// The worst day needed so many times the numbers of a usual one.
    case bursts(worst: Int, usual: Int)
    /// The last week had so many times the sessions of the one before.
    case weeksDiffer(by: Double)
  }

  /// Why the margin is what it is, most important first.
  public var reasons: [Reason] {
    var reasons: [Reason] = []
    if forecast.wholeDays < 28 {
      reasons.append(.fewDays(forecast.wholeDays, tellsWeekdays: forecast.knowsWeekdays))
    }
    let needs = forecast.needsOfDays.compactMap { $0 }.sorted()
    if let worst = needs.last, 2 * worst >= 3 * needs[needs.count / 2],
      worst - needs[needs.count / 2] > 2
    {
      reasons.append(.bursts(worst: worst, usual: needs[needs.count / 2]))
    }
    if let change, change > 1.2 || change < 1 / 1.2 { reasons.append(.weeksDiffer(by: change)) }
    if forecast.spreadOfDays >= 0.1 {
      reasons.append(.daysDiffer(by: Logarithm.inverse(forecast.spreadOfDays)))
    }
    return reasons
  }
}
