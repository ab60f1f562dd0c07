import Testing

@testable import NumberPools

/// What is drawn of the levels of days is what it should be.
@Suite("Levels of days")
struct DayLevelsTests {
  private func observations(
    _ count: Int, spread: Double, _ stream: inout ForecastStream
  ) -> [DayLevels.Observation] {
    (0..<count).map { day in
      let kind = DayKind(day: day + 4, tellsWeekendDaysApart: false)
      let level = 5 + (kind == .weekend ? -0.5 : 0) + spread * stream.nextNormal()
      return DayLevels.Observation(day: day, kind: kind, level: level, noise: 0.001)
    }
  }

  @Test("A factor times its transpose is the matrix")
  func cholesky() {
    var stream = ForecastStream(seed: 1, .future, 1)
    let count = 6
    let roots = (0..<count * count).map { _ in stream.nextNormal() }
    var matrix = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0..<count {
        matrix[row * count + column] = (0..<count).reduce(row == column ? 1 : 0) {
          $0 + roots[row * count + $1] * roots[column * count + $1]
        }
      }
    }
    let factor = CholeskyFactor(of: matrix, count: count)
    for column in 0..<count {
      let unit = (0..<count).map { $0 == column ? 1.0 : 0 }
      // The matrix's own column is the triangle times a row of the triangle.
      let row = (0..<count).map { $0 <= column ? factor.rows[column * count + $0] : 0 }
      let product = factor.product(with: row)
      for index in 0..<count {
        #expect(abs(product[index] - matrix[index * count + column]) < 1e-9)
      }
      let solved = factor.solved(for: unit)
      #expect(zip(factor.product(with: solved), unit).allSatisfy { abs($0 - $1) < 1e-9 })
    }
  }

  @Test("Weights add up, and what the log shows weighs most", arguments: [0.05, 0.2, 0.5])
  func spreads(spread: Double) {
    var stream = ForecastStream(seed: 7, .future, UInt64(spread * 100))
    let levels = DayLevels(observations(56, spread: spread, &stream))
    #expect(abs(levels.laws.reduce(0) { $0 + $1.weight } - 1) < 1e-9)
    // The spread of 56 days is known to a tenth; the grid has steps of a half.
    #expect(levels.spreadOfDays > 0.6 * spread)
    #expect(levels.spreadOfDays < 1.6 * spread)
    #expect(levels.spreadOfWeeks < 0.3)
  }

  @Test("The next day lies within its interval as often as said")
  func intervals() {
    var within = 0
    let tries = 300
    for index in 0..<tries {
      var stream = ForecastStream(seed: 11, .future, UInt64(index))
      let all = observations(22, spread: 0.2, &stream)
      let levels = DayLevels(Array(all.prefix(21)))
      var law = 0
      let coming = [(day: all[21].day, kind: all[21].kind)]
      let draws = (0..<100).map { _ in
        law = stream.choose(levels.laws.map(\.weight))
        let said = levels.coming(levels.laws[law].law, coming)
        return said.means[0] + said.factor.product(with: [stream.nextNormal()])[0]
      }.sorted()
      if draws[5] <= all[21].level, all[21].level <= draws[94] { within += 1 }
    }
    // 89 of 100 lie between the 6th and the 95th of so many; five spreads are 0.09.
    #expect(abs(Double(within) / Double(tries) - 0.89) < 0.09)
  }

  @Test("Deviates have the moments of their laws", arguments: [0.3, 1, 4.5, 80])
  func deviates(mean: Double) {
    var stream = ForecastStream(seed: 3, .shapes, UInt64(mean * 10))
    let count = 20_000
    func check(_ values: [Double], mean: Double, variance: Double) {
      let found = values.reduce(0, +) / Double(count)
      let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
      #expect(abs(found - mean) < 5 * (variance / Double(count)).squareRoot())
      #expect(abs(square / variance - 1) < 0.15)
    }
    check((0..<count).map { _ in stream.nextNormal() }, mean: 0, variance: 1)
    check((0..<count).map { _ in stream.nextExponential() }, mean: 1, variance: 1)
    check((0..<count).map { _ in stream.nextGamma(shape: mean) }, mean: mean, variance: mean)
    check(
      (0..<count).map { _ in Double(stream.nextPoisson(mean: mean)) }, mean: mean, variance: mean)
  }
}
