/// A business in the words of its owner: who visits its site, and who calls.
///
/// Names and laws are those of scenario files. What is `nil` is as the files' defaults say; what a
/// channel sets is laid over that, key by key. ``problems(by:)`` says what is wrong with one, and
/// ``WorkloadGenerator`` makes its traffic and its calls.
public struct Scenario: Hashable, Sendable {
  /// What it is to answer, for readers.
  public var question: String?
  /// The name of the zone whose clocks count.
  public var timeZone = "UTC"
  /// The midnight at which the period begins.
  public var start = LocalTime(year: 2026, month: 3, day: 2)
  /// How many days the period has.
  public var days = 28
  /// What every random choice follows from.
  public var seed: UInt64 = 1
  /// When in a week people come.
  public var week = WeekWeights.everyday
  /// By which share more come each week; 0 for none, above -1.
  public var growthPerWeek = 0.0
  /// How much days differ.
  public var dayToDay = DayToDay()
  /// Extra visits that begin at a moment and die away.
  public var bursts: [Burst] = []
  /// The channels that visitors come by; one at least.
  public var channels: [Channel]
  /// What visits are like.
  public var visit = Visit()
  /// Who returns, when and how.
  public var returning = Returning()
  /// The share of tagged first visits whose address a second person opens.
  public var sharedLinks = 0.0
  /// The share of persons who never see a substituted number.
  public var notSwapped = 0.0
  /// Robots.
  public var bots = Bots()
  /// Who calls, when and why.
  public var calls = Calls()
  /// The pool, as the command's options have it.
  public var pool = Pool()
  /// What the pool is to achieve.
  public var target: Target?
  /// The rent of one number a month, in hundredths.
  public var pricePerNumber: Int?
  /// What a call credited rightly is worth, in hundredths.
  public var valuePerCall: Int?
  /// Paths of what nobody measured.
  public var assumptions: [String] = []
  /// Where figures come from, by path.
  public var sources: [String: String] = [:]

  /// Creates a scenario of channels, and otherwise as the defaults say.
  public init(channels: [Channel]) {
    self.channels = channels
  }

  /// How much the days of a scenario differ: sigmas of lognormal factors with mean 1.
  public struct DayToDay: Hashable, Sendable {
    /// Of a factor that is the same for all.
    public var common: Double
    /// Of a factor that each site has for itself.
    public var own: Double

    /// Creates the differences.
    public init(common: Double = 0, own: Double = 0) {
      self.common = common
      self.own = own
    }
  }

  /// Extra visits that begin at a moment and die away: a spot, a mailing.
  public struct Burst: Hashable, Sendable {
    /// When, by the clock on the wall.
    public var at: LocalTime
    /// How many first visits it brings in the mean, each time.
    public var visits: Double
    /// In what time half of those visits begin that are still to come.
    public var halfLife: Interval
    /// The channel that they belong to; `nil` where there is only one.
    public var channel: String?
    /// How long after one the next comes; whole days by the clock on the wall.
    public var every: Interval?
    /// How many times it comes.
    public var times: Int

    /// Creates a burst.
    ///
    /// - Parameters:
    ///   - at: When, by the clock on the wall.
    ///   - visits: How many first visits it brings in the mean, each time.
    ///   - halfLife: In what time half of those visits begin that are still to come.
    ///   - channel: The channel; `nil` where there is only one.
    ///   - every: How long after one the next comes.
    ///   - times: How many times it comes.
    public init(
      at: LocalTime, visits: Double, halfLife: Interval, channel: String? = nil,
      every: Interval? = nil, times: Int = 1
    ) {
      self.at = at
      self.visits = visits
      self.halfLife = halfLife
      self.channel = channel
      self.every = every
      self.times = times
    }
  }

  /// Robots, which view one page each, at any time alike.
  public struct Bots: Hashable, Sendable {
    /// Robots of robots and first visits together.
    public var share: Double
    /// The share of them that say so in their user agent.
    public var declared: Double

    /// Creates robots.
    public init(share: Double = 0, declared: Double = 0) {
      self.share = share
      self.declared = declared
    }
  }
}
