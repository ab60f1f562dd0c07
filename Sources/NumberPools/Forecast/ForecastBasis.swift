/// What a log tells of its days.
struct ForecastBasis: Sendable {
  /// The whole days with a session.
  let days: [DaySessions]
  /// Their dates, and how many days there were besides.
  let calendar: LogDays
  /// The logarithm of the sessions of each whole day.
  let levels: [Double]
  /// How days vary.
  let law: DayLevels
  /// For each kind the whole days of it.
  private let daysOfKind: [DayKind: [Int]]
  private let spreads: [DayKind: Double]
  /// The logarithm of the factor between one number of sessions that is played and the next.
  let step: Double
  /// How many different days are made of the same day by the same factor.
  let copies: Int

  /// The least distance of levels that makes a difference.
  private static let leastSpread = 0.05
  /// How wide a kernel over peaks is, in spreads of one day. The coverage study found what is usual
  /// for bells too narrow: peaks have a long tail.
  private static let widthOfPeaks = 1.4
  /// What is thought of the spread of peaks before any log is seen, and as how many days it counts.
  private static let usualSpread = 0.2
  private static let usualDegrees = 3.0
  /// The variance of the logarithm of what a day needs, times that, in Poisson traffic.
  private static let varianceByChance = 0.09
  /// As many sessions are played at most for a day's factors, or each once.
  private static let sessionsPlayed = 250_000

  /// Looks at the days of some traffic.
  ///
  /// - Returns: `nil` where there are too few.
  init?(of traffic: Traffic, offset: Interval) {
    guard !traffic.sessions.isEmpty else { return nil }
    calendar = LogDays(of: traffic, offset: offset)
    guard calendar.count >= ForecastPlan.leastDays, calendar.whole.count > 1 else { return nil }
    days = DaySessions.days(calendar.whole, of: traffic, offset: offset)
    levels = days.map { Logarithm.of(Double($0.count)) }
    law = DayLevels(calendar.observations(levels))
    var daysOfKind: [DayKind: [Int]] = [:]
    for (index, day) in days.enumerated() { daysOfKind[day.kind, default: []].append(index) }
    self.daysOfKind = daysOfKind
    spreads = daysOfKind.mapValues { [levels] own in
      max(Self.leastSpread, Self.spread(of: own.map { levels[$0] }) / 2)
    }
    let narrowest = spreads.values.min() ?? Self.leastSpread
    step = min(0.1, narrowest / 2)
    copies = min(3, max(1, Self.sessionsPlayed / max(1, traffic.sessions.count)))
  }

  /// The whole days that a coming day of some kind may be like: those of its kind, or all where the
  /// log has none.
  func days(like kind: DayKind) -> [Int] { daysOfKind[kind] ?? Array(days.indices) }

  /// How far apart levels of days alike may be, half their spread.
  func spread(of kind: DayKind) -> Double { spreads[kind] ?? (spreads.values.max() ?? step) }

  /// How far peaks of coming days may be from those of the days of the log: the width of a kernel
  /// over what each day needs beyond what its sessions explain.
  ///
  /// Source of the width: B. Silverman, "Density estimation for statistics and data analysis", 1986.
  ///
  /// - Parameter needs: What each whole day needs by itself.
  func spreadOfPeaks(_ needs: [Int?]) -> Double {
    var rests: [Double] = []
    var byChance = 0.0
    for (need, level) in zip(needs, levels) {
      guard let need else { continue }
      // More sessions need more numbers, but fewer for each of them.
      rests.append(Logarithm.of(Double(max(1, need))) - 0.8 * level)
      byChance += Self.varianceByChance / Double(max(1, need))
    }
    guard rests.count > 1 else { return 0 }
    let width = Self.widthOfPeaks * Logarithm.inverse(-0.2 * Logarithm.of(Double(rests.count)))
    let spread = Self.spread(of: rests)
    // What chance alone does to a day is in the days of the log already.
    let own = max(0, spread * spread - byChance / Double(rests.count))
    let degrees = Double(rests.count - 1)
    let pooled =
      (degrees * own + Self.usualDegrees * Self.usualSpread * Self.usualSpread)
      / (degrees + Self.usualDegrees)
    return width * pooled.squareRoot()
  }

  private static func spread(of levels: [Double]) -> Double {
    guard levels.count > 1 else { return 0 }
    let mean = levels.reduce(0, +) / Double(levels.count)
    let squares = levels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(levels.count - 1)).squareRoot()
  }
}

extension LogDays {
  /// Days with traffic; two seen in part that make a whole one count once.
  var count: Int { whole.count + partial.count }

  /// What the days say of how many sessions there are.
  ///
  /// - Parameter levels: The logarithm of the sessions of each whole day.
  func observations(_ levels: [Double]) -> [DayLevels.Observation] {
    let ofWhole = zip(whole, levels).map { day, level in
      DayLevels.Observation(
        day: day.number, kind: day.kind, level: level, noise: Logarithm.inverse(-level))
    }
    let ofPartial = partial.map { day in
      // How the rest would have gone is a guess: a tenth more or less.
      DayLevels.Observation(
        day: day.number, kind: day.kind,
        level: Logarithm.of(Double(day.count) / day.share),
        noise: 1 / Double(day.count) + 0.01)
    }
    return (ofWhole + ofPartial).sorted { $0.day < $1.day }
  }
}
