public import NumberPools

/// What a pool of one size would have done.
public struct ReplayReport: Sendable {
  /// What was read.
  public var section: TrafficSection
  /// How many numbers there were.
  public var numbers: Int
  /// What happened.
  public var outcome: Outcome
  /// The coverage of every size.
  public var curve: PoolCurve
  /// What became of the calls; empty without any.
  public var calls: [CallOutcome]
  /// How sessions arrived, to tell wrong from right by luck; empty where that isn't known.
  public var touches: [Touch]
  /// What the file of calls held; `nil` without one.
  public var callsRead: CallsSection?
  /// What decided the choices of a random number; `nil` where none were made.
  public var seed: UInt64?
  /// One hypothetical call a session at each lag, and how many are credited rightly.
  public var creditByLag: [(lag: Interval, correct: Int, calls: Int)]
  /// From the first page view to the last release.
  let span: Interval
  let hours: [HourOfWeek]
  /// The same by the clock of the log.
  let localHours: [HourOfWeek]
  let use: [NumberUse]

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - section: What was read.
  ///   - numbers: The size of the pool.
  ///   - holds: The holds that were replayed.
  ///   - outcome: What became of them.
  ///   - curve: What every size would have done.
  ///   - calls: Whom each call is credited to.
  ///   - touches: How each session arrived.
  ///   - callsRead: What the file of calls held; `nil` without one.
  ///   - creditByLag: Of so many calls at each lag, those credited rightly.
  public init(
    section: TrafficSection, numbers: Int, holds: Holds, outcome: Outcome,
    curve: PoolCurve, calls: [CallOutcome] = [], touches: [Touch] = [],
    callsRead: CallsSection? = nil,
    creditByLag: [(lag: Interval, correct: Int, calls: Int)] = []
  ) {
    self.section = section
    self.numbers = numbers
    self.outcome = outcome
    self.curve = curve
    self.calls = calls
    self.touches = touches
    self.callsRead = callsRead
    self.creditByLag = creditByLag
    span = holds.starts.first.flatMap { first in holds.releases.max().map { $0 - first } } ?? .zero
    hours = HourOfWeek.all(section.traffic, holds, outcome, calls)
    localHours = HourOfWeek.all(section.traffic, holds, outcome, calls, clock: section.clock)
    use = NumberUse.all(numbers, outcome, calls)
  }
}

extension ReplayReport {
  /// Creates the report of a replay of a dataset.
  ///
  /// - Parameters:
  ///   - study: The replay.
  ///   - dataset: What was replayed, with how its sessions arrived.
  ///   - showsPersonalData: Whether lines that can't be read may be shown.
  /// - Complexity: O(page views).
  public init(_ study: ReplayStudy, of dataset: Dataset, showsPersonalData: Bool = false) {
    self.init(
      section: TrafficSection(of: dataset, showsPersonalData: showsPersonalData),
      numbers: study.question.numbers, holds: study.holds, outcome: study.outcome,
      curve: study.curve, calls: study.calls, touches: dataset.traffic.touches,
      callsRead: dataset.callOrigin.map {
        CallsSection(of: $0, showsPersonalData: showsPersonalData)
      },
      creditByLag: study.creditByLag.map { ($0.lag, $0.correct, $0.calls) })
    if study.question.rules.allocation == .random { seed = study.question.seed }
  }
}

extension ReplayReport {
  /// What happened in one hour of the week.
  struct HourOfWeek {
    /// Sessions that began in it.
    var sessions = 0
    /// Those of them that saw a number.
    var covered = 0
    /// Page views in it that asked in vain.
    var refused = 0
    /// Calls in it, and those credited rightly.
    var calls = 0
    var correct = 0

    /// The 168 hours from Monday 00:00 by a clock so far ahead of UTC.
    static func all(
      _ traffic: Traffic, _ holds: Holds, _ outcome: Outcome, _ calls: [CallOutcome],
      clock: Interval = .zero
    ) -> [Self] {
      func index(_ time: Timestamp) -> Int { Self.index(time + clock) }
      var hours = [Self](repeating: Self(), count: 168)
      var isCovered = [Bool](repeating: false, count: traffic.sessions.count)
      for (view, number) in outcome.shown.enumerated() {
        if number != nil { isCovered[Int(holds.pageViewSessions[view].index)] = true }
        if outcome.isRefusal[view] { hours[index(holds.pageViewTimes[view])].refused += 1 }
      }
      for (session, covered) in zip(traffic.sessions, isCovered) {
        hours[index(session.start)].sessions += 1
        if covered { hours[index(session.start)].covered += 1 }
      }
      for call in calls {
        hours[index(call.call.time)].calls += 1
        if call.attribution == .correct { hours[index(call.call.time)].correct += 1 }
      }
      return hours
    }

    /// 1970-01-01 was a Thursday.
    private static func index(_ time: Timestamp) -> Int {
      let weekday = ((time.day + 3) % 7 + 7) % 7
      return weekday * 24 + time.millisecondOfDay / 3_600_000
    }
  }

  /// How one number was used.
  struct NumberUse {
    /// How often it was lent.
    var loans = 0
    /// For how long in all.
    var held = Interval.zero
    /// Calls to it.
    var calls = 0

    static func all(
      _ numbers: Int, _ outcome: Outcome, _ calls: [CallOutcome]
    ) -> [Self] {
      var use = [Self](repeating: Self(), count: numbers)
      for loan in outcome.assignments {
        use[Int(loan.number.index)].loans += 1
        use[Int(loan.number.index)].held =
          use[Int(loan.number.index)].held + (loan.until - loan.from)
      }
      for call in calls {
        if let number = call.dialled { use[Int(number.index)].calls += 1 }
      }
      return use
    }
  }

  /// Wrong calls that are right all the same at a coarser level; `nil` where no session has a
  /// campaign, or none a source or medium, so that none can be right by it.
  var rightByLuck: (visitor: Int, campaign: Int?, channel: Int?) {
    let hasCampaigns = touches.contains { $0.campaign != nil }
    let hasChannels = touches.contains { $0.source != nil || $0.medium != nil }
    var luck = (visitor: 0, campaign: 0, channel: 0)
    for call in calls where call.attribution == .wrong {
      guard let credited = call.credited else { continue }
      if call.cause == .ownLaterSession { luck.visitor += 1 }
      guard !touches.isEmpty else { continue }
      let said = touches[Int(credited.index)]
      let truth = touches[Int(call.call.session.index)]
      guard said.sourceAndMedium == truth.sourceAndMedium else { continue }
      luck.channel += 1
      if said.campaign != nil, said.campaign == truth.campaign { luck.campaign += 1 }
    }
    return (luck.visitor, hasCampaigns ? luck.campaign : nil, hasChannels ? luck.channel : nil)
  }
}
