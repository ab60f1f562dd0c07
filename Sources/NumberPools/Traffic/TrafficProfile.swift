/// The shape of some traffic over time.
public struct TrafficProfile: Sendable {
  /// Stretches of more than a day without a page view, longest first.
  public let gaps: [ClosedRange<Timestamp>]
  /// Minutes by how many sessions begin in them, most first; equals by time.
  public let busiestMinutes: [(minute: Timestamp, sessions: Int)]
  /// Days with a page view.
  public let daysWithTraffic: Int
  /// Sessions that begin in each hour of the day, in UTC.
  public let sessionsByHour: [Int]

  /// Describes traffic.
  ///
  /// - Parameters:
  ///   - traffic: What to describe.
  ///   - dayOffset: How far ahead of UTC the clock is by which days begin.
  /// - Complexity: O(page views + sessions x log(sessions)).
  public init(of traffic: Traffic, dayOffset: Interval = .zero) {
    var gaps: [ClosedRange<Timestamp>] = []
    var days = 0
    var previous: Timestamp?
    for time in traffic.pageViewTimes {
      if let previous, time - previous > .days(1) { gaps.append(previous...time) }
      if previous.map({ ($0 + dayOffset).day }) != (time + dayOffset).day { days += 1 }
      previous = time
    }
    self.gaps = gaps.sorted {
      ($1.upperBound - $1.lowerBound, $0.lowerBound)
        < ($0.upperBound - $0.lowerBound, $1.lowerBound)
    }
    daysWithTraffic = days

    var minutes: [(minute: Timestamp, sessions: Int)] = []
    var hours = [Int](repeating: 0, count: 24)
    for session in traffic.sessions {
      let ofDay = session.start.millisecondOfDay
      let minute = session.start - .milliseconds(Int64(ofDay % 60_000))
      if minutes.last?.minute == minute {
        minutes[minutes.count - 1].sessions += 1
      } else {
        minutes.append((minute, 1))
      }
      hours[ofDay / 3_600_000] += 1
    }
    busiestMinutes = minutes.sorted { ($1.sessions, $0.minute) < ($0.sessions, $1.minute) }
    sessionsByHour = hours
  }
}
