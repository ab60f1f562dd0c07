/// A stretch of time that is looked at by itself: a day, a week, or four of them.
public struct TimeStretch: Hashable, Sendable {
  /// Its first moment: a midnight of the log's clock.
  public var from: Timestamp
  /// The first moment after it.
  public var until: Timestamp

  /// How long stretches are.
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    /// Days, where there is less than two weeks.
    case day
    /// Weeks.
    case week
    /// Four weeks, where there is more than half a year.
    case fourWeeks = "four_weeks"

    /// How many days it has.
    public var days: Int64 {
      switch self {
      case .day: 1
      case .week: 7
      case .fourWeeks: 28
      }
    }
  }

  /// Creates a stretch.
  public init(from: Timestamp, until: Timestamp) {
    self.from = from
    self.until = until
  }

  /// Whether a session begins in it.
  public func contains(_ session: Session) -> Bool {
    from <= session.start && session.start < until
  }
}

/// Stretches of one length, in order of time.
public struct TimeStretches: Hashable, Sendable {
  /// How long they are; the last of a run may be shorter.
  public var unit: TimeStretch.Unit
  /// The stretches.
  public var all: [TimeStretch]

  /// Creates stretches: none, unless they are given.
  public init(unit: TimeStretch.Unit = .day, all: [TimeStretch] = []) {
    self.unit = unit
    self.all = all
  }
}

extension TrafficProfile {
  /// The stretches that the traffic is cut into: from midnight of its first day on, and anew after
  /// each gap of more than a day.
  ///
  /// - Parameter traffic: What was described.
  /// - Complexity: O(gaps x log(gaps) + stretches).
  public func stretches(of traffic: Traffic) -> TimeStretches {
    guard let first = traffic.first, let last = traffic.last else { return TimeStretches() }
    var runs: [ClosedRange<Timestamp>] = []
    var start = first
    for gap in gaps.sorted(by: { $0.lowerBound < $1.lowerBound })
    where gap.lowerBound >= start && gap.upperBound <= last {
      runs.append(start...gap.lowerBound)
      start = gap.upperBound
    }
    runs.append(start...last)
    let days = runs.reduce(0) { $0 + midnights(of: $1).count }
    let unit: TimeStretch.Unit = days < 14 ? .day : days <= 26 * 7 ? .week : .fourWeeks
    var all: [TimeStretch] = []
    for run in runs {
      let midnights = midnights(of: run)
      let end = midnights[midnights.count - 1] + .days(1)
      for begin in stride(from: 0, to: midnights.count, by: Int(unit.days)) {
        let from = midnights[begin]
        all.append(TimeStretch(from: from, until: min(end, from + .days(unit.days))))
      }
    }
    return TimeStretches(unit: unit, all: all)
  }

  /// The midnights, by the clock, of the days of a run.
  private func midnights(of run: ClosedRange<Timestamp>) -> [Timestamp] {
    let first = (run.lowerBound + dayOffset).day
    let last = (run.upperBound + dayOffset).day
    return (first...last).map { day in
      Timestamp(milliseconds: Int64(day) * 86_400_000) - dayOffset
    }
  }
}
