import NumberPools
import PoolReports
import SystemThreads
import TrafficLogs

/// `numberpool backtest`: whether forecasts would have been right.
struct BacktestCommand: Command {
  static let name = "backtest"
  static let summary = "Tries the forecast of each part of a log on the next part."
  static let examples = [
    "numberpool backtest access.log.*.gz",
    "numberpool backtest --split month --confidence 90% page_views.csv",
  ]
  static let flags =
    [.backtest] + PoolOptions.flags + ReadingOptions.flags + [.longOutput]

  private let reading: ReadingOptions
  private let question: SizeStudy.Question
  private let length: TrafficPart.Length
  private let confidence: Double
  private let threads: Int?
  private let output: ReportOutput

  init(_ values: FlagValues) throws(UsageError) {
    reading = try ReadingOptions(values)
    let pool = PoolOptions(values)
    question = SizeStudy.Question(
      target: values[.target], rules: pool.rules, otherAllocations: pool.otherAllocations)
    length = values[.split]
    confidence = values[.confidence]
    threads = values[.threads]
    output = ReportOutput(values)
    if question.target.conditions.contains(where: { $0.metric.isOfCalls }) {
      throw UsageError(
        message: "--target speaks of calls, and who will call can't be foretold.",
        hint: "For example: 'coverage >= 99%'.")
    }
    if pool.possibleRules.contains(where: { Exactness(of: $0).method == .singleDraw }) {
      throw UsageError(
        message: "Chances of a random number are worked out for --match last-holder only.",
        hint: "Leave out --match.")
    }
  }

  func run() throws(Failure) -> String {
    let dataset = try reading.dataset()
    let map = ProgressMap("Foretelling", on: ThreadMap(threads: threads))
    let test = BackTest(question, each: length, confidence: confidence, of: dataset, on: map)
    map.end()
    return output.print(
      BackTestReport(test, of: dataset, showsPersonalData: reading.showsPersonalData))
  }
}
