import NumberPools
import PoolReports
import SystemThreads
import TrafficLogs

/// `numberpool size`: how many numbers to rent.
struct SizeCommand: Command {
  static let name = "size"
  static let summary = "Finds the smallest pool that meets a target, and what fewer cost."
  static let examples = [
    "numberpool size access.log",
    "numberpool size --target 'coverage >= 99.5%' --price-per-number 3 access.log*",
    "numberpool size --only paid --reuse-timeout 5m --json access.log.gz",
    "numberpool size page_views.csv --calls calls.csv --quote 40",
    "numberpool size --pool-by host --block-size 10 vhosts.log",
  ]
  static let flags =
    [.question, .money] + PoolOptions.flags + [.pools, .calls] + ReadingOptions.flags
    + [.longOutput]

  private let reading: ReadingOptions
  private let pool: PoolOptions
  private let target: Target
  private let lags: [Interval]
  private let timeouts: [Interval]
  private let blockSize: Int
  private let threads: Int?
  private let monthlyPrice: Int?
  private let valuePerCall: Int?
  private let quote: Int?
  private let output: ReportOutput

  init(_ values: FlagValues) throws(UsageError) {
    let calls = try CallOptions(values)
    reading = try ReadingOptions(values, calls: calls, division: values[.poolBy])
    pool = PoolOptions(values)
    target = values[.target]
    lags = values[.lags]
    timeouts = values[.timeouts]
    blockSize = values[.blockSize]
    threads = values[.threads]
    quote = values[.quote]
    monthlyPrice = values[.pricePerNumber]
    valuePerCall = values[.valuePerCall]
    output = ReportOutput(values)
    for condition in target.conditions where condition.metric.isOfCalls && calls == nil {
      throw UsageError(
        message: "--target: '\(condition.metric)' needs calls: add --calls FILE.",
        hint: "For example: 'coverage >= 99%'.")
    }
    if pool.possibleRules.contains(where: { Exactness(of: $0).method == .singleDraw }) {
      throw UsageError(
        message: "Chances of a random number are worked out for --match last-holder only.",
        hint: "Leave out --match, or replay one size with a --seed.")
    }
    if valuePerCall != nil, monthlyPrice == nil || calls == nil {
      throw UsageError(
        message: "--value-per-call says nothing without a price and calls.",
        hint: "Add --price-per-number AMOUNT and --calls FILE.")
    }
  }

  func run() throws(Failure) -> String {
    // Only what the study needs stays: the names of a large log are a third of its memory.
    let (read, calls, callsRead, groups, others) = try input()
    var section = read
    let traffic = section.traffic
    if calls.isEmpty, target.conditions.contains(where: { $0.metric.isOfCalls }) {
      let reasons = callsRead?.excluded.map { "\($0.calls) \($0.reason.rawValue)" } ?? []
      throw Failure(
        .usage, "The target speaks of calls, and none can be judged.",
        hint: reasons.isEmpty
          ? "The file holds no incoming call."
          : "Left out: \(reasons.joined(separator: ", ").replacing("_", with: " ")).")
    }
    let rules = RuleOfThumb.all(for: traffic, holds: Holds(of: traffic, rule: pool.rules.hold))
    let question = SizeStudy.Question(
      target: target, rules: pool.rules, otherAllocations: pool.otherAllocations, lags: lags,
      comparedTimeouts: timeouts,
      economics: Economics(
        monthlyPrice: monthlyPrice, valuePerCall: valuePerCall, blockSize: blockSize,
        days: section.profile.daysWithTraffic),
      judgedSizes: rules.map(\.numbers) + [quote].compactMap { $0 })
    let map = ThreadMap(threads: threads)
    let dataset = Dataset(traffic: traffic, calls: calls)
    let study = SizeStudy(question, of: dataset, on: map)
    section.warnings += LogWarning.warnings(about: study)
    var report = SizeReport(
      section: section, study: study, sessionTimeout: reading.sessionizer.timeout)
    report.quote = quote
    report.rules = rules
    report.callsRead = callsRead
    if !groups.isEmpty {
      let partition = TrafficPartition(of: traffic, into: groups.count, by: reading.sessionizer)
      report.pools = try pools(question, of: partition, calls, named: groups, on: map)
      report.section.warnings += LogWarning.warnings(about: partition)
    }
    for other in others {
      report.otherReadings.append(other.reading(question, on: map))
    }
    return output.print(report)
  }

  private func input() throws(Failure) -> (
    section: TrafficSection, calls: [Call], callsRead: CallsSection?, groups: [String],
    others: [OtherTraffic]
  ) {
    let loaded = try reading.load(needsTouches: false)
    return (
      loaded.section, loaded.calls.calls, loaded.callsRead, loaded.sessions.log.groups,
      loaded.otherTraffic
    )
  }

  private func pools(
    _ question: SizeStudy.Question, of partition: TrafficPartition, _ calls: [Call],
    named names: [String], on map: ThreadMap
  ) throws(Failure) -> [SizeReport.Pool] {
    if names == [""] {
      throw Failure(
        .badData, "The log names no site, so there is nothing to make a pool for each of.",
        hint: "Write the log with the virtual host (%v or $host), or use --pool-by file.")
    }
    var pools: [SizeReport.Pool] = []
    var question = question
    question.lags = []
    question.judgedSizes = []
    let calls = partition.calls(calls)
    for (group, name) in names.enumerated() {
      let dataset = Dataset(traffic: partition.pools[group], calls: calls[group])
      let study = SizeStudy(question, of: dataset, on: map)
      pools.append(SizeReport.Pool(name: name.isEmpty ? "(no name)" : name, study: study))
    }
    return pools
  }
}
