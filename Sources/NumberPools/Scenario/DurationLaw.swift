/// How long something takes, as a distribution.
public enum DurationLaw: Hashable, Sendable {
  /// Exponential.
  case exponential(mean: Interval)
  /// Lognormal; sigma is that of the natural logarithm.
  case lognormal(median: Interval, sigma: Double)
  /// Always the same.
  case constant(Interval)
  /// Every length between two alike.
  case uniform(from: Interval, to: Interval)

  /// The lognormal law of which half lies below a median, and nine tenths below another length.
  ///
  /// - Parameters:
  ///   - median: Above 0.
  ///   - p90: At least the median.
  public static func lognormal(median: Interval, p90: Interval) -> Self {
    let ratio = Double(p90.milliseconds) / Double(median.milliseconds)
    // 1.2816 standard deviations above the mean of a normal law lie nine tenths of it.
    return .lognormal(median: median, sigma: Logarithm.of(ratio) / 1.2816)
  }
}

extension DurationLaw {
  /// Whether at least one in a hundred lengths, in whole milliseconds, is below a bound.
  ///
  /// - Complexity: O(1).
  func isOftenBelow(_ bound: Interval) -> Bool {
    let limit = Double(bound.milliseconds) - 0.5
    guard limit > 0 else { return false }
    switch self {
    case .exponential(let mean):
      return 1 - Logarithm.inverse(-limit / Double(mean.milliseconds)) >= 0.01
    case .lognormal(let median, let sigma):
      let distance = Logarithm.of(limit / Double(median.milliseconds))
      return distance >= -sigma * Self.percentile99
    case .constant(let length): return length < bound
    case .uniform(let from, let to):
      if from == to { return from < bound }
      return limit - Double(from.milliseconds) >= 0.01 * Self.width(from, to)
    }
  }

  /// Whether at least one in a hundred lengths, in whole milliseconds, is a bound or more.
  ///
  /// - Complexity: O(1).
  func isOftenAtLeast(_ bound: Interval) -> Bool {
    let limit = Double(bound.milliseconds) - 0.5
    guard limit > 0 else { return true }
    switch self {
    case .exponential(let mean):
      return Logarithm.inverse(-limit / Double(mean.milliseconds)) >= 0.01
    case .lognormal(let median, let sigma):
      let distance = Logarithm.of(limit / Double(median.milliseconds))
      return distance <= sigma * Self.percentile99
    case .constant(let length): return length >= bound
    case .uniform(let from, let to):
      if from == to { return from >= bound }
      return Double(to.milliseconds) - limit >= 0.01 * Self.width(from, to)
    }
  }

  private static func width(_ from: Interval, _ to: Interval) -> Double {
    Double(to.milliseconds - from.milliseconds)
  }

  /// Above which one in a hundred values of a normal law with mean 0 and deviation 1 lies.
  private static let percentile99 = 2.3263478740408408
}

/// A law of lengths of time, prepared to be drawn from.
struct DurationSampler: Sendable {
  private let kind: Kind
  /// Mean, logarithm of the median, length, or the least length; in milliseconds.
  private let first: Double
  /// Sigma, or how much longer the greatest length is.
  private let second: Double

  private enum Kind {
    case exponential
    case lognormal
    case uniform
  }

  init(_ law: DurationLaw) {
    switch law {
    case .exponential(let mean):
      (kind, first, second) = (.exponential, Double(mean.milliseconds), 0)
    case .lognormal(let median, let sigma):
      (kind, first, second) = (.lognormal, Logarithm.of(Double(median.milliseconds)), sigma)
    case .constant(let length):
      (kind, first, second) = (.uniform, Double(length.milliseconds), 0)
    case .uniform(let from, let to):
      (kind, first) = (.uniform, Double(from.milliseconds))
      second = Double(to.milliseconds - from.milliseconds)
    }
  }

  /// Draws a length in milliseconds, not rounded.
  ///
  /// - Complexity: O(1) in the mean.
  @inline(__always)
  func draw(_ random: inout RandomStream) -> Double {
    switch kind {
    case .exponential: first * random.nextExponential()
    case .lognormal: Logarithm.inverse(first + second * random.nextNormal())
    case .uniform: first + second * random.nextUnit()
    }
  }

  /// Draws a length in whole milliseconds; above all that a scenario lasts it is as good as never.
  @inline(__always)
  func drawMilliseconds(_ random: inout RandomStream) -> Int64 {
    Int64(min(draw(&random).rounded(), Self.never))
  }

  /// Draws again until a length is below a bound.
  @inline(__always)
  func draw(below bound: Int64, _ random: inout RandomStream) -> Int64 {
    while true {
      let length = drawMilliseconds(&random)
      if length < bound { return length }
    }
  }

  /// Draws again until a length is a bound or more.
  func draw(atLeast bound: Int64, _ random: inout RandomStream) -> Int64 {
    while true {
      let length = drawMilliseconds(&random)
      if length >= bound { return length }
    }
  }

  /// Thirty thousand years.
  private static let never = 1e15
}
