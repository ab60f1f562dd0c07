/// Random numbers of one purpose: a stream for each thing that is drawn, told by what it is of and
/// not by when it is drawn, so that the answer is the same on any number of threads.
struct ForecastStream: Sendable {
  private var generator: SplitMix64
  private var spare: Double?

  /// What is drawn.
  enum Purpose: UInt64 {
    /// The weights and levels of one future.
    case future = 1
    /// The sessions of one day that futures are made of.
    case day
    /// How many sessions begin in each slot of traffic drawn anew.
    case arrivals
    /// Which sessions they are.
    case shapes
  }

  /// Begins a stream.
  ///
  /// - Parameters:
  ///   - seed: Of all streams together.
  ///   - purpose: What is drawn.
  ///   - key: Which of many.
  init(seed: UInt64, _ purpose: Purpose, _ key: UInt64) {
    var mixed = SplitMix64(seed: seed)
    for part in [purpose.rawValue, key] {
      mixed = SplitMix64(seed: mixed.next() ^ part)
    }
    generator = SplitMix64(seed: mixed.next())
  }

  /// A number from 0 up to but not including 1.
  mutating func nextUnit() -> Double { generator.nextUnit() }

  /// A whole number from 0 up to but not including a bound.
  mutating func next(below bound: Int) -> Int { generator.next(below: bound) }

  /// A waiting time with mean 1.
  mutating func nextExponential() -> Double { -Logarithm.of(1 - generator.nextUnit()) }

  /// A deviate of the normal law with mean 0 and spread 1.
  ///
  /// Source: G. Marsaglia, T. Bray, "A convenient method for generating normal variables", 1964.
  mutating func nextNormal() -> Double {
    if let spare {
      self.spare = nil
      return spare
    }
    while true {
      let across = 2 * nextUnit() - 1
      let along = 2 * nextUnit() - 1
      let square = across * across + along * along
      guard square < 1, square > 0 else { continue }
      let stretch = (-2 * Logarithm.of(square) / square).squareRoot()
      spare = along * stretch
      return across * stretch
    }
  }

  /// A deviate of the gamma law with a mean as large as its shape.
  ///
  /// Source: G. Marsaglia, W. Tsang, "A simple method for generating gamma variables", 2000.
  ///
  /// - Parameter shape: Above 0.
  mutating func nextGamma(shape: Double) -> Double {
    guard shape >= 1 else {
      let larger = nextGamma(shape: shape + 1)
      let unit = max(nextUnit(), 0x1p-53)
      return larger * Logarithm.inverse(Logarithm.of(unit) / shape)
    }
    let third = shape - 1 / 3.0
    let scale = 1 / (9 * third).squareRoot()
    while true {
      let normal = nextNormal()
      let root = 1 + scale * normal
      guard root > 0 else { continue }
      let cube = root * root * root
      let unit = max(nextUnit(), 0x1p-53)
      if Logarithm.of(unit) < normal * normal / 2 + third * (1 - cube + Logarithm.of(cube)) {
        return third * cube
      }
    }
  }

  /// How many of independent rare things happen.
  ///
  /// - Parameter mean: At least 0.
  /// - Complexity: O(1) for large means.
  mutating func nextPoisson(mean: Double) -> Int {
    var mean = mean
    var count = 0
    // A gamma deviate is when the n-th of them happens; what is left is a smaller mean.
    while mean > 30 {
      let steps = Int(mean * 7 / 8)
      let time = nextGamma(shape: Double(steps))
      if time > mean { return count + nextBinomial(of: steps - 1, chance: mean / time) }
      count += steps
      mean -= time
    }
    var passed = nextExponential()
    while passed <= mean {
      count += 1
      passed += nextExponential()
    }
    return count
  }

  private mutating func nextBinomial(of count: Int, chance: Double) -> Int {
    var happened = 0
    for _ in 0..<count where nextUnit() < chance { happened += 1 }
    return happened
  }
}
