extension Scenario {
  /// The paths of what nobody measured: laws of rhythms, lags and returns that have no source
  /// beside them, and what the scenario itself says.
  ///
  /// - Complexity: O(channels + assumptions x sources).
  public var assumedPaths: [String] {
    var paths = ["week", "visit"]
    if channels.contains(where: { returning(of: $0).share ?? 0 > 0 }) { paths.append("returning") }
    if channels.contains(where: { calls(of: $0).probability ?? 0 > 0 }) {
      paths += ["calls.probability", "calls.during_visit", "calls.later"]
    }
    if dayToDay != DayToDay() { paths.append("day_to_day") }
    for path in assumptions where !paths.contains(path) { paths.append(path) }
    // What is part of another path needs no mention of its own.
    return paths.filter { path in
      !paths.contains { path.hasPrefix("\($0).") }
        && (assumptions.contains(path)
          || !sources.keys.contains { $0 == path || path.hasPrefix("\($0).") })
    }
  }
}

extension Scenario.Visit {
  /// The mean time from the first page view to the last, in hours, for gaps of laws that aren't cut
  /// off.
  public var meanLength: Double {
    let pages = (pageViews ?? 1) - 1
    guard pages > 0, let gap else { return 0 }
    return pages * gap.mean / 3_600_000
  }
}

extension DurationLaw {
  /// The mean in milliseconds, of all its lengths.
  public var mean: Double {
    switch self {
    case .exponential(let mean): Double(mean.milliseconds)
    case .lognormal(let median, let sigma):
      Double(median.milliseconds) * Logarithm.inverse(sigma * sigma / 2)
    case .constant(let length): Double(length.milliseconds)
    case .uniform(let from, let to): Double(from.milliseconds + to.milliseconds) / 2
    }
  }
}
