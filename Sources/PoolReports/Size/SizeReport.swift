public import NumberPools

/// The answer to "how many numbers must I rent", with what it rests on beside it.
public struct SizeReport: Sendable {
  /// What was read.
  public var section: TrafficSection
  /// The answer.
  public var study: SizeStudy
  /// How long a gap ends a session.
  public var sessionTimeout: Interval
  /// A vendor's offer to be judged.
  public var quote: Int?
  /// What the published rules would make one buy.
  public var rules: [RuleOfThumb] = []
  /// What the file of calls held; `nil` without one.
  public var callsRead: CallsSection?
  /// One answer for each of several pools; empty where there is only one.
  public var pools: [Pool] = []
  /// The same target had the input been read otherwise; empty where nothing is in doubt.
  public var otherReadings: [OtherReading] = []

  /// One of several pools.
  public struct Pool: Sendable {
    /// The file or site that it serves.
    public var name: String
    /// What every size of it would have done.
    public var curve: PoolCurve
    /// Its minimum, or why there is none.
    public var minimum: Result<MinimumPool, MinimumPool.Failure>

    /// Creates the answer for one pool.
    ///
    /// - Parameters:
    ///   - name: The value, site or file that it is for.
    ///   - study: The answer for its sessions alone.
    public init(name: String, study: SizeStudy) {
      self.name = name
      curve = study.curve
      minimum = study.minimum
    }
  }

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - section: What was read.
  ///   - study: The answer.
  ///   - sessionTimeout: The gap that ends a session.
  public init(section: TrafficSection, study: SizeStudy, sessionTimeout: Interval) {
    self.section = section
    self.study = study
    self.sessionTimeout = sessionTimeout
  }
}

extension SizeReport {
  /// What numbers cost and calls are worth.
  var economics: Economics { study.question.economics }

  /// The minimum pool, `nil` when no size is the answer.
  var numbers: Int? { try? study.minimum.get().numbers }

  /// The lag whose credit stands beside coverage.
  static let usualLag = Interval.minutes(15)

  /// The sum of the minima of several pools; `nil` when one of them has none.
  var pooledNumbers: Int? {
    var total = 0
    // A pool without a session needs no number.
    for pool in pools where pool.curve.sessions > 0 {
      guard let minimum = try? pool.minimum.get() else { return nil }
      total += minimum.numbers
    }
    return total
  }

  /// The sizes worth comparing: the answer, its neighbours and some way around it.
  var neighbours: [Int] {
    let block = economics.blockSize
    let peak = economics.rented(for: study.curve.peak)
    guard let numbers else { return [peak] }
    let near = [-10, -5, -2, -1, 0, 1, 2, 5, 10].map { numbers + $0 * block }
    return Set(near.filter { $0 >= 0 } + [peak, quote ?? numbers]).sorted()
  }

  /// Everything that the answer takes for granted.
  var assumptions: [String] {
    let rule = study.question.rules.hold
    var sentences = section.assumptions
    sentences.append(
      section.namesSessions
        ? namedSessions
        : "A session ends when the next page view is more than \(sessionTimeout) away.")
    if rule.reuseTimeout < sessionTimeout || study.question.rules.match.hasWindow {
      switch rule.presence {
      case .tabOpen:
        sentences.append(
          "Between the page views of a session the page stays open and keeps its number"
            + " (--presence tab-open). If only page views count, see the table of timeouts.")
      case .views:
        sentences.append(
          "Only page views keep a number (--presence views):"
            + " \(Figures.count(study.holds.midVisitChanges, "page view")) found it lost mid-visit. If"
            + " the page stays open in between, see the table of timeouts.")
      }
    }
    var reading =
      rule.lastPageTime == .zero
      ? "The last page of a session is read for no time at all."
      : "The last page of a session is read for \(rule.lastPageTime)."
    if let more = study.withReadingTime, let numbers {
      reading +=
        more == numbers
        ? " Two minutes more would not change the answer."
        : " Two minutes more would make it \(Figures.count(more, "number"))."
    }
    sentences.append(reading)
    sentences.append(
      study.question.rules.request == .everyPageView
        ? "A visitor who is refused asks again at every page view."
        : "Only the first page view of a hold asks for a number.")
    sentences.append(allocationSentence)
    if let expectationSentence { sentences.append(expectationSentence) }
    if !study.curve.creditByLag.isEmpty {
      sentences.append(
        "Credit by lag assumes nothing of when people call: it gives every session one call at"
          + " each lag after its last page view, and says how many would be credited rightly.")
    }
    sentences.append("All times are UTC.")
    return sentences
  }

  /// How sessions are taken that the input names.
  private var namedSessions: String {
    var sentence = "Sessions are taken as the input names them"
    let silent = SilentSessions(in: section.traffic)
    if silent.sessions > 0 {
      sentence +=
        "; \(Figures.count(silent.sessions)) of \(Figures.count(silent.all)) go on after more than"
        + " \(sessionTimeout) without a sign of life, and give their numbers back in between"
    }
    if let naming = section.traffic.naming, naming.shared > 0 {
      sentence +=
        "; a name that several visitors have (\(Figures.count(naming.shared)) of"
        + " \(Figures.count(naming.names))) means a session of each"
    }
    if let naming = section.traffic.naming, naming.passedOn > 0 {
      sentence +=
        "; one that passes from one visitor to another (\(Figures.count(naming.passedOn)) of"
        + " \(Figures.count(naming.names))) is one session"
    }
    return sentence + "."
  }

  /// How far chances were worked out, where calls are left to them.
  private var expectationSentence: String? {
    guard let curve = ([study.curve] + study.otherCurves).first(where: \.isExpected) else {
      return nil
    }
    return "More numbers raise the chances of a random one forever. They are worked out for up to"
      + " \(Figures.count(curve.largestSize, "number")), and nothing is said of the credit of larger"
      + " pools."
  }

  private var allocationSentence: String {
    switch study.question.allocations {
    case [.longestIdle]:
      "The pool lends the number that has been free for longest (--allocation longest-idle)."
        + " Many vendors don't say, some lend at random, which needs more numbers."
    case [.lowestFirst]: "The pool lends the lowest free number (--allocation lowest-first)."
    case [.random]:
      "The pool lends any free number (--allocation random): counts of calls, and of why they"
        + " aren't right, are expectations and not one draw."
    default:
      "Nobody knows which free number is lent (--allocation unknown): the answer holds for the"
        + " longest idle and for a random one; the tables show the former."
    }
  }
}
