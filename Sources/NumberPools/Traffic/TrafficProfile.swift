/// The shape of some traffic over time.
public struct TrafficProfile: Sendable {
  /// Stretches of more than a day without a page view, longest first.
  public let gaps: [ClosedRange<Timestamp>]
  /// The ten minutes in which most sessions begin, most first; equals by time.
  public let busiestMinutes: [(minute: Timestamp, sessions: Int)]
  /// Days with a page view.
  public let daysWithTraffic: Int
  /// From the first page view to the last; `nil` without traffic.
  public let length: Interval?

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
    length = traffic.first.flatMap { first in traffic.last.map { $0 - first } }

    var minutes: [(minute: Timestamp, sessions: Int)] = []
    for session in traffic.sessions {
      let ofDay = session.start.millisecondOfDay
      let minute = session.start - .milliseconds(Int64(ofDay % 60_000))
      if minutes.last?.minute == minute {
        minutes[minutes.count - 1].sessions += 1
      } else {
        minutes.append((minute, 1))
      }
    }
    minutes.sort { ($1.sessions, $0.minute) < ($0.sessions, $1.minute) }
    busiestMinutes = Array(minutes.prefix(10))
  }
}
