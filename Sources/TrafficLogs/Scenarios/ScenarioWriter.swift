public import NumberPools

/// Writes scenario files.
public struct ScenarioWriter: Sendable {
  private var lines: [String] = []
  private var depth = 0

  private init() {}

  /// The text of a scenario, which ``ScenarioReader`` reads back as the same one.
  ///
  /// - Parameters:
  ///   - scenario: What to write.
  ///   - remark: What stands above it as a comment, a line of text each.
  /// - Complexity: O(length).
  public static func text(of scenario: Scenario, remark: [String] = []) -> String {
    var writer = Self()
    writer.object("", isLast: true) { $0.whole(scenario) }
    return (remark.map { $0.isEmpty ? "//" : "// \($0)" } + writer.lines)
      .joined(separator: "\n") + "\n"
  }

  mutating func line(_ text: String) {
    lines.append(String(repeating: "  ", count: depth) + text)
  }

  mutating func add(_ key: String, _ value: String?) {
    if let value { line("\"\(key)\": \(value),") }
  }

  mutating func object(
    _ key: String, isLast: Bool = false, _ write: (inout Self) -> Void
  ) {
    block(key.isEmpty ? "" : "\"\(key)\": ", "{", "}", isLast: isLast, write)
  }

  /// Lines between brackets; nothing where there are none. A comma may stand behind the last one.
  private mutating func block(
    _ name: String, _ opening: String, _ closing: String, isLast: Bool = false,
    _ write: (inout Self) -> Void
  ) {
    let before = lines.count
    line(name + opening)
    depth += 1
    write(&self)
    depth -= 1
    if lines.count == before + 1, !isLast {
      lines.removeLast()
    } else {
      line(isLast ? closing : closing + ",")
    }
  }

  /// Text as JSON writes it.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }

  /// A number that is read back to the last digit.
  static func number(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
  }

  private static func duration(_ interval: Interval) -> String { quoted(interval.shorthand) }

  private static func amount(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return rest == 0
      ? "\(hundredths / 100)" : "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func law(_ law: DurationLaw) -> String { "{\(parts(of: law))}" }

  private static func parts(of law: DurationLaw) -> String {
    switch law {
    case .exponential(let mean): "\"mean\": \(duration(mean))"
    case .lognormal(let median, let sigma):
      "\"median\": \(duration(median)), \"sigma\": \(number(sigma))"
    case .constant(let length): "\"always\": \(duration(length))"
    case .uniform(let from, let to): "\"from\": \(duration(from)), \"to\": \(duration(to))"
    }
  }
}

extension ScenarioWriter {
  private mutating func whole(_ scenario: Scenario) {
    add("question", scenario.question.map(Self.quoted))
    add("time_zone", Self.quoted(scenario.timeZone))
    add("start", Self.quoted(scenario.start.description))
    add("days", "\(scenario.days)")
    add("seed", "\(scenario.seed)")
    week(scenario.week)
    add("growth_per_week", Self.number(scenario.growthPerWeek))
    let days = scenario.dayToDay
    add(
      "day_to_day",
      days.own == 0
        ? Self.number(days.common)
        : "{\"common\": \(Self.number(days.common)), \"own\": \(Self.number(days.own))}")
    block("\"bursts\": ", "[", "]") { writer in
      for burst in scenario.bursts { writer.line(Self.text(of: burst) + ",") }
    }
    block("\"channels\": ", "[", "]") { writer in
      for channel in scenario.channels { writer.object("") { $0.channel(channel) } }
    }
    visit(scenario.visit)
    returning(scenario.returning)
    add("shared_links", Self.number(scenario.sharedLinks))
    add("not_swapped", Self.number(scenario.notSwapped))
    add(
      "bots",
      "{\"share\": \(Self.number(scenario.bots.share)), \"declared\":"
        + " \(Self.number(scenario.bots.declared))}")
    calls(scenario.calls)
    object("pool") { $0.pool(scenario.pool) }
    add("target", scenario.target.map { Self.quoted($0.description) })
    add("price_per_number", scenario.pricePerNumber.map(Self.amount))
    add("value_per_call", scenario.valuePerCall.map(Self.amount))
    block("\"assumptions\": ", "[", "]") { writer in
      for path in scenario.assumptions { writer.line(Self.quoted(path) + ",") }
    }
    object("sources") { writer in
      for (path, source) in scenario.sources.sorted(by: { $0.key < $1.key }) {
        writer.line("\(Self.quoted(path)): \(Self.quoted(source)),")
      }
    }
  }

  private static func text(of burst: Scenario.Burst) -> String {
    var parts = [
      "\"at\": \(quoted(burst.at.description))", "\"visits\": \(number(burst.visits))",
      "\"half_life\": \(duration(burst.halfLife))",
    ]
    if let channel = burst.channel { parts.append("\"channel\": \(quoted(channel))") }
    if let every = burst.every { parts.append("\"every\": \(duration(every))") }
    if burst.times != 1 || burst.every != nil { parts.append("\"times\": \(burst.times)") }
    return "{\(parts.joined(separator: ", "))}"
  }

