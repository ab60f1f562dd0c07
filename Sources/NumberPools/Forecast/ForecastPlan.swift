/// Everything random about the coming days, drawn; what is left is to play the days that they are
/// made of, each by itself, on as many threads as there are.
///
/// Each future has a law of how days vary, drawn by how likely the log makes it, and levels of its
/// days drawn by that law. Each of its days takes the sessions of a day of the log of its kind that
/// had about that level, more or fewer of them. Days are weighted anew in each future (Rubin's
/// Bayesian bootstrap), as nobody knows how often such a day comes.
public struct ForecastPlan: Sendable {
  /// What is asked.
  public let question: ForecastQuestion
  /// What the log tells of its days.
  let log: ForecastBasis
  /// The days that futures are made of.
  let recipes: [DayRecipe]
  /// The days of each future.
  let futures: [[FutureDay]]
  /// The same had the log told all there is to know: its days come again, in another order.
  let repeats: [[FutureDay]]
  /// For each whole day of the log the recipe that is the day itself.
  let itself: [Int32]

  /// Draws the futures.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - traffic: The sessions that get numbers.
  /// - Returns: `nil` where the log has fewer than ``leastDays`` days with traffic, or under rules
  ///   that can't be played in one pass.
  /// - Complexity: O(page views + futures x coming days x days of the log).
  public init?(_ question: ForecastQuestion, of traffic: Traffic) {
    guard question.isPlayable, let log = ForecastBasis(of: traffic, offset: question.dayOffset)
    else { return nil }
    self.question = question
    self.log = log
    var book = RecipeBook()
    itself = log.days.indices.map { book.number(of: DayRecipe(day: Int32($0), step: 0, copy: 0)) }
    let drawing = FutureDrawing(log, question)
    futures = drawing.futures(&book)
    repeats = drawing.repeats(&book)
    recipes = book.recipes
  }

  /// The fewest days with traffic that anything is foretold from.
  public static let leastDays = 7

  /// How many days have to be played.
  public var dayCount: Int { recipes.count }

  /// Plays one of the days.
  ///
  /// - Parameter index: Which, below ``dayCount``.
  /// - Complexity: O(page views of a day x (1 + lags)).
  public func counts(ofDay index: Int) -> DayCounts {
    DayCounts(of: traffic(ofDay: index), under: question)
  }

  /// The sessions of one of the days.
  func traffic(ofDay index: Int) -> DayTraffic {
    let recipe = recipes[index]
    var stream = ForecastStream(seed: question.seed, .day, recipe.key)
    let own = log.days[Int(recipe.day)]
    let expected = Double(own.count) * Logarithm.inverse(Double(recipe.step) * log.step)
    let ingredients = DayIngredients(
      recipe, expected: expected, days: log.days, spread: log.spread(of: own.kind), &stream)
    return DayTraffic(
      ingredients, of: log.days, margins: DayTraffic.Margins(question), &stream)
  }

  /// Plays all days and adds them up.
  ///
  /// - Parameter map: The threads to use; the forecast is the same with any number.
  /// - Complexity: That of ``counts(ofDay:)`` for each day and of ``forecast(_:)``.
  public func forecast(on map: some ParallelMap = SerialMap()) -> Forecast {
    forecast(map.map(Array(0..<dayCount)) { counts(ofDay: $0) })
  }

  /// Adds the days up to futures.
  ///
  /// - Parameter counts: What ``counts(ofDay:)`` says of each day, in their order.
  /// - Complexity: O(futures x coming days x sizes).
  public func forecast(_ counts: [DayCounts]) -> Forecast {
    precondition(counts.count == dayCount, "Every day has to be played")
    let ofDays = itself.map { need(of: [FutureDay(recipe: $0, peaks: 0)], counts, spread: 0) }
    let spread = log.spreadOfPeaks(ofDays)
    return Forecast(
      needs: futures.map { need(of: $0, counts, spread: spread) },
      repeated: repeats.map { need(of: $0, counts, spread: 0) },
      ofDays: ofDays, spreadOfPeaks: spread, plan: self)
  }

  private func need(of days: [FutureDay], _ counts: [DayCounts], spread: Double) -> Int? {
    var pooled = PooledDays(lags: question.lags)
    for day in days where day.recipe >= 0 {
      let factor = spread == 0 ? 1 : Logarithm.inverse(min(2, spread * Double(day.peaks)))
      pooled.add(counts[Int(day.recipe)], higherBy: factor)
    }
    return pooled.need(for: question.target)
  }
}

/// Numbers recipes by first appearance.
struct RecipeBook {
  private(set) var recipes: [DayRecipe] = []
  private var numbers: [DayRecipe: Int32] = [:]

  mutating func number(of recipe: DayRecipe) -> Int32 {
    if let known = numbers[recipe] { return known }
    let number = Int32(recipes.count)
    numbers[recipe] = number
    recipes.append(recipe)
    return number
  }
}
