/// What one coming day is made of: sessions of days of the log.
struct DayRecipe: Hashable, Sendable {
  /// Which whole day of the log it takes its sessions from first.
  var day: Int32
  /// The factor by which its sessions are more or fewer, in steps of its logarithm.
  var step: Int32
  /// Days made of the same day by the same factor differ by this.
  var copy: Int32

  /// A number that no other recipe has.
  var key: UInt64 {
    UInt64(UInt32(bitPattern: day)) << 32 | UInt64(UInt16(truncatingIfNeeded: step)) << 16
      | UInt64(UInt16(truncatingIfNeeded: copy))
  }
}

/// The sessions that a day is made of, and those of the hours around it.
struct DayIngredients: Sendable {
  /// Days of the log and the share of their sessions that is taken.
  var parts: [Part] = []

  /// Some sessions of one day of the log.
  struct Part: Hashable, Sendable {
    /// Which whole day of the log.
    var day: Int
    /// The chance with which each of its sessions is taken.
    var share: Double
  }

  /// Makes up a day with so many sessions on average.
  ///
  /// Up to what the first day has, each of its sessions is taken with the same chance. Beyond, all
  /// of them are, and the rest is taken of another day alike; so a burst stays what it was, and
  /// nobody comes twice.
  ///
  /// - Parameters:
  ///   - recipe: Which day first.
  ///   - expected: How many sessions.
  ///   - days: The days of the log.
  ///   - spread: How far the logarithms of the sessions of days alike may lie apart.
  ///   - stream: What the other days are drawn by.
  /// - Complexity: O(days) for each part.
  init(
    _ recipe: DayRecipe, expected: Double, days: [DaySessions], spread: Double,
    _ stream: inout ForecastStream
  ) {
    var rest = expected
    var used: Set<Int> = []
    var day = Int(recipe.day)
    while rest > 0 {
      let count = Double(days[day].count)
      parts.append(Part(day: day, share: min(1, rest / count)))
      used.insert(day)
      rest -= count
      guard rest > 0 else { return }
      let kind = days[Int(recipe.day)].kind
      var others = days.indices.filter { !used.contains($0) && days[$0].kind == kind }
      if others.isEmpty { others = days.indices.filter { !used.contains($0) } }
      // With every day of the log taken once nothing is left to add that isn't there already.
      if others.isEmpty { return }
      let level = Logarithm.of(max(expected, 1))
      let weights = others.map { other in
        let distance = (level - Logarithm.of(Double(days[other].count))) / spread
        // Far from all of them the nearest is still drawn.
        return Logarithm.inverse(max(-distance * distance / 2, -600)) + 1e-300
      }
      day = others[stream.choose(weights)]
    }
  }
}

extension ForecastStream {
  /// One of several, each with a chance in proportion to its weight.
  mutating func choose(_ weights: [Double]) -> Int {
    var rest = nextUnit() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return index }
    }
    return weights.count - 1
  }
}
