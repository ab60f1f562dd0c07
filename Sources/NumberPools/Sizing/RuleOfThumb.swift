/// What a published rule would make one buy.
public struct RuleOfThumb: Hashable, Sendable {
  /// Whose rule, and what it reckons with.
  public var name: String
  /// How many numbers it asks for.
  public var numbers: Int
  /// Where it is published.
  public var source: String

  /// Creates a rule's answer.
  ///
  /// - Parameters:
  ///   - name: What it is called in reports.
  ///   - numbers: How many numbers it would have bought.
  ///   - source: Where it is published.
  public init(name: String, numbers: Int, source: String) {
    self.name = name
    self.numbers = numbers
    self.source = source
  }
}

extension RuleOfThumb {
  /// What the published rules make of some traffic, fewest numbers first.
  ///
  /// Rules are read as published: by the hour of the clock in UTC, by the day and the month of 30
  /// days with traffic. Where a rule gives a range, its upper end is taken.
  ///
  /// - Parameters:
  ///   - traffic: What to apply them to.
  ///   - holds: Its holds, for Erlang's formula.
  /// - Returns: Nothing without a session.
  /// - Complexity: O(page views).
  public static func all(for traffic: Traffic, holds: Holds) -> [RuleOfThumb] {
    guard !traffic.sessions.isEmpty else { return [] }
    let facts = Facts(traffic, holds)
    func up(_ value: Double) -> Int { Int(value.rounded(.up)) }
    let monthly = Double(traffic.sessions.count) / Double(facts.days) * 30
    let callRail: Int =
      switch monthly {
      case ..<5000: 6
      case ..<25_000: 12
      default: 25
      }
    let rules = [
      RuleOfThumb(
        name: "Nimbata: peak hour's visitors x mean visit",
        numbers: up(Double(facts.peakHourVisitors) * facts.meanSessionMinutes / 60),
        source: "help.nimbata.com, estimating the pool of numbers for keyword-level tracking"),
      RuleOfThumb(
        name: "CallRail: table by sessions a month", numbers: callRail,
        source: "a third party's table of CallRail pool sizes; 25+ from 25,000 sessions"),
      RuleOfThumb(
        name: "CallMatrix: peak hour's visitors / 4",
        numbers: up(Double(facts.peakHourVisitors) / 4),
        source: "callmatrix.io, dynamic number insertion guide"),
      RuleOfThumb(
        name: "CallTrackingMetrics: day's visitors / 20",
        numbers: up(Double(facts.visitorDays) / Double(facts.days) / 20),
        source: "calltrackingmetrics.com, how many tracking numbers do I need"),
      RuleOfThumb(
        name: "matelso: peak hour's visitors", numbers: facts.peakHourVisitors,
        source: "knowledge.matelso.com, tracking quality: 100 % utilisation"),
      RuleOfThumb(
        name: "Erlang B: 1 % refused in the busiest hour",
        numbers: ErlangB.numbers(load: facts.busiestHourLoad, refusingAtMost: 0.01),
        source: "A. K. Erlang, 1917; load = mean occupancy of the busiest clock hour"),
    ]
    return rules.sorted { ($0.numbers, $0.name) < ($1.numbers, $1.name) }
  }

  /// What the rules reckon with.
  private struct Facts {
    var days = 0
    var visitorDays = 0
    var peakHourVisitors = 0
    var meanSessionMinutes = 0.0
    var busiestHourLoad = 0.0

    init(_ traffic: Traffic, _ holds: Holds) {
      var lastDay = [Int](repeating: .min, count: traffic.visitorCount)
      var lastHour = [Int](repeating: .min, count: traffic.visitorCount)
      var day = Int.min
      var hour = Int.min
      var inHour = 0
      for (index, time) in traffic.pageViewTimes.enumerated() {
        let session = traffic.sessions[Int(traffic.pageViewSessions[index].index)]
        let visitor = Int(session.visitor.index)
        let thisHour = time.day * 24 + time.millisecondOfDay / 3_600_000
        if time.day != day { days += 1 }
        day = time.day
        if thisHour != hour { inHour = 0 }
        hour = thisHour
        if lastDay[visitor] != day { visitorDays += 1 }
        if lastHour[visitor] != hour { inHour += 1 }
        lastDay[visitor] = day
        lastHour[visitor] = hour
        peakHourVisitors = max(peakHourVisitors, inHour)
      }
      // Of a session that goes on after hours, nobody means the hours by a visit's length.
      let length = traffic.stays.reduce(0.0) {
        $0 + Double(($1.lastSignOfLife - $1.start).milliseconds)
      }
      meanSessionMinutes = length / Double(traffic.stays.count) / 60_000
      busiestHourLoad = holds.busiestHourLoad
    }
  }
}
