import NumberPools
import PoolReports
import SystemThreads
import TrafficLogs

/// `numberpool compare`: what a call tells under other ways of choosing the number.
struct CompareCommand: Command {
  static let name = "compare"
  static let takesScenarios = true
  static let summary = "Shows what a call tells with a pool, and with a number for each UTM tag."
  static let remarks = [
    "The same sessions and calls under other ways of choosing the number on the page: a number for"
      + " each tuple of UTM tags, static numbers with all that a good script does, a pool, and a"
      + " number for each visitor, the ceiling. All have as many numbers but the last."
  ]
  static let examples = [
    "numberpool compare access.log",
    "numberpool compare --calls calls.csv page_views.csv --full",
    "numberpool compare --truth sessions.csv --calls calls.csv page_views.csv",
    "numberpool compare FOLDER",
    "numberpool compare --utm-memory last:30d --utm-sees click-ids access.log",
  ]
  static let flags =
    [.comparison, .scripts] + PoolOptions.flags + [.calls, .comparisonFiles]
    + ReadingOptions.flags + [.comparisonOutput]

  private let reading: ReadingOptions
  private let pool: PoolOptions
  private let numbers: Int?
  private let target: Target
  private let truth: LogInput?
  private let costs: LogInput?
  private let script: ScriptOptions
  private let callsPath: String?
  private let isJSON: Bool
  private let isFull: Bool
  private let threads: Int?

  init(_ values: FlagValues) throws(UsageError) {
    reading = try ReadingOptions(values, calls: CallOptions(values))
    pool = PoolOptions(values)
    numbers = values[.numbers]
    target = values[.target]
    truth = values[.truth] ?? values.made?.sessions
    costs = values[.costs] ?? values.made?.costs
    script = ScriptOptions(values)
    callsPath = values[.comparedCallsOutput]
    isJSON = values[.json]
    isFull = values[.full]
    threads = values[.threads]
    if !pool.otherAllocations.isEmpty {
      throw UsageError(
        message: "A comparison has to know which number is lent.",
        hint: "Choose one --allocation: longest-idle, random, lowest-first.")
    }
    if values.made == nil {
      try OutputFile.check(
        [callsPath].compactMap { $0 },
        against: reading.inputs + [reading.calls?.input, truth, costs].compactMap { $0 })
    }
  }

  func run() throws(Failure) -> String {
    let truths = try truth.map { (input) throws(Failure) in try read(truth: input) }
    let compared = try reading.comparedDataset(with: truths)
    var input = compared.traffic
    if let truths, compared.sessionsWithoutTruth == input.visible.count {
      throw Failure(
        .badData, "No session of the input is among the \(truths.summary.lines) rows of --truth.",
        hint: "Both need the same session_id.")
    }
    script.drawNotSwapped(in: &input)
    if reading.calls == nil { input.calls = AssumedCalls(of: input.traffic).calls }
    let costs = try costs.map { (input) throws(Failure) in try read(costs: input) }
    let spend = costs?.rows.map { row in
      CampaignSpend(
        on: input.book.tagged(source: row.source, medium: row.medium, campaign: row.campaign),
        amount: row.amount)
    }
    let minimum = minimum(of: input)
    guard let numbers = numbers ?? minimum else {
      throw Failure(
        .usage, "No pool meets the target, so nothing says how many numbers to compare.",
        hint: "Add --numbers 20, or another --target.")
    }
    let comparison = SchemeComparison(
      SchemeQuestion(
        numbers: numbers, poolMinimum: minimum, rules: pool.rules, keys: script.keys, seed: 1),
      of: input)
    var report = CompareReport(
      comparison, of: compared.dataset, version: NumberPool.version,
      showsPersonalData: reading.showsPersonalData)
    report.excluded = CallExclusion.allCases.compactMap { reason in
      compared.excluded[reason].map { (reason.rawValue, $0) }
    }
    report.offSiteCalls = compared.offSiteCalls
    report.money = spend.flatMap { $0.isEmpty ? nil : comparison.money($0) }
    report.hasOwnDefault = script.hasOwnDefault
    report.knowsTruth = truths != nil
    report.sessionsWithoutTruth = compared.sessionsWithoutTruth
    report.notSwappedShare = script.notSwapped == 0 ? nil : script.notSwapped
    report.options = options
    try write(report, compared)
    return isJSON
      ? report.json
      : report.text(
        TextPage.Style(hasColor: Terminal.hasColor, width: Terminal.width, isFull: isFull))
  }

  /// The smallest pool that meets the target for those who see numbers.
  private func minimum(of input: ComparedTraffic) -> Int? {
    let isNotSwapped = input.isNotSwapped
    let asking = TrafficSelection(of: input.traffic) { session, _ in
      isNotSwapped.isEmpty || !isNotSwapped[Int(session.index)]
    }
    let calls = input.calls.compactMap { call in
      call.session.map { Call(at: call.time, session: $0) }
    }
    let question = SizeStudy.Question(
      target: target, rules: pool.rules, lags: [],
      comparedTimeouts: [])
    let study = SizeStudy(
      question, of: Dataset(traffic: asking.traffic, calls: asking.calls(calls)),
      on: ThreadMap(threads: threads))
    return try? study.minimum.get().numbers
  }

  private func read(truth input: LogInput) throws(Failure) -> VisitTruths {
    do throws(TableError) {
      return try reading.reader.readTruths(input)
    } catch {
      throw Failure(error, of: .traffic)
    }
  }

  private func read(costs input: LogInput) throws(Failure) -> CostTable {
    do throws(TableError) {
      return try reading.reader.readCosts(input)
    } catch {
      throw Failure(error, of: .traffic)
    }
  }

  private var options: [(name: String, value: String)] {
    let form = ValueForm<KeyRule.Memory>.memory
    return [
      ("numbers", numbers.map { "\($0)" } ?? "minimum"), ("target", target.description),
      ("utm_memory", form.write(script.keys.memory) ?? ""),
      ("utm_sees", script.sees.map(\.rawValue).joined(separator: ",")),
      ("fallback", script.hasOwnDefault ? "own" : "printed"),
      ("not_swapped", "\(script.notSwapped)"),
    ]
  }

  private func write(_ report: CompareReport, _ compared: ComparedDataset) throws(Failure) {
    guard let callsPath else { return }
    let names = compared.callNames
    let sessions = compared.dataset.traffic.sessions
    let file = try OutputFile(callsPath)
    try file.write(
      report.callsCSV(
        callNames: report.comparison.input.calls.indices.map {
          names.isEmpty ? "\($0 + 1)" : names[$0]
        },
        sessionName: compared.dataset.name(of:),
        visitorName: { "\(sessions[Int($0.index)].visitor.index + 1)" }
      ).utf8)
    try OutputFile.finish([file])
  }
}
