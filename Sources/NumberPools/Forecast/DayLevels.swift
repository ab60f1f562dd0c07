/// How many sessions days have, as far as a log tells: a level, what a kind of day adds to it, an
/// effect of the day that stays from day to day, and the noise of counting.
///
/// All in logarithms, where effects are normal. How widely they spread and how long they stay isn't
/// known either: each possibility on a grid counts as much as it makes the log likely. Given one,
/// coming days are normal as well, with what the log leaves open.
struct DayLevels: Sendable {
  /// A day whose sessions were counted.
  struct Observation: Sendable {
    /// Days since 1970-01-01.
    var day: Int
    /// What it is told apart by.
    var kind: DayKind
    /// The logarithm of its sessions.
    var level: Double
    /// The variance of that by counting alone.
    var noise: Double
  }

  /// One possibility of how days vary.
  struct Law: Hashable, Sendable {
    /// The spread of what kinds add.
    var ofKinds: Double
    /// The spread of the effect of a day.
    var ofDays: Double
    /// The correlation of that with the next day's.
    var staying: Double
    /// The spread of what drifts from week to week.
    var ofWeeks: Double
    /// The correlation of that from one day to the next.
    var drifting: Double
  }

  /// The possibilities, with weights that add up to 1, the likeliest first.
  private(set) var laws: [(law: Law, weight: Double)] = []
  private let observations: [Observation]
  private let mean: Double

  /// No more days than these, the latest, are asked: the past beyond says little of next month.
  private static let mostDays = 91
  /// How little is known of the level beforehand.
  private static let varianceOfLevel = 9.0

  /// Weighs the possibilities by some days.
  ///
  /// - Parameter observations: At least one.
  /// - Complexity: O(days^3) for each possibility.
  init(_ observations: [Observation]) {
    self.observations = Array(observations.suffix(Self.mostDays))
    mean =
      self.observations.reduce(0) { $0 + $1.level } / Double(max(1, self.observations.count))
    var weighed: [(law: Law, logarithm: Double)] = []
    for law in Self.possibilities {
      weighed.append((law, logarithmOfLikelihood(law) + Self.logarithmOfPrior(law)))
    }
    let largest = weighed.map { $0.logarithm }.max() ?? 0
    let weights = weighed.map { Logarithm.inverse(max($0.logarithm - largest, -50)) }
    let total = weights.reduce(0, +)
    laws = zip(weighed, weights).map { ($0.0.law, $0.1 / total) }
      .sorted { $1.weight < $0.weight }
  }

  private static let possibilities: [Law] = {
    var laws: [Law] = []
    for ofKinds in [0.15, 0.5, 1.2] {
      for ofDays in [0.02, 0.05, 0.1, 0.15, 0.22, 0.33, 0.5, 0.75] {
        for staying in [0, 0.4, 0.75] {
          for ofWeeks in [0.05, 0.1, 0.18, 0.3, 0.5] {
            for drifting in [0.95, 0.985] {
              laws.append(
                Law(
                  ofKinds: ofKinds, ofDays: ofDays, staying: staying, ofWeeks: ofWeeks,
                  drifting: drifting))
            }
          }
        }
      }
    }
    return laws
  }()

  /// What is thought of a possibility before any log is seen: days usually differ by a fifth or so,
  /// and weeks by as much. A log of a few weeks can't tell much of what happens between weeks.
  private static func logarithmOfPrior(_ law: Law) -> Double {
    let ofDays = Logarithm.of(law.ofDays / 0.18) / 0.45
    let ofWeeks = Logarithm.of(law.ofWeeks / 0.18) / 0.65
    return -(ofDays * ofDays + ofWeeks * ofWeeks) / 2
  }

  private func factor(_ law: Law, _ staying: Staying) -> CholeskyFactor {
    let count = observations.count
    var matrix = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      let left = observations[row]
      for column in 0...row {
        let right = observations[column]
        matrix[row * count + column] =
          staying.covariance(abs(left.day - right.day), areAlike: left.kind == right.kind)
          + (row == column ? left.noise : 0)
      }
    }
    return CholeskyFactor(of: matrix, count: count)
  }

  /// How levels of days vary together under a law, by how far apart the days are.
  private struct Staying {
    private var byDistance: [Double]
    private let ofAlike: Double

    init(_ law: Law, longest: Int) {
      var (days, weeks) = (law.ofDays * law.ofDays, law.ofWeeks * law.ofWeeks)
      byDistance = (0...max(0, longest)).map { _ in
        defer {
          days *= law.staying
          weeks *= law.drifting
        }
        return DayLevels.varianceOfLevel + days + weeks
      }
      ofAlike = law.ofKinds * law.ofKinds
    }

    func covariance(_ distance: Int, areAlike: Bool) -> Double {
      byDistance[distance] + (areAlike ? ofAlike : 0)
    }
  }

  /// How many days lie between the first observation and a day.
  private func span(to last: Int) -> Int { last - (observations.first?.day ?? last) }

  private func logarithmOfLikelihood(_ law: Law) -> Double {
    let factor = factor(law, Staying(law, longest: span(to: observations.last?.day ?? 0)))
    let deviates = factor.solved(for: observations.map { $0.level - mean })
    return -factor.logarithmOfDeterminant / 2 - deviates.reduce(0) { $0 + $1 * $1 } / 2
  }

  /// What a possibility says of coming days.
  ///
  /// - Parameters:
  ///   - law: The possibility.
  ///   - days: The coming days, with what each is told apart by.
  /// - Returns: The means of the levels, and what makes deviates of independent ones.
  /// - Complexity: O((days + coming days)^3).
  func coming(
    _ law: Law, _ days: [(day: Int, kind: DayKind)]
  ) -> (means: [Double], factor: CholeskyFactor) {
    let staying = Staying(law, longest: span(to: days.map { $0.day }.max() ?? 0))
    let known = factor(law, staying)
    let deviates = known.solved(for: observations.map { $0.level - mean })
    let solved = days.map { coming in
      known.solved(
        for: observations.map {
          staying.covariance(abs($0.day - coming.day), areAlike: $0.kind == coming.kind)
        })
    }
    let means = solved.map { column in
      mean + zip(column, deviates).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let count = days.count
    var matrix = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0...row {
        matrix[row * count + column] =
          staying.covariance(
            abs(days[row].day - days[column].day), areAlike: days[row].kind == days[column].kind)
          - zip(solved[row], solved[column]).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    return (means, CholeskyFactor(of: matrix, count: count))
  }

  /// How much days differ beyond counting: the spread of their effect, weighed over the
  /// possibilities.
  var spreadOfDays: Double {
    laws.reduce(0) { $0 + $1.weight * $1.law.ofDays }
  }

  /// How much weeks drift: the spread of what changes slowly, weighed over the possibilities.
  var spreadOfWeeks: Double {
    laws.reduce(0) { $0 + $1.weight * $1.law.ofWeeks }
  }
}
