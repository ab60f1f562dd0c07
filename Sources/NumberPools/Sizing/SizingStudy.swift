/// Everything that goes beside a pool size: what it rests on, and what one number less would cost.
public struct SizingStudy: Sendable {
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
  public let withoutBusiestWindow: QuietAnswer?
  /// The answer if every visitor read the last page for two minutes more.
  public let withReadingTime: Int?
  /// How long numbers are kept under the rule asked for.
  public let holds: Holds
  /// What becomes of the calls at the answer under the first allocation order asked for, and why;
  /// `nil` without calls or an answer.
  public let causes: CauseCounts?

  /// What is asked of the traffic.
  public struct Question: Hashable, Sendable {
    /// What the pool has to achieve.
    public var target: Target
    /// How long visitors keep numbers.
    public var rule: HoldRule
    /// Which page views ask.
    public var request: RequestRule
    /// Which free number is lent; with several, the target has to be met under each.
    public var allocations: [Allocation]
    /// Whom a call is credited to.
    public var match: MatchRule
    /// Calls whose true session is known; empty without a call log.
    public var calls: [Call]
    /// The lags whose credit is shown.
    public var lags: [Interval]
    /// The reuse timeouts to compare with the one asked for.
    public var comparedTimeouts: [Interval]
    /// What numbers cost and calls are worth, and which numbers can only be rented together.
    public var economics: Economics
    /// Sizes that are to be judged besides the answer and those around it, such as an offer.
    public var judgedSizes: [Int]

    /// Creates a question.
    public init(
      target: Target, rule: HoldRule = HoldRule(), request: RequestRule = .everyPageView,
      allocations: [Allocation] = [.longestIdle], match: MatchRule = .lastHolder,
      calls: [Call] = [], lags: [Interval] = CreditQuestion.reportedLags,
      comparedTimeouts: [Interval] = SizingStudy.usualTimeouts,
      economics: Economics = Economics(), judgedSizes: [Int] = []
    ) {
      precondition(!allocations.isEmpty, "Some number has to be lent")
      self.allocations = allocations
      self.match = match
      self.calls = calls
      self.lags = lags
      self.comparedTimeouts = comparedTimeouts
      self.target = target
      self.rule = rule
      self.request = request
      self.economics = economics
      self.judgedSizes = judgedSizes
    }

    /// The answer that holds on all of some curves, rounded up to whole blocks.
    func minimum(on curves: [PoolCurve]) -> Result<MinimumPool, MinimumPool.Failure> {
      Result { () throws(MinimumPool.Failure) in
        var exact = 0
        for curve in curves {
          exact = max(exact, try MinimumPool(for: target, on: curve).numbers)
        }
        return MinimumPool(numbers: economics.rented(for: exact))
      }
    }

    /// Whether a call is credited only for some time after a sign of life.
    public var hasMatchWindow: Bool {
      if case .lastHolderWithin = match { return true }
      return false
    }

    /// The sizes worth comparing with a pool: those some numbers, or blocks, around it.
    ///
    /// - Parameter numbers: The size of the pool.
    /// - Complexity: O(1).
    public func sizes(around numbers: Int) -> [Int] {
      (-10...10).map { numbers + $0 * economics.blockSize }.filter { $0 >= 0 }
    }

    /// The lags that the target speaks of.
    var targetLags: [Interval] {
      target.conditions.compactMap {
        if case .credit(let lag) = $0.metric { return lag }
        return nil
      }
    }

    /// A curve for each allocation order, worked out as far as the answer needs.
    ///
    /// - Parameter isWhole: Whether to measure all that is reported, or only what the target needs.
    func curves(of holds: Holds, in traffic: Traffic, isWhole: Bool) async -> [PoolCurve] {
      let needsCalls = isWhole || target.conditions.contains { $0.metric.isOfCalls }
      let lags = Set(targetLags + (isWhole ? lags : [])).sorted()
      var curves: [PoolCurve] = []
      var random: (place: Int, curve: RandomCurve)?
      for allocation in allocations {
        let credit = CreditQuestion(
          allocation: allocation, match: match, calls: needsCalls ? calls : [], lags: lags)
        if allocation == .random, credit.hasCalls {
          var curve = RandomCurve(
            PageViewChains(of: holds), in: traffic, request: request, credit: credit)
          await curve.workOut(target)
          random = (curves.count, curve)
          curves.append(curve.curve)
        } else {
          curves.append(
            await PoolCurve(of: holds, in: traffic, request: request, credit: credit))
        }
      }
      guard isWhole, let place = random?.place, var curve = random?.curve else { return curves }
      await curve.workOutPeak()
      let answer = try? minimum(on: curves).get().numbers
      let near = [answer, economics.rented(for: curve.curve.peak)].compactMap { $0 }
      await curve.workOut(
        near.flatMap(sizes(around:)) + judgedSizes
          + [2, 3, 5, 10].map { $0 * max(1, answer ?? curve.curve.peak) })
      await curve.workOut(economics)
      curves[place] = curve.curve
      return curves
    }
  }

  /// The answer at one reuse timeout.
  public struct TimeoutAnswer: Hashable, Sendable {
    /// The timeout.
    public var reuseTimeout: Interval
    /// The minimum pool if the tab stays open between page views.
    public var tabOpen: Int?
    /// The minimum pool if only page views count.
    public var views: Int?
  }

