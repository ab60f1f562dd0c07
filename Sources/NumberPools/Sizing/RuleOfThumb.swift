/// What a published rule would make one buy.
public struct RuleOfThumb: Hashable, Sendable {
  /// Whose rule it is.
  public var publisher: Publisher
  /// How many numbers it asks for.
  public var numbers: Int

  /// Creates a rule's answer.
  ///
  /// - Parameters:
  ///   - publisher: Whose rule it is.
  ///   - numbers: How many numbers it would have bought.
  public init(_ publisher: Publisher, numbers: Int) {
    self.publisher = publisher
    self.numbers = numbers
  }

  /// Who published a rule, in the order of the alphabet.
  public enum Publisher: CaseIterable, Hashable, Sendable {
    /// The visitors of the peak hour, by four.
    case callMatrix
    /// A table by sessions a month.
    case callRail
    /// The visitors of a day, by twenty.
    case callTrackingMetrics
    /// One in a hundred refused in the busiest hour, by Erlang's formula.
    case erlang
    /// The visitors of the peak hour, times the mean visit.
    case nimbata
    /// The visitors of the peak hour.
    case matelso
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
      RuleOfThumb(.callMatrix, numbers: up(Double(facts.peakHourVisitors) / 4)),
      RuleOfThumb(.callRail, numbers: callRail),
      RuleOfThumb(
        .callTrackingMetrics, numbers: up(Double(facts.visitorDays) / Double(facts.days) / 20)),
      RuleOfThumb(
        .erlang, numbers: ErlangB.numbers(load: facts.busiestHourLoad, refusingAtMost: 0.01)),
      RuleOfThumb(
        .nimbata,
        numbers: up(Double(facts.peakHourVisitors) * facts.meanSessionMinutes / 60)),
      RuleOfThumb(.matelso, numbers: facts.peakHourVisitors),
    ]
    // Rules that ask for as many stay in the order above.
    return rules.enumerated()
      .sorted { ($0.element.numbers, $0.offset) < ($1.element.numbers, $1.offset) }
      .map { $0.element }
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
