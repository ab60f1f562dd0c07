import NumberPools
import PoolReports
import TrafficLogs

/// What a scenario means, in sentences.
struct ScenarioSummary {
  private let scenario: Scenario
  private let clock: ZoneOffsets

  init(_ scenario: Scenario, clock: ZoneOffsets) {
    self.scenario = scenario
    self.clock = clock
  }

  /// A paragraph for what it asks, its period, its channels, its load and what it assumes.
  var text: String {
    var lines: [String] = []
    if let question = scenario.question { lines.append(Privacy.printable(question)) }
    lines.append(
      "\(scenario.days) days from \(scenario.start) in \(Privacy.printable(scenario.timeZone));"
        + " seed \(scenario.seed); people come by \(weekName(scenario.week)).")
    for channel in scenario.channels { lines.append(sentence(channel)) }
    lines += whole
    lines.append(load)
    let assumed = scenario.assumedPaths
    lines.append(
      assumed.isEmpty
        ? "Everything has a source."
        : "Assumed, without a source: \(assumed.joined(separator: ", ")).")
    return lines.map { Self.wrapped($0) }.joined()
  }

  private func sentence(_ channel: Scenario.Channel) -> String {
    let visit = scenario.visit(of: channel)
    let returning = scenario.returning(of: channel)
    let calls = scenario.calls(of: channel)
    var origin = "direct"
    if !channel.isDirect {
      origin = "\(channel.source ?? "no source") / \(channel.medium ?? "no medium")"
    }
    let probability = calls.probability ?? 0
    let perDay = channel.visitsPerDay * probability / (1 - (calls.again ?? 0))
    var text =
      "\(Privacy.printable(channel.name)) (\(Privacy.printable(origin))):"
      + " \(Self.number(channel.visitsPerDay)) sessions a day"
      + " (\(Self.number(channel.visitsPerDay * (1 - (returning.share ?? 0)))) first visits) of"
      + " \(Self.number(visit.pageViews ?? 1)) page views in the mean,"
      + " \(Self.percent(returning.share ?? 0)) of them followed by a return"
    text +=
      probability > 0
      ? "; \(Self.percent(probability)) of them lead to a call, \(Self.number(perDay)) calls a day"
      : "; nobody calls"
    if let week = channel.week { text += "; people come by \(weekName(week))" }
    return text + "."
  }

  private var whole: [String] {
    var lines: [String] = []
    let calls = scenario.calls.merged(over: .standard)
    if !scenario.bursts.isEmpty {
      let visits = scenario.bursts.map { $0.visits * Double($0.times) }.reduce(0, +)
      lines.append(
        "\(scenario.bursts.count) \(scenario.bursts.count == 1 ? "burst brings" : "bursts bring")"
          + " \(Self.number(visits)) visits beside these.")
    }
    if scenario.growthPerWeek != 0 {
      lines.append("Visits grow by \(Self.percent(scenario.growthPerWeek)) a week.")
    }
    if scenario.bots.share > 0 {
      lines.append(
        "\(Self.percent(scenario.bots.share)) of first visits are robots';"
          + " \(Self.percent(scenario.bots.declared)) of these say so.")
    }
    if scenario.notSwapped > 0 {
      lines.append("\(Self.percent(scenario.notSwapped)) of persons never see a pool number.")
    }
    if let misdialled = calls.misdialledPerDay, misdialled > 0 {
      lines.append("\(Self.number(misdialled)) calls a day are misdialled.")
    }
    if let offSite = calls.offSitePerDay, offSite > 0 {
      lines.append("\(Self.number(offSite)) calls a day are to numbers off the site.")
    }
    return lines
  }

  /// How many numbers are out in the busiest hour of the week in the mean.
  private var load: String {
    var busiest = 0.0
    let hold = scenario.pool.reuseTimeout ?? .minutes(30)
    for hour in 0..<168 {
      var load = 0.0
      for channel in scenario.channels {
        let week = channel.week ?? scenario.week
        let perHour = channel.visitsPerDay / 24 * week.hours[hour] / week.mean
        load += perHour * (scenario.visit(of: channel).meanLength + hold.hours)
      }
      busiest = max(busiest, load)
    }
    let days = Double(scenario.days)
    let sessions = scenario.channels.map(\.visitsPerDay).reduce(0, +)
    return "About \(Self.number(sessions * days)) sessions in all; in the busiest hour of the week"
      + " \(Self.number(busiest)) numbers are out in the mean."
  }

  private func weekName(_ week: WeekWeights) -> String {
    week.name.map { "the week '\($0)'" } ?? "a week of their own"
  }

  /// A number with at most three digits that say something.
  private static func number(_ value: Double) -> String {
    if value >= 100 { return "\(Int(value.rounded()))" }
    let scaled = (value * (value >= 10 ? 10 : 100)).rounded() / (value >= 10 ? 10 : 100)
    return scaled == scaled.rounded() ? "\(Int(scaled))" : "\(scaled)"
  }

  private static func percent(_ share: Double) -> String { "\(number(share * 100)) %" }

  /// Lines of a width that every terminal has.
  private static func wrapped(_ text: String) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + word.count + 1 > 79 {
        lines.append(line)
        line = "  \(word)"
      } else {
        line += line.isEmpty ? String(word) : " \(word)"
      }
    }
    return (lines + [line]).joined(separator: "\n") + "\n"
  }
}

extension Interval {
  fileprivate var hours: Double { Double(milliseconds) / 3_600_000 }
}