  private mutating func channel(_ channel: Scenario.Channel) {
    add("name", Self.quoted(channel.name))
    add("visits_per_day", Self.number(channel.visitsPerDay))
    add("site", Self.quoted(channel.site))
    add("source", channel.source.map(Self.quoted))
    add("medium", channel.medium.map(Self.quoted))
    switch channel.campaigns {
    case .none: break
    case .zipf(let count, let exponent, let terms):
      add(
        "campaigns",
        "{\"count\": \(count), \"zipf\": \(Self.number(exponent)), \"terms\": \(terms)}")
    case .list(let list):
      block("\"campaigns\": ", "[", "]") { writer in
        for campaign in list { writer.line(Self.text(of: campaign) + ",") }
      }
    }
    add("tagging", channel.tagging.map(Self.text))
    if channel.clickIDBesideUTM != 0 {
      add("click_id_beside_utm", Self.number(channel.clickIDBesideUTM))
    }
    add("cost_per_click", channel.costPerClick.map(Self.number))
    if let own = channel.week { week(own) }
    visit(channel.visit)
    returning(channel.returning)
    calls(channel.calls)
  }

  private static func text(of campaign: Scenario.Campaign) -> String {
    var parts = [
      "\"name\": \(quoted(campaign.name))", "\"share\": \(number(campaign.share))",
      "\"terms\": \(campaign.terms)", "\"zipf\": \(number(campaign.zipf))",
    ]
    if let tagging = campaign.tagging { parts.append("\"tagging\": \(text(of: tagging))") }
    return "{\(parts.joined(separator: ", "))}"
  }

  private static func text(of tagging: Scenario.Tagging) -> String {
    "{\"utm\": \(number(tagging.utm)), \"click_id\": \(number(tagging.clickID)), \"mistyped\":"
      + " \(number(tagging.mistyped))}"
  }

  private mutating func visit(_ visit: Scenario.Visit) {
    object("visit") { writer in
      writer.add("page_views", visit.pageViews.map(Self.number))
      writer.add("gap", visit.gap.map(Self.law))
      writer.add("last_page", visit.lastPage.map(Self.law))
    }
  }

  private mutating func returning(_ returning: Scenario.Returning) {
    object("returning") { writer in
      writer.add("share", returning.share.map(Self.number))
      writer.add("after", returning.after.map(Self.law))
      if let ways = returning.as {
        writer.add(
          "as",
          "{\"direct\": \(Self.number(ways.direct)), \"organic\": \(Self.number(ways.organic)),"
            + " \"same_link\": \(Self.number(ways.sameLink)), \"own_link\":"
            + " \(Self.number(ways.ownLink))}")
      }
      writer.add("new_cookie", returning.newCookie.map(Self.number))
    }
  }

  private mutating func calls(_ calls: Scenario.Calls) {
    object("calls") { writer in
      writer.add("probability", calls.probability.map(Self.number))
      writer.add("during_visit", calls.duringVisit.map(Self.number))
      if let later = calls.later {
        writer.line("\"later\": [")
        for law in later {
          writer.line(
            "  {\"share\": \(Self.number(law.share)), \(Self.parts(of: law.lag)),"
              + " \"saved_number\": \(law.savedNumber)},")
        }
        writer.line("],")
      }
      if let open = calls.open { writer.open(open) }
      writer.add("again", calls.again.map(Self.number))
      writer.add("again_after", calls.againAfter.map(Self.law))
      writer.add("misdialled_per_day", calls.misdialledPerDay.map(Self.number))
      writer.add("off_site_per_day", calls.offSitePerDay.map(Self.number))
      writer.add("answered", calls.answered.map(Self.number))
      writer.add("duration", calls.duration.map(Self.law))
    }
  }

  private mutating func pool(_ pool: Scenario.Pool) {
    add("numbers", pool.numbers.map(String.init))
    add("session_timeout", pool.sessionTimeout.map(Self.duration))
    add("reuse_timeout", pool.reuseTimeout.map(Self.duration))
    add("last_page_time", pool.lastPageTime.map(Self.duration))
    add("request", pool.request.map { Self.quoted($0.rawValue) })
    add(
      "allocation",
      pool.allocation.map { Self.quoted($0.count == 1 ? $0[0].rawValue : "unknown") })
    add("presence", pool.presence.map { Self.quoted($0.rawValue) })
    add(
      "match",
      pool.match.map { match in
        switch match {
        case .lastHolder: Self.quoted("last-holder")
        case .currentHolderOnly: Self.quoted("current-holder")
        case .lastHolderWithin(let window):
          Self.quoted("last-holder-within=\(window.shorthand)")
        }
      })
  }
}
