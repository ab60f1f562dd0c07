import NumberPools
import PoolReports
import TrafficLogs

/// `numberpool size`: how many numbers to rent.
struct SizeCommand: Command {
  static let name = "size"
  static let summary = "Finds the smallest pool that meets a target, and what fewer cost."
  static let usage = """
    Usage: numberpool size [options] FILE...

    Examples:
      numberpool size access.log
      numberpool size --target 'coverage >= 99.5%' --price-per-number 3 access.log*
      numberpool size --only paid --reuse-timeout 5m --json access.log.gz
      numberpool size page_views.csv --calls calls.csv --quote 40
      numberpool size --pool-by host --block-size 10 vhosts.log
    """
  static let options =
    [
      Option(
        "--target", "'coverage >= 99%, credit@15m >= 95%'",
        help: "what the pool must achieve, in the metrics\n"
          + "coverage, credit@LAG, and with calls correct,\nwrong, unknown, bad"),
      Option("--price-per-number", "AMOUNT", help: "rent of one number a month"),
      Option("--value-per-call", "AMOUNT", help: "what a call credited rightly is worth"),
      Option("--quote", "NUMBERS", help: "judges an offer of so many numbers"),
      Option("--block-size", "1", help: "numbers are rented in blocks of so many"),
      Option("--lags", "0,5m,15m,1h,4h,1d", help: "lags whose credit is shown; or none"),
      Option(
        "--timeouts", "0,2.5m,5m,15m,30m,60m",
        help: "reuse timeouts to compare; or none"),
      Option("--threads", "NUMBER", help: "at most so many at once; otherwise one a core"),
      TrafficArguments.poolOption,
    ] + PoolArguments.options + TrafficArguments.callOptions + TrafficArguments.options

  private let arguments: TrafficArguments
  private let pool: PoolArguments
  private let target: Target
  private let lags: [Interval]
  private let timeouts: [Interval]
  private let blockSize: Int
  private let threads: Int?
  private let monthlyPrice: Int?
  private let valuePerCall: Int?
  private let quote: Int?

  init(_ arguments: Arguments) throws(UsageError) {
    self.arguments = try TrafficArguments(arguments)
    pool = try PoolArguments(arguments)
    target = try Self.target(arguments["--target"], hasCalls: self.arguments.callInput != nil)
    lags = try arguments.intervals("--lags") ?? CreditQuestion.reportedLags
    timeouts = try arguments.intervals("--timeouts") ?? SizingStudy.usualTimeouts
    blockSize = try arguments.count("--block-size", default: 1, atLeast: 1) ?? 1
    threads = try arguments.count("--threads", default: nil, atLeast: 1)
    quote = try arguments.count("--quote", default: nil, atLeast: 0)
    monthlyPrice = try arguments.amount("--price-per-number")
    valuePerCall = try arguments.amount("--value-per-call")
    if pool.allocations.contains(.random), pool.match != .lastHolder {
      throw UsageError(
        message: "Chances of a random number are worked out for --match last-holder only.",
        hint: "Leave out --match, or replay one size with a --seed.")
    }
    if valuePerCall != nil, monthlyPrice == nil || self.arguments.callInput == nil {
      throw UsageError(
        message: "--value-per-call says nothing without a price and calls.",
        hint: "Add --price-per-number AMOUNT and --calls FILE.")
    }
  }

  func run() async throws(Failure) -> String {
    // Only what the study needs stays: the names of a large log are a third of its memory.
    let (read, calls, callsRead, groups, others) = try input()
    var section = read
    let traffic = section.traffic
    if calls.isEmpty, target.conditions.contains(where: { $0.metric.isOfCalls }) {
      let reasons = callsRead?.excluded.map { "\($0.calls) \($0.reason)" } ?? []
      throw Failure(
        .usage, "The target speaks of calls, and none can be judged.",
        hint: reasons.isEmpty
          ? "The file holds no incoming call."
          : "Left out: \(reasons.joined(separator: ", ").replacing("_", with: " ")).")
    }
    let rules = RuleOfThumb.all(for: traffic, holds: Holds(of: traffic, rule: arguments.rule))
    let question = SizingStudy.Question(
      target: target, rule: arguments.rule, request: arguments.request,
      allocations: pool.allocations, match: pool.match, calls: calls, lags: lags,
      comparedTimeouts: timeouts,
      economics: Economics(
        monthlyPrice: monthlyPrice, valuePerCall: valuePerCall, blockSize: blockSize,
        days: section.profile.daysWithTraffic),
      judgedSizes: rules.map(\.numbers) + [quote].compactMap { $0 })
    let study = await Parallelism.$width.withValue(threads) {
      await SizingStudy(question, of: traffic)
    }
    section.warnings += LogWarning.warnings(about: study)
    var report = SizeReport(
      section: section, study: study, sessionTimeout: arguments.sessionizer.timeout)
    report.quote = quote
    report.rules = rules
    report.callsRead = callsRead
    if !groups.isEmpty {
      let partition = TrafficPartition(of: traffic, into: groups.count, by: arguments.sessionizer)
      report.pools = try await pools(question, of: partition, named: groups)
      report.section.warnings += LogWarning.warnings(about: partition)
    }
    for other in others {
      report.otherReadings.append(await other.reading(question, threads: threads))
    }
    return arguments.isJSON ? report.json : report.text(TextPage.Style(hasColor: Terminal.hasColor))
  }

  private func input() throws(Failure) -> (
    section: TrafficSection, calls: [Call], callsRead: CallsSection?, groups: [String],
    others: [OtherTraffic]
  ) {
    let loaded = try arguments.load(needsTouches: false)
    return (
      loaded.section, loaded.calls.calls, loaded.callsRead, loaded.log.groups, loaded.otherTraffic
    )
  }

  private func pools(
    _ question: SizingStudy.Question, of partition: TrafficPartition, named names: [String]
  ) async throws(Failure) -> [SizeReport.Pool] {
    if names == [""] {
      throw Failure(
        .badData, "The log names no site, so there is nothing to make a pool for each of.",
        hint: "Write the log with the virtual host (%v or $host), or use --pool-by file.")
    }
    var pools: [SizeReport.Pool] = []
    let calls = partition.calls(question.calls)
    for (group, name) in names.enumerated() {
      var own = question
      own.calls = calls[group]
      own.lags = []
      own.judgedSizes = []
      let study = await Parallelism.$width.withValue(threads) { [own] in
        await SizingStudy(own, of: partition.pools[group])
      }
      pools.append(SizeReport.Pool(name: name.isEmpty ? "(no name)" : name, study: study))
    }
    return pools
  }

  private static func target(_ text: String?, hasCalls: Bool) throws(UsageError) -> Target {
    do throws(Target.ParsingError) {
      let target = try Target(text ?? "coverage >= 99%, credit@15m >= 95%")
      for condition in target.conditions where condition.metric.isOfCalls && !hasCalls {
        throw Target.ParsingError(
          description: "'\(condition.metric)' needs calls: add --calls FILE")
      }
      return target
    } catch {
      throw UsageError(
        message: "--target: \(error.description).", hint: "For example: 'coverage >= 99%'.")
    }
  }
}
