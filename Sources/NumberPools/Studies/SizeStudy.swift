/// Everything that goes beside a pool size: what it rests on, and what one number less would cost.
public struct SizeStudy: Sendable {
  /// What was asked for.
  public let question: Question
  /// What every pool size would have done, under the first allocation order asked for.
  public let curve: PoolCurve
  /// The same under the other orders.
  public let otherCurves: [PoolCurve]
  /// The answer, or why there is none.
  public let minimum: Result<MinimumPool, MinimumPool.Failure>
  /// The answer for other reuse timeouts under both readings of a log's silences; the asked-for
  /// timeout is among them.
  public let timeouts: [TimeoutAnswer]
  /// The 15 minutes in which most sessions begin; `nil` without traffic.
  public let busiestWindow: BusiestWindow?
  /// The answer had those 15 minutes not been.
  public let withoutBusiestWindow: BusiestWindow.Without?
  /// The answer if every visitor read the last page for two minutes more.
  public let withReadingTime: Int?
  /// How many numbers each stretch of the time needed; empty where none were asked for.
  public let need: NeedOverTime
  /// Ways to need fewer numbers, the answer as asked first.
  public let savings: [Saving]
  /// How long numbers are kept under the rules asked for.
  public let holds: Holds
  /// What becomes of the calls at the answer under the first allocation order asked for, and why;
  /// `nil` without calls or an answer.
  public let causes: CauseCounts?

  /// The answer at one reuse timeout.
  public struct TimeoutAnswer: Hashable, Sendable {
    /// The timeout.
    public var reuseTimeout: Interval
    /// The minimum pool if the tab stays open between page views.
    public var tabOpen: Int?
    /// The minimum pool if only page views count.
    public var views: Int?
  }

  /// The reuse timeouts that studies compare, besides the one asked for.
  public static let usualTimeouts: [Interval] = [
    .zero, .seconds(150), .minutes(5), .minutes(15), .minutes(30), .minutes(60),
  ]

  /// Studies traffic and its calls.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - dataset: The sessions that get numbers, and their calls.
  ///   - map: The threads to use; the answer is the same with any number.
  /// - Complexity: O(page views) for each of about fifteen passes.
  public init(
    _ question: Question, of dataset: Dataset, on map: some ParallelMap = SerialMap()
  ) {
    let holds = Holds(of: dataset.traffic, rule: question.rules.hold)
    let window = BusiestWindow(of: .minutes(15), in: dataset.traffic)
    let timeouts = Set(question.comparedTimeouts + [question.rules.hold.reuseTimeout]).sorted()
    let longerReading = Variation.longerReading(by: .minutes(2))
    var plan = StudyPlan(question.rules, of: dataset)
    plan.add(.asAsked)
    plan.add(longerReading)
    if let window { plan.add(.without(window)) }
    let cut = question.stretches.all
    for stretch in cut { plan.add(.within(stretch)) }
    let ways = question.ways(dataset.traffic)
    for variation in ways.compactMap({ Saving(way: $0).variation(question.rules, window) }) {
      plan.add(variation)
    }
    for timeout in timeouts {
      for presence in Presence.allCases { plan.add(.reuseTimeout(timeout, presence)) }
    }
    let outcomes = plan.play(on: map) { variation, rules, dataset in
      let curves = question.curves(
        under: rules, of: dataset,
        variation == .asAsked ? holds : Holds(of: dataset.traffic, rule: rules.hold),
        question.depth(of: variation), on: map)
      return VariedAnswer(curves: curves, minimum: question.minimum(on: curves))
    }

    let asked = outcomes[.asAsked]
    self.question = question
    self.holds = holds
    curve = asked.curves[0]
    otherCurves = Array(asked.curves.dropFirst())
    minimum = asked.minimum
    causes = asked.numbers.flatMap { question.causes(with: $0, of: dataset, holds) }
    withReadingTime = outcomes[longerReading].numbers
    busiestWindow = window
    withoutBusiestWindow = window.map { window in
      let quiet = outcomes[.without(window)]
      return BusiestWindow.Without(numbers: quiet.numbers, peak: quiet.curves[0].peak)
    }
    need = NeedOverTime(
      unit: question.stretches.unit,
      stretches: cut.compactMap { stretch in
        let answer = outcomes[.within(stretch)]
        let curve = answer.curves[0]
        guard curve.sessions > 0 else { return nil }
        return NeedOverTime.Need(
          stretch: stretch, sessions: curve.sessions, peak: curve.peak, numbers: answer.numbers,
          coveredAtAnswer: asked.numbers.map(curve.sessionsCovered))
      })
    savings = ways.compactMap { way in
      Saving(way: way).variation(question.rules, window).map { Saving(way, outcomes[$0]) }
    }
    self.timeouts = timeouts.map { timeout in
      TimeoutAnswer(
        reuseTimeout: timeout, tabOpen: outcomes[.reuseTimeout(timeout, .tabOpen)].numbers,
        views: outcomes[.reuseTimeout(timeout, .views)].numbers)
    }
  }

