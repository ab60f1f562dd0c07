/// One day of a future.
struct FutureDay: Hashable, Sendable {
  /// Which of the days that are played; -1 for one without a session.
  var recipe: Int32
  /// How far its peaks are higher than those of the day played, in spreads of how days differ.
  var peaks: Float
}

/// Draws futures: the level of each of their days, and which day of the log it is like.
struct FutureDrawing {
  private let log: ForecastBasis
  private let question: ForecastQuestion
  private let coming: [(day: Int, kind: DayKind)]

  /// As many laws are drawn at most: each says much of coming days, and takes some time.
  private static let laws = 200
  /// A factor beyond this is as unbelievable as this one.
  private static let largestFactor = 3.0

  /// Begins with what a log tells.
  init(_ log: ForecastBasis, _ question: ForecastQuestion) {
    self.log = log
    self.question = question
    coming = (1...question.days).map { ahead in
      let day = log.calendar.last + ahead
      return (
        day, DayKind(day: day, tellsWeekendDaysApart: log.calendar.tellsWeekendDaysApart)
      )
    }
  }

  /// Futures with all that the log leaves open.
  func futures(_ book: inout RecipeBook) -> [[FutureDay]] {
    var futures: [[FutureDay]] = []
    var law = 0
    var sum = log.law.laws[0].weight
    var said = log.law.coming(log.law.laws[0].law, coming)
    for index in 0..<question.futures {
      // Each law has as many futures as its weight says: chance adds nothing here.
      let drawn = index * Self.laws / question.futures
      let place = (Double(drawn) + 0.5) / Double(Self.laws)
      let before = law
      while place > sum, law + 1 < log.law.laws.count {
        law += 1
        sum += log.law.laws[law].weight
      }
      if law != before { said = log.law.coming(log.law.laws[law].law, coming) }
      var stream = ForecastStream(seed: question.seed, .future, UInt64(index))
      let deviates = (0..<question.days).map { _ in stream.nextNormal() }
      let levels = zip(said.means, said.factor.product(with: deviates)).map { $0 + $1 }
      let weights = DayWeights(log, &stream)
      // How much peaks differ is told by as many days only.
      let degrees = Double(max(2, log.days.count - 1))
      let wider = (degrees / (2 * stream.nextGamma(shape: degrees / 2))).squareRoot()
      futures.append(
        coming.indices.map { day in
          let peaks = Float(wider * stream.nextNormal())
          guard let like = weights.day(like: coming[day].kind, level: levels[day], &stream)
          else { return FutureDay(recipe: -1, peaks: 0) }
          return FutureDay(
            recipe: book.number(of: recipe(like, level: levels[day], &stream)), peaks: peaks)
        })
    }
    return futures
  }

  /// Futures in which the days of the log come again as they were.
  func repeats(_ book: inout RecipeBook) -> [[FutureDay]] {
    (0..<min(question.futures, 400)).map { index in
      var stream = ForecastStream(
        seed: question.seed, .future, UInt64(question.futures + index))
      let weights = DayWeights(equalOf: log)
      return coming.map { coming in
        guard let like = weights.day(like: coming.kind, level: nil, &stream) else {
          return FutureDay(recipe: -1, peaks: 0)
        }
        return FutureDay(
          recipe: book.number(of: DayRecipe(day: Int32(like), step: 0, copy: 0)), peaks: 0)
      }
    }
  }

  /// A day of so many sessions, give or take what chance does to a count.
  private func recipe(
    _ like: Int, level: Double, _ stream: inout ForecastStream
  ) -> DayRecipe {
    let own = Double(log.days[like].count)
    let factor = Logarithm.inverse(
      min(max(level - log.levels[like], -Self.largestFactor), Self.largestFactor))
    let expected = own * factor
    // Taking each session with some chance varies by itself, but by less than a count does.
    let taken = factor - factor.rounded(.down)
    let missing = max(0, expected - own * taken * (1 - taken))
    let counted = max(expected + missing.squareRoot() * stream.nextNormal(), expected / 20)
    let steps = Logarithm.of(counted / own) / log.step
    // Rounded up as often as it is nearer: so it is right on average.
    let below = steps.rounded(.down)
    let step = Int32(below) + (stream.nextUnit() < steps - below ? 1 : 0)
    return DayRecipe(
      day: Int32(like), step: step, copy: Int32(stream.next(below: log.copies)))
  }
}

/// How much each day of the log counts in one future.
private struct DayWeights {
  private let log: ForecastBasis
  private let weights: [Double]
  private var quiet: [DayKind: Double] = [:]

  /// Weights as nobody knows how often such a day comes.
  init(_ log: ForecastBasis, _ stream: inout ForecastStream) {
    self.log = log
    weights = log.days.map { _ in stream.nextExponential() }
    for kind in DayKind.allCases {
      let count = log.calendar.quietDays[kind] ?? 0
      quiet[kind] = (0..<count).reduce(0) { sum, _ in sum + stream.nextExponential() }
    }
  }

  /// The same weight for each day.
  init(equalOf log: ForecastBasis) {
    self.log = log
    weights = [Double](repeating: 1, count: log.days.count)
    quiet = log.calendar.quietDays.mapValues(Double.init)
  }

  /// A day of the log that a coming day is like; `nil` where it is one without a session.
  ///
  /// - Parameters:
  ///   - kind: Of the coming day.
  ///   - level: The logarithm of its sessions; `nil` where it makes no difference.
  func day(like kind: DayKind, level: Double?, _ stream: inout ForecastStream) -> Int? {
    let isQuietKind = (log.calendar.quietDays[kind] ?? 0) > 0
    let own = log.days(like: kind)
    let isKnown = log.days[own[0]].kind == kind
    if isQuietKind {
      let quiet = quiet[kind] ?? 0
      let busy = isKnown ? own.reduce(0) { $0 + weights[$1] } : 0
      if stream.nextUnit() * (quiet + busy) < quiet { return nil }
    }
    guard let level else { return own[stream.choose(own.map { weights[$0] })] }
    let spread = log.spread(of: kind)
    let distances = own.map { abs(level - log.levels[$0]) / spread }
    let nearest = distances.min() ?? 0
    return own[
      stream.choose(
        zip(own, distances).map { day, distance in
          weights[day]
            * Logarithm.inverse(max((nearest * nearest - distance * distance) / 2, -600))
        })]
  }
}
