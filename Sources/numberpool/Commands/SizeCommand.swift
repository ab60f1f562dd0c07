import NumberPools
import PoolReports
import SystemThreads
import TrafficLogs

/// `numberpool size`: how many numbers to rent.
struct SizeCommand: Command {
  static let name = "size"
  static let takesScenarios = true
  static let summary = "Finds the smallest pool that meets a target, and what fewer cost."
  static let examples = [
    "numberpool size access.log",
    "numberpool size --target 'coverage >= 99.5%' --price-per-number 3 access.log*",
    "numberpool size --only paid --reuse-timeout 5m --json access.log.gz",
    "numberpool size page_views.csv --calls calls.csv --quote 40",
    "numberpool size --pool-by host --block-size 10 vhosts.log",
    "numberpool size --visits-per-day 1000 --calls-per-day 20",
    "numberpool size clinic.json",
  ]
  static let flags =
    [.question, .forecast, .money] + PoolOptions.flags + [.pools, .calls] + ReadingOptions.flags
    + [.business, .longOutput]

  private let reading: ReadingOptions
  private let question: SizeStudy.Question
  private let wish: ForecastFindings.Wish?
  private let quote: Int?
  private let threads: Int?
  private let output: ReportOutput

  init(_ values: FlagValues) throws(UsageError) {
    let calls = try CallOptions(values)
    reading = try ReadingOptions(values, calls: calls, division: values[.poolBy])
    let pool = PoolOptions(values)
    let price = values[.pricePerNumber]
    let confidence = values[.confidence]
    wish = values[.forecastDays].map { ForecastFindings.Wish(days: $0, confidence: confidence) }
    quote = values[.quote]
    threads = values[.threads]
    output = ReportOutput(values)
    question = SizeStudy.Question(
      target: values[.target], rules: pool.rules, otherAllocations: pool.otherAllocations,
      lags: values[.lags], comparedTimeouts: values[.timeouts],
      economics: Economics(
        monthlyPrice: price, valuePerCall: values[.valuePerCall], blockSize: values[.blockSize]),
      judgedSizes: [quote].compactMap { $0 })
    for condition in question.target.conditions where condition.metric.isOfCalls && calls == nil {
      throw UsageError(
        message: "--target: '\(condition.metric)' needs calls: add --calls FILE.",
        hint: "For example: 'coverage >= 99%'.")
    }
    if pool.possibleRules.contains(where: { Exactness(of: $0).method == .singleDraw }) {
      throw UsageError(
        message: "Chances of a random number are worked out for --match last-holder only.",
        hint: "Leave out --match, or replay one size with a --seed.")
    }
    if values[.valuePerCall] != nil, price == nil || calls == nil {
      throw UsageError(
        message: "--value-per-call says nothing without a price and calls.",
        hint: "Add --price-per-number AMOUNT and --calls FILE.")
    }
  }

  func run() throws(Failure) -> String {
    let dataset = try reading.dataset()
    try check(dataset)
    let map = ProgressMap("Foretelling", on: ThreadMap(threads: threads))
    let findings = SizeFindings(question, foretelling: wish, of: dataset, on: map)
    map.end()
    return output.print(
      SizeReport(
        findings, of: dataset, quote: quote, showsPersonalData: reading.showsPersonalData))
  }

  /// Refuses what can't be answered from what was read.
  private func check(_ dataset: Dataset) throws(Failure) {
    if dataset.calls.isEmpty, question.target.conditions.contains(where: { $0.metric.isOfCalls }) {
      let excluded = dataset.callOrigin?.excluded ?? [:]
      let reasons = CallExclusion.allCases.compactMap { reason in
        excluded[reason].map { "\($0) \(reason.rawValue)" }
      }
      throw Failure(
        .usage, "The target speaks of calls, and none can be judged.",
        hint: reasons.isEmpty
          ? "The file holds no incoming call."
          : "Left out: \(reasons.joined(separator: ", ").replacing("_", with: " ")).")
    }
    if dataset.origin.pools == [""] {
      throw Failure(
        .badData, "The log names no site, so there is nothing to make a pool for each of.",
        hint: "Write the log with the virtual host (%v or $host), or use --pool-by file.")
    }
  }
}
