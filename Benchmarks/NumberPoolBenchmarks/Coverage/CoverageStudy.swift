import NumberPools

/// Whether forecasts keep their word: on made-up logs whose next weeks are known.
struct CoverageStudy: Sendable {
  /// How many logs of each length and family.
  var logs: Int
  /// The lengths of logs, in days.
  var lengths = [7, 14, 28]
  var families = TrafficFamily.allCases
  /// How many days are foretold.
  var ahead = 28
  var futures = 1000
  var seed: UInt64 = 1

  static let target = Target([
    Target.Condition(.coverage, .atLeast, units: 9_900_000),
    Target.Condition(.credit(.minutes(15)), .atLeast, units: 9_500_000),
  ])

  /// What one log came to.
  struct Outcome: Sendable {
    /// What its next weeks needed.
    var need: Int
    /// What each way would have bought, in the order of ``Way``.
    var bought: [Int]
  }

  /// Ways to tell the next weeks from a log.
  enum Way: String, CaseIterable, Sendable {
    case forecast = "forecast, 95 %"
    case answer = "the log's answer"
    case peak = "its peak"
    case quarterMore = "its answer and a quarter"
    case repeatedDays = "bootstrap of days, 95 %"
  }

  /// The logs of one length and family.
  struct Cell: Sendable {
    var family: TrafficFamily
    var length: Int
    var outcomes: [Outcome]
  }

  /// One log of a cell.
  func outcome(_ family: TrafficFamily, _ length: Int, _ number: Int) -> Outcome {
    let whole = family.traffic(
      days: length + ahead, seed: seed &* 1_000_003 &+ UInt64(number) &* 31 &+ UInt64(length))
    let start = (whole.first ?? Timestamp(milliseconds: 0))
    let cut = start + .milliseconds(-Int64(start.millisecondOfDay)) + .days(Int64(length))
    let log = TrafficSelection(of: whole) { $1.start < cut }.traffic
    let next = TrafficSelection(of: whole) { cut <= $1.start }.traffic
    let answer = Self.need(of: log)
    var bought = [0, answer.numbers, answer.peak, (answer.numbers * 5 + 3) / 4, 0]
    let question = ForecastQuestion(
      target: Self.target, days: ahead, futures: futures, seed: UInt64(number))
    if let plan = ForecastPlan(question, of: log) {
      let forecast = plan.forecast()
      bought[0] = forecast.numbers ?? .max
      bought[4] = forecast.ifDaysRepeat ?? .max
    }
    return Outcome(need: Self.need(of: next).numbers, bought: bought)
  }

  static func need(of traffic: Traffic) -> (numbers: Int, peak: Int) {
    let curve = PoolCurve(
      of: traffic, rules: PoolRules(), credit: CreditQuestion(lags: [.minutes(15)]))
    return ((try? MinimumPool(for: target, on: curve).numbers) ?? 0, curve.peak)
  }

  /// All logs of a cell, on as many threads as there are cores.
  func cell(_ family: TrafficFamily, _ length: Int) async -> Cell {
    let outcomes = await withTaskGroup(of: (Int, Outcome).self) { group in
      for number in 0..<logs {
        group.addTask { (number, outcome(family, length, number)) }
      }
      var outcomes = [Outcome?](repeating: nil, count: logs)
      for await (number, outcome) in group { outcomes[number] = outcome }
      return outcomes.compactMap { $0 }
    }
    return Cell(family: family, length: length, outcomes: outcomes)
  }
}

extension CoverageStudy.Cell {
  /// How many logs a way bought enough for.
  func covered(_ way: Int) -> Int { outcomes.count { $0.need <= $0.bought[way] } }

  /// What a way bought, over what was needed, on average.
  func oversize(_ way: Int) -> Double {
    outcomes.reduce(0) { $0 + Double($1.bought[way]) / Double(max(1, $1.need)) }
      / Double(outcomes.count)
  }

  /// The interval of a share, with 95 %.
  ///
  /// Source: E. B. Wilson, "Probable inference", 1927.
  static func interval(_ count: Int, of total: Int) -> (Double, Double) {
    let share = Double(count) / Double(total)
    let square = 1.96 * 1.96 / Double(total)
    let middle = (share + square / 2) / (1 + square)
    let half =
      1.96 * (share * (1 - share) / Double(total) + square / Double(total) / 4).squareRoot()
    return (middle - half / (1 + square), middle + half / (1 + square))
  }
}
