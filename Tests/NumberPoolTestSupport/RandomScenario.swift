package import NumberPools

/// A scenario in which anything may be set, without a problem.
package struct RandomScenario {
  private var random: SplitMix64

  /// The scenario of a seed.
  package static func made(seed: UInt64) -> Scenario {
    var maker = Self(random: SplitMix64(seed: seed))
    return maker.scenario()
  }

  private mutating func happens() -> Bool { random.next(below: 2) == 0 }

  private mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
    happens() ? make(&self) : nil
  }

  private mutating func share() -> Double {
    happens() ? Double(random.next(below: 100)) / 100 : random.nextUnit()
  }

  private mutating func number(_ most: Double) -> Double {
    happens() ? Double(random.next(below: Int(most))) : random.nextUnit() * most
  }

  private mutating func text() -> String {
    let letters = Array("abcXYZ019 -_.\"\\/{}[],:#'äßжш字😀%&=+?")
    return "n"
      + String(
        (0..<random.next(below: 12)).map { _ in
          letters[random.next(below: letters.count)]
        }) + "n"
  }

  private mutating func interval(_ least: Int64, _ most: Int64) -> Interval {
    let unit: Int64 = [1, 1000, 60_000, 3_600_000][random.next(below: 4)]
    let drawn = least + Int64(random.next(below: Int(most - least + 1)))
    return .milliseconds(max(least, drawn / unit * unit))
  }

  /// A law with some of its mass below half an hour, or at or above it.
  private mutating func law(short: Bool) -> DurationLaw {
    let (least, most): (Int64, Int64) = short ? (1, 1_500_000) : (2_000_000, 400_000_000)
    let (first, second) = (interval(least, most), interval(least, most))
    switch random.next(below: 4) {
    case 0: return .exponential(mean: first)
    case 1: return .lognormal(median: first, sigma: random.nextUnit() * 3)
    case 2: return .constant(first)
    default: return .uniform(from: min(first, second), to: max(first, second))
    }
  }

  private mutating func week() -> WeekWeights {
    if happens() { return WeekWeights.named[random.next(below: 4)] }
    let days = (0..<3).map { _ in (0..<24).map { _ in number(20) } }
    let order = (0..<7).map { _ in random.next(below: 3) }
    var hours = order.flatMap { days[$0] }
    hours[0] += 1
    return WeekWeights(hours)
  }

  private mutating func scenario() -> Scenario {
    var scenario = Scenario(channels: (0...random.next(below: 3)).map { channel($0) })
    scenario.question = maybe { $0.text() }
    if happens() { scenario.timeZone = "+03:00" }
    scenario.start = LocalTime(day: 20_000 + random.next(below: 2000))
    scenario.days = 1 + random.next(below: 60)
    scenario.seed = random.next()
    scenario.week = week()
    scenario.growthPerWeek = share() - 0.5
    scenario.dayToDay = Scenario.DayToDay(common: share(), own: happens() ? 0 : share())
    scenario.bursts = (0..<random.next(below: 3)).map { _ in burst(scenario) }
    scenario.visit = visit()
    scenario.returning = returning()
    scenario.sharedLinks = share()
    scenario.notSwapped = share()
    scenario.bots = Scenario.Bots(share: share() * 0.9, declared: share())
    scenario.calls = calls()
    scenario.calls.misdialledPerDay = maybe { $0.number(5) }
    scenario.calls.offSitePerDay = maybe { $0.number(5) }
    scenario.pool = pool()
    scenario.target = maybe { _ in
      Target([.init(.coverage, .atLeast, units: 9_912_345), .init(.bad, .atMost, units: 500_000)])
    }
    scenario.pricePerNumber = maybe { $0.random.next(below: 1000) }
    scenario.valuePerCall = maybe { $0.random.next(below: 100_000) }
    if happens() { scenario.assumptions = ["calls.later", "returning", "channels[0].visit.gap"] }
    if happens() { scenario.sources = ["calls.probability": text(), "week": text()] }
    return scenario
  }

  private mutating func channel(_ index: Int) -> Scenario.Channel {
    var channel = Scenario.Channel("\(text())\(index)", visitsPerDay: 1 + number(40))
    if happens() { channel.site = "shop\(index).example" }
    if happens() {
      channel.source = ["google", "yandex", "facebook"][random.next(below: 3)]
      channel.medium = maybe { $0.happens() ? "cpc" : $0.text() }
      switch random.next(below: 3) {
      case 0: break
      case 1:
        channel.campaigns = .zipf(
          count: 1 + random.next(below: 9), exponent: number(3), terms: random.next(below: 4))
      default:
        channel.campaigns = .list(
          (0...random.next(below: 2)).map { number in
            .init(
              "\(text())\(number)", share: 1 + self.number(3), terms: random.next(below: 4),
              zipf: self.number(2), tagging: maybe { $0.tagging() })
          })
        channel.tagging = maybe { _ in .init(utm: 0.25, mistyped: 0.5) }
      }
      if channel.tagging == nil { channel.tagging = maybe { $0.tagging() } }
      channel.clickIDBesideUTM = happens() ? 1 : share()
    }
    channel.costPerClick = maybe { $0.number(9) }
    channel.week = maybe { $0.week() }
    if happens() { channel.visit = visit() }
    if happens() { channel.returning = returning() }
    if happens() { channel.calls = calls() }
    return channel
  }

  private mutating func tagging() -> Scenario.Tagging {
    let utm = share()
    return Scenario.Tagging(utm: utm, clickID: (1 - utm) * 0.5)
  }

  private mutating func burst(_ scenario: Scenario) -> Scenario.Burst {
    let day = scenario.start + .days(Int64(random.next(below: scenario.days)))
    let at = day + .seconds(Int64(random.next(below: 86_400)))
    let isRepeated = happens()
    return Scenario.Burst(
      at: at, visits: number(50), halfLife: interval(1, 4_000_000),
      channel: scenario.channels[random.next(below: scenario.channels.count)].name,
      every: isRepeated ? .milliseconds(1) : nil, times: isRepeated ? 2 : 1)
  }

  private mutating func visit() -> Scenario.Visit {
    Scenario.Visit(
      pageViews: maybe { 1 + $0.number(5) }, gap: maybe { $0.law(short: true) },
      lastPage: maybe { $0.law(short: true) })
  }

  private mutating func returning() -> Scenario.Returning {
    Scenario.Returning(
      share: maybe { $0.share() * 0.8 }, after: maybe { $0.law(short: false) },
      as: maybe {
        Scenario.ReturnWays(
          direct: 0.1 + $0.share(), organic: $0.share(), sameLink: $0.share(), ownLink: 0)
      }, newCookie: maybe { $0.share() })
  }

  private mutating func calls() -> Scenario.Calls {
    var calls = Scenario.Calls()
    calls.probability = maybe { $0.share() }
    calls.duringVisit = maybe { $0.share() }
    calls.later = maybe { maker in
      (0...maker.random.next(below: 2)).map { _ in
        .init(
          share: 0.1 + maker.share(), lag: maker.law(short: maker.happens()),
          savedNumber: maker.happens())
      }
    }
    calls.open = maybe { maker in
      if maker.happens() { return .always }
      let stretches = [[480..<1080], [480..<720, 780..<1500], [], [0..<1440]]
      return OpeningHours(
        [stretches[0]] + (0..<6).map { _ in stretches[maker.random.next(below: 4)] })
    }
    calls.again = maybe { $0.share() * 0.8 }
    calls.againAfter = maybe { $0.law(short: false) }
    calls.answered = maybe { $0.share() }
    calls.duration = maybe { $0.law(short: true) }
    return calls
  }

  private mutating func pool() -> Scenario.Pool {
    var pool = Scenario.Pool()
    pool.numbers = maybe { $0.random.next(below: 300) }
    pool.sessionTimeout = maybe { _ in .minutes(30) }
    pool.reuseTimeout = maybe { $0.interval(0, 9_000_000) }
    pool.lastPageTime = maybe { $0.interval(0, 9_000_000) }
    pool.request = maybe { _ in .firstPageView }
    pool.allocation = maybe { $0.happens() ? [.longestIdle, .random] : [.lowestFirst] }
    pool.presence = maybe { _ in .views }
    pool.match = maybe { maker in
      maker.happens() ? .currentHolderOnly : .lastHolderWithin(maker.interval(0, 9_000_000))
    }
    return pool
  }
}
