public import NumberPools

/// The answer to "how many numbers must I rent", with what it rests on beside it.
public struct SizeReport: Sendable {
  /// What was read.
  public var section: TrafficSection
  /// The answer.
  public var study: SizeStudy
  /// How long a gap ends a session.
  public var sessionTimeout: Interval
  /// A vendor's offer to be judged.
  public var quote: Int?
  /// What the published rules would make one buy.
  public var rules: [RuleOfThumb] = []
  /// What the file of calls held; `nil` without one.
  public var callsRead: CallsSection?
  /// One answer for each of several pools; empty where there is only one.
  public var pools: [Pool] = []
  /// The same target had the input been read otherwise; empty where nothing is in doubt.
  public var otherReadings: [OtherReading] = []

  /// What is foretold of the coming days, or why nothing is; `nil` where nobody asked.
  public var forecast: Result<ForecastFindings, ForecastFindings.Absence>?

  /// One of several pools.
  public struct Pool: Sendable {
    /// The file or site that it serves.
    public var name: String
    /// What every size of it would have done.
    public var curve: PoolCurve
    /// Its minimum, or why there is none.
    public var minimum: Result<MinimumPool, MinimumPool.Failure>

    /// Creates the answer for one pool.
    ///
    /// - Parameters:
    ///   - name: The value, site or file that it is for.
    ///   - study: The answer for its sessions alone.
    public init(name: String, study: SizeStudy) {
      self.name = name
      curve = study.curve
      minimum = study.minimum
    }

    init(_ answer: SizeFindings.PoolAnswer) {
      name = answer.name.isEmpty ? "(no name)" : answer.name
      curve = answer.curve
      minimum = answer.minimum
    }
  }

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - section: What was read.
  ///   - study: The answer.
  ///   - sessionTimeout: The gap that ends a session.
  public init(section: TrafficSection, study: SizeStudy, sessionTimeout: Interval) {
    self.section = section
    self.study = study
    self.sessionTimeout = sessionTimeout
  }
}

extension SizeReport {
  /// Creates the report of what was found out of a dataset.
  ///
  /// - Parameters:
  ///   - findings: What was found out.
  ///   - dataset: What it was found out of.
  ///   - quote: A vendor's offer to be judged; the question has it among its judged sizes.
  ///   - showsPersonalData: Whether lines that can't be read may be shown.
  /// - Complexity: O(page views).
  public init(
    _ findings: SizeFindings, of dataset: Dataset, quote: Int? = nil,
    showsPersonalData: Bool = false
  ) {
    self.init(
      section: TrafficSection(
        of: dataset, warnings: findings.warnings, showsPersonalData: showsPersonalData),
      study: findings.study, sessionTimeout: dataset.origin.sessionTimeout)
    self.quote = quote
    rules = findings.rules
    forecast = findings.forecast
    callsRead = dataset.callOrigin.map {
      CallsSection(of: $0, showsPersonalData: showsPersonalData)
    }
    pools = findings.pools.map(Pool.init)
    otherReadings = findings.otherReadings.map {
      OtherReading(way: $0.way, sessions: $0.sessions, peak: $0.peak, numbers: $0.numbers)
    }
  }

  /// What numbers cost and calls are worth.
  var economics: Economics { study.question.economics }

  /// What every size would have done, under the first allocation order asked for.
  var curve: PoolCurve { study.curve }

  /// What can be told of each size.
  var columns: CurveColumns { CurveColumns(curve: curve, economics: economics) }

  /// The minimum pool, `nil` when no size is the answer.
  var numbers: Int? { try? study.minimum.get().numbers }

  /// The lag whose credit stands beside coverage.
  static let usualLag = Interval.minutes(15)

  /// The sum of the minima of several pools; `nil` when one of them has none.
  var pooledNumbers: Int? {
    var total = 0
    // A pool without a session needs no number.
    for pool in pools where pool.curve.sessions > 0 {
      guard let minimum = try? pool.minimum.get() else { return nil }
      total += minimum.numbers
    }
    return total
  }

  /// The sizes worth comparing: the answer, its neighbours and some way around it.
  var neighbours: [Int] {
    let block = economics.blockSize
    let peak = economics.rented(for: curve.peak)
    guard let numbers else { return [peak] }
    let near = [-10, -5, -2, -1, 0, 1, 2, 5, 10].map { numbers + $0 * block }
    return Set(near.filter { $0 >= 0 } + [peak, quote ?? numbers]).sorted()
  }
}
