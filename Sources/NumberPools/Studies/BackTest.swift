/// What would have been bought by the forecast of each part of a log, and what the next part
/// needed.
public struct BackTest: Sendable {
  /// A pair of parts that follow each other without a gap, in order of time.
  public let pairs: [Pair]
  /// How long the parts are.
  public let length: TrafficPart.Length
  /// In which share of its futures a forecast's answer meets the target.
  public let confidence: Double

  /// What one part foretold, and what the next one needed.
  public struct Pair: Hashable, Sendable {
    /// When the part begins that is known.
    public var from: Timestamp
    /// When the next one begins.
    public var until: Timestamp
    /// Days foretold.
    public var days: Int
    /// Sessions of the part that is known.
    public var sessions: Int
    /// Sessions of the next one.
    public var nextSessions: Int
    /// What was foretold; `nil` where nothing was.
    public var forecast: Int?
    /// What would have been enough for the part that is known; `nil` where nothing would.
    public var answer: Int?
    /// The most numbers in use at once in it.
    public var peak: Int
    /// What the next part needed; `nil` where no pool would have done.
    public var needed: Int?
  }

  /// Tries the forecasts of a log on the log itself.
  ///
  /// - Parameters:
  ///   - question: What a pool has to achieve, and how it works.
  ///   - length: How long the parts are.
  ///   - confidence: In which share of its futures a forecast's answer meets the target.
  ///   - dataset: The log.
  ///   - map: The threads to use; the answer is the same with any number.
  /// - Complexity: O(page views) for each of some thirty passes.
  public init(
    _ question: SizeStudy.Question, each length: TrafficPart.Length, confidence: Double,
    of dataset: Dataset, on map: some ParallelMap = SerialMap()
  ) {
    self.length = length
    self.confidence = confidence
    let parts = TrafficPart.parts(
      of: dataset.traffic, each: length, dayOffset: dataset.origin.summary.clock)
    var question = question
    question.lags = []
    question.comparedTimeouts = []
    let asked = question
    pairs = zip(parts, parts.dropFirst()).filter { $0.until == $1.from }.map { known, next in
      func alone(_ part: TrafficPart) -> Dataset {
        Dataset(traffic: part.traffic, origin: dataset.origin)
      }
      let study = SizeStudy(asked, of: alone(known), on: map)
      let wish = ForecastFindings.Wish(days: next.days, confidence: confidence)
      let findings = try? ForecastFindings(wish, study, of: alone(known), on: map)
      let later = SizeStudy(asked, of: alone(next), on: map)
      return Pair(
        from: known.from, until: known.until, days: next.days,
        sessions: known.traffic.sessions.count, nextSessions: next.traffic.sessions.count,
        forecast: findings?.numbers, answer: try? study.minimum.get().numbers,
        peak: study.curve.peak, needed: try? later.minimum.get().numbers)
    }
  }
}

extension BackTest {
  /// Ways to tell what to buy.
  public enum Way: CaseIterable, Sendable {
    /// The forecast.
    case forecast
    /// What would have been enough for the part that is known.
    case answer
    /// The most numbers in use at once in it.
    case peak
    /// A quarter more than would have been enough for it.
    case quarterMore
  }

  /// How often a way bought enough, of the pairs that it says something of; and how many numbers it
  /// bought and were needed in these.
  ///
  /// - Complexity: O(pairs).
  public func outcome(of way: Way) -> (met: Int, pairs: Int, bought: Int, needed: Int) {
    var outcome = (met: 0, pairs: 0, bought: 0, needed: 0)
    for pair in pairs {
      guard let bought = pair.numbers(by: way), let needed = pair.needed else { continue }
      outcome.pairs += 1
      outcome.met += bought >= needed ? 1 : 0
      outcome.bought += bought
      outcome.needed += needed
    }
    return outcome
  }
}

extension BackTest.Pair {
  /// What a way would have bought; `nil` where it says nothing.
  ///
  /// - Complexity: O(1).
  public func numbers(by way: BackTest.Way) -> Int? {
    switch way {
    case .forecast: forecast
    case .answer: answer
    case .peak: peak
    case .quarterMore: answer.map { ($0 * 5 + 3) / 4 }
    }
  }
}
