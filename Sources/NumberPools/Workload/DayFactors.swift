/// By how much the rate of each day differs: growth and chance.
struct DayFactors: Sendable {
  /// Growth and the factor of all, for each day of the hours.
  private let common: [Double]
  private let ownSigma: Double
  private let firstDay: Int
  private let key: StreamKey

  init(of scenario: Scenario, over hours: LocalHours, key: StreamKey) {
    self.key = key[.days]
    firstDay = hours.firstDay
    ownSigma = scenario.dayToDay.own
    var factors: [Double] = []
    for day in hours.firstDay...max(hours.firstDay, hours.lastDay) {
      factors.append(
        scenario.growth(onDay: day - scenario.start.day)
          * Self.factor(scenario.dayToDay.common, self.key[UInt64(bitPattern: Int64(day))]))
    }
    common = factors
  }

  /// The factors of a site's days.
  func factors(ofSite site: String) -> [Double] {
    if ownSigma == 0 { return common }
    let key = key[site]
    var factors = common
    for index in factors.indices {
      factors[index] *= Self.factor(ownSigma, key[UInt64(bitPattern: Int64(firstDay + index))])
    }
    return factors
  }

  /// A lognormal factor with mean 1, which follows from the day.
  private static func factor(_ sigma: Double, _ key: StreamKey) -> Double {
    if sigma == 0 { return 1 }
    var random = RandomStream(key)
    return Logarithm.inverse(sigma * random.nextNormal() - sigma * sigma / 2)
  }
}

extension Scenario {
  /// What a day's rate is of that of the first day.
  func growth(onDay day: Int) -> Double {
    if growthPerWeek == 0 { return 1 }
    return Logarithm.inverse(Logarithm.of(1 + growthPerWeek) * Double(day) / 7)
  }

  /// How many days before its period the generator begins, so that some visitors of the period came
  /// before it for the first time.
  static let daysBefore = 28

  /// How many page views are to be expected, in the period and in the four weeks before it.
  ///
  /// - Complexity: O(channels + days + bursts).
  func expectedPageViews() -> (inPeriod: Double, before: Double) {
    var daily = 0.0
    for channel in channels {
      daily += channel.visitsPerDay * (visit(of: channel).pageViews ?? 1) * (1 + sharedLinks)
    }
    var inPeriod = 0.0
    var before = 0.0
    for day in 0..<days { inPeriod += daily * growth(onDay: day) }
    for day in 1...Self.daysBefore { before += daily * growth(onDay: -day) }
    for burst in bursts {
      guard let channel = channel(of: burst) else { continue }
      let sessions = 1 / (1 - (returning(of: channel).share ?? 0))
      inPeriod +=
        burst.visits * Double(burst.times) * sessions * (visit(of: channel).pageViews ?? 1)
    }
    var visits = 0.0
    for channel in channels { visits += channel.visitsPerDay }
    inPeriod += visits * Double(days) * bots.share / (1 - bots.share)
    return (inPeriod, before)
  }

  /// The channel that the visits of a burst belong to.
  func channel(of burst: Burst) -> Channel? {
    guard let name = burst.channel else { return channels.first }
    return channels.first { $0.name == name }
  }
}
