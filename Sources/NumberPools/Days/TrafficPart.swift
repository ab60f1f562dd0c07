/// The sessions of some traffic that begin within a stretch of time.
public struct TrafficPart: Sendable {
  /// When the stretch begins.
  public let from: Timestamp
  /// The first moment after it.
  public let until: Timestamp
  /// Its sessions, numbered anew.
  public let traffic: Traffic

  /// Takes the sessions that begin within a stretch.
  ///
  /// - Parameters:
  ///   - traffic: What to take them from.
  ///   - from: When the stretch begins.
  ///   - until: The first moment after it.
  /// - Complexity: O(page views).
  public init(of traffic: Traffic, from: Timestamp, until: Timestamp) {
    self.from = from
    self.until = until
    self.traffic =
      TrafficSelection(of: traffic) { from <= $1.start && $1.start < until }.traffic
  }

  /// What traffic is cut into.
  public enum Length: String, CaseIterable, Sendable {
    /// Seven days, from the first session after a gap on.
    case week
    /// A month of the calendar.
    case month
    /// Half of what lies between two gaps.
    case half
  }
}

extension TrafficPart {
  /// How many days it lasts, rounded to whole ones, at least 1.
  public var days: Int {
    max(1, Int(((until - from).milliseconds + LogDay.length / 2) / LogDay.length))
  }

  /// Cuts traffic into parts that were seen whole; those that follow each other without a gap
  /// touch.
  ///
  /// - Parameters:
  ///   - traffic: What to cut.
  ///   - length: How long a part is.
  ///   - dayOffset: How far ahead of UTC the clock is by which months begin.
  /// - Returns: The parts in order of time. Of a week up to an eighth may be missing at the end of
  ///   the log, and of a month three days at either end.
  /// - Complexity: O(page views x parts).
  public static func parts(
    of traffic: Traffic, each length: Length, dayOffset: Interval = .zero
  ) -> [TrafficPart] {
    stretches(of: traffic).flatMap { stretch -> [TrafficPart] in
      cuts(of: stretch, each: length, dayOffset).map {
        TrafficPart(of: traffic, from: $0.from, until: $0.until)
      }
    }
  }

  /// From the first session after a gap of more than a day to the last before one.
  private static func stretches(of traffic: Traffic) -> [ClosedRange<Timestamp>] {
    var stretches: [ClosedRange<Timestamp>] = []
    var start: Timestamp?
    var previous: Timestamp?
    for session in traffic.sessions {
      if let first = start, let last = previous, session.start - last > longestGap {
        stretches.append(first...last)
        start = session.start
      }
      start = start ?? session.start
      previous = session.start
    }
    if let start, let previous { stretches.append(start...previous) }
    return stretches
  }

  /// A weekend without a visitor is no gap in the log.
  private static let longestGap = Interval.days(3)

  private static func cuts(
    of stretch: ClosedRange<Timestamp>, each length: Length, _ dayOffset: Interval
  ) -> [(from: Timestamp, until: Timestamp)] {
    var cuts: [(from: Timestamp, until: Timestamp)] = []
    switch length {
    case .week:
      var from = stretch.lowerBound
      let most = stretch.upperBound + .milliseconds(7 * LogDay.length / 8)
      while from + .days(7) <= most {
        cuts.append((from, from + .days(7)))
        from = from + .days(7)
      }
    case .half:
      let span = (stretch.upperBound - stretch.lowerBound).milliseconds
      guard span > 0 else { return [] }
      let middle = stretch.lowerBound + .milliseconds((span + 1) / 2)
      cuts = [
        (stretch.lowerBound, middle), (middle, stretch.upperBound + .milliseconds(1)),
      ]
    case .month:
      let date = (stretch.lowerBound + dayOffset).civilDate
      var (year, month) = (date.year, date.month)
      while true {
        let from = Timestamp(year: year, month: month, day: 1, second: 0) + -dayOffset
        if stretch.upperBound < from { break }
        (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        let until = Timestamp(year: year, month: month, day: 1, second: 0) + -dayOffset
        let seen =
          stretch.lowerBound <= from + .days(3) && until <= stretch.upperBound + .days(3)
        if seen { cuts.append((from, until)) }
      }
    }
    return cuts
  }
}
