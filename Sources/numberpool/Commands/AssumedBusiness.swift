import Foundation
import NumberPools
import TrafficLogs

/// A business of which nothing is known but what was typed: the rest is assumed.
struct AssumedBusiness {
  let scenario: Scenario
  /// What reports call it.
  let name: String
  private let file: String?

  /// What the flags of ``FlagGroup/business`` describe; `nil` where none was typed.
  init?(_ values: FlagValues) throws(UsageError) {
    guard values.isGiven(Flag.visitsPerDay) else {
      try values.refuse(
        .business, "describes a business without a log, and says nothing of one.",
        hint: "Add --visits-per-day NUMBER in place of a log, or leave it out.")
      return nil
    }
    guard values.operands.isEmpty else {
      throw UsageError(
        message: "--visits-per-day stands in place of a log, and '\(values.operands[0])' is given.",
        hint: "Leave out one of them.")
    }
    let visits = Double(values[.visitsPerDay] ?? 0)
    name = "\(Int(visits)) visits a day, made up"
    file = values[.saveScenario]
    var scenario = Scenario(channels: Self.channels(visits, paid: values[.paidShare]))
    scenario.question = "How many numbers does a site with \(Int(visits)) visits a day need?"
    scenario.days = values[.businessDays]
    scenario.week = try Self.week(peakHourShare: values[.peakHourShare])
    scenario.pool.sessionTimeout = values[.sessionTimeout]
    let pageViews = values[.pageViews]
    scenario.visit = Scenario.Visit(
      pageViews: pageViews,
      gap: try Self.gap(
        length: values[.visitLength], pageViews: pageViews, below: values[.sessionTimeout]))
    let calls = values[.callsPerDay]
    guard calls <= visits else {
      throw UsageError(
        message: "More calls than visits a day can't all be because of a visit.",
        hint: "Lower --calls-per-day.")
    }
    scenario.calls.probability = calls / visits
    scenario.assumptions = ["week", "visit", "calls", "returning"]
    if let problem = scenario.problems(by: .utc).first {
      throw UsageError(
        message: "No such business can be made up: \(problem.path) \(problem.reason).",
        hint: "Lower --visits-per-day or --days.")
    }
    self.scenario = scenario
  }

  /// Writes the scenario where that was asked for.
  func save() throws(Failure) {
    guard let file else { return }
    let output = try OutputFile(file)
    let text = ScenarioWriter.text(
      of: scenario,
      remark: [
        "What nobody measured is assumed. Change what you know better, and give this file in place",
        "of a log: numberpool size \(URL(fileURLWithPath: file).lastPathComponent)",
      ])
    try output.write(text.utf8)
    try OutputFile.finish([output])
  }

  private static func channels(_ visits: Double, paid: Double) -> [Scenario.Channel] {
    var channels: [Scenario.Channel] = []
    if paid > 0 {
      var search = Scenario.Channel("paid-search", visitsPerDay: visits * paid)
      (search.source, search.medium) = ("google", "cpc")
      channels.append(search)
    }
    if paid < 1 {
      var organic = Scenario.Channel("organic", visitsPerDay: visits * (1 - paid) / 2)
      (organic.source, organic.medium) = ("google", "organic")
      channels.append(organic)
      channels.append(Scenario.Channel("direct", visitsPerDay: visits * (1 - paid) / 2))
    }
    return channels
  }

  /// The week of office hours, its weights raised to the power at which the busiest hour of a
  /// weekday has a share of its visits.
  private static func week(peakHourShare share: Double) throws(UsageError) -> WeekWeights {
    let day = Array(WeekWeights.officeHours.hours.prefix(24))
    func peak(_ power: Double) -> Double {
      let weights = day.map { pow($0, power) }
      return (weights.max() ?? 0) / weights.reduce(0, +)
    }
    // At its sharpest four hours of that week share a day's visits.
    guard share > 1 / 24, share < 0.24 else {
      throw UsageError(
        message: "The busiest of 24 hours has more than 4.2 %, and of this week at most 24 %.",
        hint: "Write --peak-hour-share 10%, or save the scenario and give it a week of its own.")
    }
    var (low, high) = (0.0, 60.0)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if peak(middle) < share { low = middle } else { high = middle }
    }
    let most = pow(12.0, high)
    return WeekWeights(
      WeekWeights.officeHours.hours.map { (pow($0, high) / most * 10_000).rounded() / 100 })
  }

  /// The law of gaps whose mean, drawn below the session timeout, makes visits of a length.
  private static func gap(
    length: Interval, pageViews: Double, below timeout: Interval
  ) throws(UsageError) -> DurationLaw {
    let sigma = 1.1
    guard pageViews > 1 else { return .lognormal(median: .seconds(40), sigma: sigma) }
    let wanted = Double(length.milliseconds) / (pageViews - 1)
    let limit = Double(timeout.milliseconds)
    func normal(_ value: Double) -> Double { erfc(-value / 2.0.squareRoot()) / 2 }
    /// The mean of what is below the limit.
    func mean(_ median: Double) -> Double {
      let edge = log(limit / median) / sigma
      return median * exp(sigma * sigma / 2) * normal(edge - sigma) / normal(edge)
    }
    var (low, high) = (1.0, limit)
    guard wanted >= 10, wanted < mean(high) else {
      throw UsageError(
        message: "Visits of \(length) with \(pageViews) page views in the mean need gaps that no"
          + " visit has: they end at \(timeout).",
        hint: "Change --visit-length, --page-views or --session-timeout.")
    }
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if mean(middle) < wanted { low = middle } else { high = middle }
    }
    return .lognormal(median: .milliseconds(Int64(high.rounded())), sigma: sigma)
  }
}
