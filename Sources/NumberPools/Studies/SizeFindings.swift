/// Everything that is found out of how many numbers a dataset needs: the answer, that of each of
/// its pools and of other readings, and what published rules say.
public struct SizeFindings: Sendable {
  /// The answer for all of the traffic, with what it rests on.
  public let study: SizeStudy
  /// What the published rules would make one buy.
  public let rules: [RuleOfThumb]
  /// One answer for each of several pools; empty where there is only one.
  public let pools: [PoolAnswer]
  /// The answers had the input been read otherwise; empty where nothing is in doubt.
  public let otherReadings: [OtherAnswer]
  /// What is foretold of the coming days, or why nothing is; `nil` where nobody asked.
  public let forecast: Result<ForecastFindings, ForecastFindings.Absence>?
  /// What studying adds to the reasons to read the answer with care.
  public let warnings: [LogWarning]

  /// The answer for one of several pools.
  public struct PoolAnswer: Sendable {
    /// The value, site or file that it is for; empty where the input doesn't say.
    public var name: String
    /// What every size of it would have done.
    public var curve: PoolCurve
    /// Its minimum, or why there is none.
    public var minimum: Result<MinimumPool, MinimumPool.Failure>
  }

  /// The answer to the same question, had the input been read in another way.
  public struct OtherAnswer: Hashable, Sendable {
    /// How the input is read then.
    public var way: ReadingWay
    /// The sessions that count then.
    public var sessions: Int
    /// The most numbers in use at once.
    public var peak: Int
    /// The minimum pool; `nil` when no size meets the target.
    public var numbers: Int?
  }

  /// Finds out.
  ///
  /// - Parameters:
  ///   - question: What is asked; a month is reckoned by the days with traffic of the dataset.
  ///   - wish: Which coming days are to be foretold.
  ///   - dataset: The sessions that get numbers, and their calls.
  ///   - map: The threads to use; the answer is the same with any number.
  /// - Complexity: O(page views) for each of about fifteen passes, as many for each pool, and about
  ///   thirty for the coming days.
  public init(
    _ question: SizeStudy.Question, foretelling wish: ForecastFindings.Wish? = nil,
    of dataset: Dataset, on map: some ParallelMap = SerialMap()
  ) {
    let traffic = dataset.traffic
    rules = RuleOfThumb.all(
      for: traffic, holds: Holds(of: traffic, rule: question.rules.hold))
    var question = question
    question.economics.days = max(1, TrafficProfile(of: dataset).daysWithTraffic)
    question.judgedSizes = rules.map { $0.numbers } + question.judgedSizes
    study = SizeStudy(question, of: dataset, on: map)
    var warnings = LogWarning.warnings(about: study)
    let asked = study
    forecast = wish.map { wish in
      Result { () throws(ForecastFindings.Absence) in
        try ForecastFindings(wish, asked, of: dataset, on: map)
      }
    }

    question.lags = []
    let withJudgedSizes = question
    question.judgedSizes = []
    if let (datasets, partition) = dataset.pools() {
      pools = zip(dataset.origin.pools, datasets).map { name, dataset in
        let study = SizeStudy(question, of: dataset, on: map)
        return PoolAnswer(name: name, curve: study.curve, minimum: study.minimum)
      }
      warnings += LogWarning.warnings(about: partition)
    } else {
      pools = []
    }
    question = withJudgedSizes
    question.comparedTimeouts = []
    otherReadings = dataset.otherReadings.map { reading in
      let study = SizeStudy(question, of: reading.dataset, on: map)
      return OtherAnswer(
        way: reading.way, sessions: study.curve.sessions, peak: study.curve.peak,
        numbers: try? study.minimum.get().numbers)
    }
    self.warnings = warnings
  }
}
