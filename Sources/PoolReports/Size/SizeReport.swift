public import NumberPools

/// The answer to "how many numbers must I rent", with what it rests on beside it.
public struct SizeReport: Sendable {
  /// What was read.
  public var section: TrafficSection
  /// The answer.
  public var study: SizingStudy
  /// What a number costs a month, in hundredths of the currency's unit.
  public var monthlyPrice: Int?
  /// How long a gap ends a session.
  public var sessionTimeout: Interval
  /// One answer for each of several pools; empty where there is only one.
  public var pools: [Pool]

  /// One of several pools.
  public struct Pool: Sendable {
    /// The file or site that it serves.
    public var name: String
    /// What every size of it would have done.
    public var curve: PoolCurve
    /// Its minimum, or why there is none.
    public var minimum: Result<MinimumPool, MinimumPool.Failure>

    /// Creates the answer for one pool.
    public init(
      name: String, curve: PoolCurve, minimum: Result<MinimumPool, MinimumPool.Failure>
    ) {
      self.name = name
      self.curve = curve
      self.minimum = minimum
    }
  }

  /// Creates a report.
  public init(
    section: TrafficSection, study: SizingStudy, sessionTimeout: Interval,
    monthlyPrice: Int? = nil, pools: [Pool] = []
  ) {
    self.section = section
    self.study = study
    self.sessionTimeout = sessionTimeout
    self.monthlyPrice = monthlyPrice
    self.pools = pools
  }
}

extension SizeReport {
  /// The minimum pool, `nil` when no size is the answer.
  var numbers: Int? { try? study.minimum.get().numbers }

  /// The sum of the minima of several pools; `nil` when one of them has none.
  var pooledNumbers: Int? {
    var total = 0
    for pool in pools {
      guard let minimum = try? pool.minimum.get() else { return nil }
      total += minimum.numbers
    }
    return total
  }

  /// The sizes worth comparing: the answer, its neighbours and some way around it.
  var neighbours: [Int] {
    let block = study.question.blockSize
    guard let numbers else { return [study.curve.peak] }
    let near = [-10, -5, -2, -1, 0, 1, 2, 5, 10].map { numbers + $0 * block }
    let peak = (study.curve.peak + block - 1) / block * block
    return Set(near.filter { $0 >= 0 && $0 < peak } + [numbers, peak]).sorted()
  }

  /// Everything that the answer takes for granted.
  var assumptions: [String] {
    let rule = study.question.rule
    var sentences = section.assumptions
    sentences.append(
      "A session ends when the next page view is more than \(sessionTimeout) away.")
    if rule.reuseTimeout < sessionTimeout {
      switch rule.presence {
      case .tabOpen:
        sentences.append(
          "Between the page views of a session the page stays open and keeps its number"
            + " (--presence tab-open). If only page views count, see the table of timeouts.")
      case .views:
        sentences.append(
          "Only page views keep a number (--presence views):"
            + " \(Figures.count(study.midVisitChanges, "page view")) found it lost mid-visit. If"
            + " the page stays open in between, see the table of timeouts.")
      }
    }
    var reading =
      rule.lastPageTime == .zero
      ? "The last page of a session is read for no time at all."
      : "The last page of a session is read for \(rule.lastPageTime)."
    if let more = study.withReadingTime, let numbers {
      reading +=
        more == numbers
        ? " Two minutes more would not change the answer."
        : " Two minutes more would make it \(Figures.count(more, "number"))."
    }
    sentences.append(reading)
    sentences.append(
      study.question.request == .everyPageView
        ? "A visitor who is refused asks again at every page view."
        : "Only the first page view of a hold asks for a number.")
    sentences.append("All times are UTC.")
    return sentences
  }
}
