/// What a pool of one size would have done, event by event and call by call.
public struct ReplayStudy: Sendable {
  /// What was asked for.
  public let question: Question
  /// The holds that were replayed.
  public let holds: Holds
  /// What happened.
  public let outcome: Outcome
  /// The coverage of every size.
  public let curve: PoolCurve
  /// Whom each call is credited to, in order.
  public let calls: [CallOutcome]
  /// Of one hypothetical call a session at each lag, those credited rightly.
  public let creditByLag: [LagCount]

  /// What is asked of the traffic.
  public struct Question: Hashable, Sendable {
    /// How many numbers there are.
    public var numbers: Int
    /// How the pool works.
    public var rules: PoolRules
    /// Decides the choices of ``Allocation/random``; the other orders make none.
    public var seed: UInt64
    /// The lags whose credit is counted.
    public var lags: [Interval]

    /// Creates a question.
    ///
    /// - Parameters:
    ///   - numbers: How many numbers there are, from 0.
    ///   - rules: How the pool works.
    ///   - seed: Decides the choices of a random number.
    ///   - lags: The lags whose credit is counted.
    public init(
      numbers: Int, rules: PoolRules = PoolRules(), seed: UInt64 = 1,
      lags: [Interval] = CreditQuestion.reportedLags
    ) {
      self.numbers = numbers
      self.rules = rules
      self.seed = seed
      self.lags = lags
    }
  }

  /// So many of the hypothetical calls at a lag.
  public struct LagCount: Hashable, Sendable {
    /// How long after the last page view of its session each call comes.
    public var lag: Interval
    /// How many are credited rightly.
    public var correct: Int
    /// How many there are.
    public var calls: Int
  }

  /// Replays traffic, and credits its calls.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - dataset: The sessions that get numbers, and their calls.
  ///   - map: The threads to use; the answer is the same with any number.
  /// - Complexity: O(page views), once more for each lag.
  public init(
    _ question: Question, of dataset: Dataset, on map: some ParallelMap = SerialMap()
  ) {
    let traffic = dataset.traffic
    let rules = question.rules
    let holds = Holds(of: traffic, rule: rules.hold)
    let outcome = HoldReplay(numbers: question.numbers, request: rules.request)
      .run(holds, allocation: rules.allocation, seed: question.seed)
    let matcher = CallMatcher(rule: rules.match)
    let history = MatchHistory(of: holds, in: traffic)
    self.question = question
    self.holds = holds
    self.outcome = outcome
    curve = PoolCurve(of: holds, request: rules.request)
    calls = matcher.match(
      DialledCalls(dataset.calls, in: holds), after: outcome, with: history, in: traffic)
    // Credit by lag at this size only: by the matcher, which serves every order and rule.
    creditByLag = map.map(question.lags) { lag in
      let calls = CreditQuestion.hypotheticalCalls(of: lag, in: traffic)
      let matched = matcher.match(
        DialledCalls(calls, in: holds), after: outcome, with: history, in: traffic)
      return LagCount(
        lag: lag, correct: matched.count { $0.attribution == .correct }, calls: calls.count)
    }
  }
}
