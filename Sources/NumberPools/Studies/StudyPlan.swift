/// The variations that a study compares: each is played once, and those that come to the same
/// together.
public struct StudyPlan: Sendable {
  /// The rules that variations change.
  public let rules: PoolRules
  /// The dataset that they change.
  public let dataset: Dataset
  /// What is to be played, by the first of the variations that come to it.
  private var played: [Variation] = []
  private var placeOfWork: [Work: Int] = [:]
  private var placeOfVariation: [Variation: Int] = [:]
  private let longestGap: Interval

  /// Creates a plan without a variation.
  ///
  /// - Parameters:
  ///   - rules: The rules that variations change.
  ///   - dataset: The dataset that they change.
  /// - Complexity: O(page views).
  public init(_ rules: PoolRules, of dataset: Dataset) {
    self.rules = rules
    self.dataset = dataset
    longestGap = dataset.traffic.longestGapWithinStays
  }

  /// What playing a variation amounts to.
  private struct Work: Hashable {
    var rules: PoolRules
    var selection: Variation?
  }

  /// Adds a variation, unless it is there.
  ///
  /// - Complexity: O(1).
  public mutating func add(_ variation: Variation) {
    let work = Work(
      rules: representative(of: variation.rules(changedFrom: rules)),
      selection: variation.selection)
    if let place = placeOfWork[work] {
      placeOfVariation[variation] = place
    } else {
      placeOfWork[work] = played.count
      placeOfVariation[variation] = played.count
      played.append(variation)
    }
  }

  /// Of the rules that make the same holds one: where the timeout is longer than every gap within
  /// a stay, both readings of the gaps are the same. But not for a match window, which runs from
  /// the last sign of life.
  private func representative(of rules: PoolRules) -> PoolRules {
    var rules = rules
    if !rules.match.hasWindow, rules.hold.presence == .views, rules.hold.tail > longestGap {
      rules.hold.presence = .tabOpen
    }
    return rules
  }

  /// Plays all variations.
  ///
  /// - Parameters:
  ///   - map: The threads to use.
  ///   - play: What to do with each: its name, its rules, and its dataset.
  /// - Complexity: That of playing each once.
  public func play<Found: Sendable>(
    on map: some ParallelMap, _ play: @Sendable (Variation, PoolRules, Dataset) -> Found
  ) -> StudyOutcomes<Found> {
    StudyOutcomes(
      found: map.map(played) { variation in
        play(
          variation, variation.rules(changedFrom: rules),
          variation.dataset(changedFrom: dataset))
      }, places: placeOfVariation)
  }
}

/// What was found of each variation of a plan.
public struct StudyOutcomes<Found: Sendable>: Sendable {
  fileprivate let found: [Found]
  fileprivate let places: [Variation: Int]

  /// What was found of a variation.
  ///
  /// - Parameter variation: One of the plan's.
  /// - Complexity: O(1).
  public subscript(variation: Variation) -> Found {
    guard let place = places[variation] else {
      preconditionFailure("The plan doesn't have this variation")
    }
    return found[place]
  }
}