  /// The answer to the same question after some change.
  fileprivate struct VariedAnswer: Sendable {
    var curves: [PoolCurve]
    var minimum: Result<MinimumPool, MinimumPool.Failure>
    var numbers: Int? { try? minimum.get().numbers }
  }
}

extension SizeStudy {
  /// Whether a pool of one size meets the target under every allocation order asked for; a larger
  /// one may still miss it.
  ///
  /// - Parameter numbers: The size of the pool.
  /// - Returns: `nil` without a session.
  /// - Complexity: O(conditions).
  public func meetsTarget(with numbers: Int) -> Bool? {
    var meetsAll = true
    for curve in [curve] + otherCurves {
      guard let isMet = question.target.isMet(on: curve, at: numbers) else { return nil }
      meetsAll = meetsAll && isMet
    }
    return meetsAll
  }

  /// Whether one short burst decides: without the busiest 15 minutes the answer would be lower by
  /// more than five numbers, or, where there is no answer, the peak.
  public var burstDecides: Bool {
    guard let quiet = withoutBusiestWindow else { return false }
    let (all, others) =
      if let numbers = try? minimum.get().numbers, let without = quiet.numbers {
        (numbers, without)
      } else {
        (curve.peak, quiet.peak)
      }
    return all - others > Self.negligible
  }

  /// So many numbers apart are next to nothing.
  private static let negligible = 5
}

extension Saving {
  /// What a change comes to.
  fileprivate init(_ way: Way, _ answer: SizeStudy.VariedAnswer) {
    self.init(way: way)
    let curve = answer.curves[0]
    numbers = answer.numbers
    eligible = curve.sessions
    covered = answer.numbers.map(curve.sessionsCovered)
    credited = answer.numbers.flatMap { curve.credit(at: Self.lag)?.correct[$0] }
  }
}

extension SizeStudy.Question {
  /// How much a variation has to tell.
  fileprivate func depth(of variation: Variation) -> Depth {
    switch variation {
    case .asAsked: .everything
    case .only, .without: .saving
    case .reuseTimeout(let timeout, _): timeout == Saving.shortTimeout ? .saving : .answer
    case .longerReading, .within: .answer
    }
  }

  /// What becomes of the calls with so many numbers, and why: counted, or expected of a random
  /// number.
  fileprivate func causes(
    with numbers: Int, of dataset: Dataset, _ holds: Holds
  ) -> CauseCounts? {
    guard !dataset.calls.isEmpty else { return nil }
    let dialled = DialledCalls(dataset.calls, in: holds)
    if Exactness(of: rules).method == .expectation {
      let pass = LevelPass(holds, request: rules.request)
      return RandomCauses(
        PageViewChains(of: holds), levels: pass.levels, numbers: numbers, traffic: dataset.traffic
      ).expected(dialled)
    }
    let outcome = HoldReplay(numbers: numbers, request: rules.request)
      .run(holds, allocation: rules.allocation)
    let history = MatchHistory(of: holds, in: dataset.traffic)
    return CauseCounts(
      CallMatcher(rule: rules.match)
        .match(dialled, after: outcome, with: history, in: dataset.traffic))
  }
}
