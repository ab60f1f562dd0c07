import Foundation

/// Whether what was drawn can come from a law: each check is wrong about once in a million, and as
/// seeds are fixed, either always or never.
package enum Likelihood {
  /// 4.89 standard deviations are left by one in a million, on both sides together.
  package static let deviations = 4.89

  /// Whether a figure is as near to its mean as its deviation lets expect.
  package static func isLikely(_ value: Double, mean: Double, deviation: Double) -> Bool {
    abs(value - mean) <= deviations * deviation
  }

  /// Whether a count of independent events can have a mean.
  package static func isPoisson(_ count: Int, mean: Double) -> Bool {
    isLikely(Double(count), mean: mean, deviation: mean.squareRoot())
  }

  /// Whether so many of a total can come from a probability.
  package static func isBinomial(_ count: Int, of total: Int, _ probability: Double) -> Bool {
    let variance = Double(total) * probability * (1 - probability)
    return isLikely(
      Double(count), mean: Double(total) * probability, deviation: variance.squareRoot())
  }

  /// Pearson's chi-square of counts, small classes put together, as a number of deviations (Wilson
  /// and Hilferty's approximation).
  ///
  /// - Parameters:
  ///   - observed: The counts.
  ///   - expected: Their means.
  ///   - isTotalFixed: Whether the counts sum to what the means do.
  package static func chiSquare(
    _ observed: [Int], _ expected: [Double], isTotalFixed: Bool = true
  ) -> Double {
    var sum = 0.0
    var classes = 0.0
    var small = (observed: 0.0, expected: 0.0)
    for (count, mean) in zip(observed, expected) {
      if mean < 8 {
        small.observed += Double(count)
        small.expected += mean
      } else {
        sum += (Double(count) - mean) * (Double(count) - mean) / mean
        classes += 1
      }
    }
    if small.expected > 0 {
      let difference = small.observed - small.expected
      sum += difference * difference / max(small.expected, 1e-9)
      classes += 1
    }
    let freedom = classes - (isTotalFixed ? 1 : 0)
    if freedom < 1 { return sum < 1e-9 ? 0 : .infinity }
    let spread = 2 / (9 * freedom)
    return (cbrt(sum / freedom) - (1 - spread)) / spread.squareRoot()
  }

  /// Whether counts can come from means: neither too far from them nor too near.
  package static func isLikely(
    _ observed: [Int], _ expected: [Double], isTotalFixed: Bool = true
  ) -> Bool {
    abs(chiSquare(observed, expected, isTotalFixed: isTotalFixed)) <= deviations
  }

  /// Whether numbers can come from a continuous law: the test of Kolmogorov and Smirnov.
  ///
  /// - Parameters:
  ///   - sample: The numbers.
  ///   - cumulative: The share below a number.
  package static func isLikely(_ sample: [Double], _ cumulative: (Double) -> Double) -> Bool {
    let sorted = sample.sorted()
    let count = Double(sorted.count)
    var distance = 0.0
    for (index, value) in sorted.enumerated() {
      let share = cumulative(value)
      distance = max(distance, share - Double(index) / count, Double(index + 1) / count - share)
    }
    // 2 exp(-2 x^2) is one in a million at x = 2.69.
    return distance * count.squareRoot() <= 2.69
  }

  /// The share of a normal law below a number.
  package static func normal(_ value: Double) -> Double { erfc(-value / 2.0.squareRoot()) / 2 }
}