  /// The answer without the busiest window.
  public struct QuietAnswer: Hashable, Sendable {
    /// The minimum pool.
    public var numbers: Int?
    /// The peak.
    public var peak: Int
  }

  /// The reuse timeouts that studies compare, besides the one asked for.
  public static let usualTimeouts: [Interval] = [
    .zero, .seconds(150), .minutes(5), .minutes(15), .minutes(30), .minutes(60),
  ]

  /// Studies traffic, on as many threads as there are cores.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - traffic: The sessions that get numbers.
  /// - Complexity: O(page views) for each of about fifteen passes.
  public init(_ question: Question, of traffic: Traffic) async {
    let holds = Holds(of: traffic, rule: question.rule)
    var variants: [Variant] = [Variant(question.rule, holds: holds), Variant(question.rule)]
    variants[1].rule.lastPageTime = question.rule.lastPageTime + .minutes(2)
    let window = BusiestWindow(of: .minutes(15), in: traffic)
    if let window {
      variants.append(Variant(question.rule, without: window))
    }
    // Rules that make the same holds are played once, the question's own among them.
    let longestGap = traffic.longestGapWithinStays
    let representative = { question.hasMatchWindow ? $0 : Self.representative(of: $0, longestGap) }
    var variantOfRule = [representative(question.rule): 0]
    let timeouts = Set(question.comparedTimeouts + [question.rule.reuseTimeout]).sorted()
    func variant(_ timeout: Interval, _ presence: Presence) -> Int {
      var rule = question.rule
      rule.reuseTimeout = timeout
      rule.presence = presence
      rule = representative(rule)
      if let known = variantOfRule[rule] { return known }
      variants.append(Variant(rule))
      variantOfRule[rule] = variants.count - 1
      return variants.count - 1
    }
    let places = timeouts.map { (variant($0, .tabOpen), variant($0, .views)) }
    let outcomes = await variants.concurrentMap { await $0.outcome(question, of: traffic) }

    self.question = question
    self.holds = holds
    curve = outcomes[0].curves[0]
    otherCurves = Array(outcomes[0].curves.dropFirst())
    minimum = question.minimum(on: outcomes[0].curves)
    causes = question.causes(with: try? minimum.get().numbers, of: holds, in: traffic)
    withReadingTime = outcomes[1].numbers
    busiestWindow = window
    withoutBusiestWindow = window.map { _ in
      QuietAnswer(numbers: outcomes[2].numbers, peak: outcomes[2].curves[0].peak)
    }
    self.timeouts = timeouts.indices.map { index in
      TimeoutAnswer(
        reuseTimeout: timeouts[index],
        tabOpen: outcomes[places[index].0].numbers, views: outcomes[places[index].1].numbers)
    }
  }

  /// Of the rules that make the same holds one: where the timeout is longer than every gap within
  /// a stay, both readings of the gaps are the same. But not for a match window, which runs from
  /// the last sign of life.
  private static func representative(of rule: HoldRule, _ longestGap: Interval) -> HoldRule {
    var rule = rule
    if rule.presence == .views, rule.tail > longestGap {
      rule.presence = .tabOpen
    }
    return rule
  }

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

  /// Whether one short burst decides: without the busiest 15 minutes the peak would be lower by
  /// a fifth or more.
  public var burstSetsPeak: Bool {
    withoutBusiestWindow.map { $0.peak * 5 <= curve.peak * 4 } ?? false
  }
}

extension SizingStudy.Question {
  /// What becomes of the calls with so many numbers, and why: counted, or expected of a random
  /// number.
  fileprivate func causes(
    with numbers: Int?, of holds: Holds, in traffic: Traffic
  ) -> CauseCounts? {
    guard let numbers, !calls.isEmpty else { return nil }
    let dialled = DialledCalls(calls, in: holds)
    if allocations[0] == .random {
      let pass = LevelPass(holds, request: request)
      return RandomCauses(
        PageViewChains(of: holds), levels: pass.levels, numbers: numbers, traffic: traffic
      ).expected(dialled)
    }
    let outcome = Replay(numbers: numbers, request: request).run(holds, allocation: allocations[0])
    return CauseCounts(
      CallMatcher(rule: match)
        .match(
          dialled, after: outcome, with: MatchHistory(of: holds, in: traffic), in: traffic))
  }
}

/// One pass of a study: the same question under another rule, or without a burst.
private struct Variant: Sendable {
  var rule: HoldRule
  let window: BusiestWindow?
  /// Those of the rule asked for, of which all that is reported is measured.
  let holds: Holds?

  init(_ rule: HoldRule, holds: Holds? = nil, without window: BusiestWindow? = nil) {
    self.rule = rule
    self.holds = holds
    self.window = window
  }

  func outcome(
    _ question: SizingStudy.Question, of traffic: Traffic
  ) async -> (curves: [PoolCurve], numbers: Int?) {
    var question = question
    var traffic = traffic
    if let window {
      let selection = TrafficSelection(of: traffic) { !window.contains($1) }
      question.calls = selection.calls(question.calls)
      traffic = selection.traffic
    }
    let curves = await question.curves(
      of: holds ?? Holds(of: traffic, rule: rule), in: traffic, isWhole: holds != nil)
    return (curves, try? question.minimum(on: curves).get().numbers)
  }
}
