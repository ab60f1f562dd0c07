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
  /// The same less the gaps: of so much time the traffic tells.
  public let covered: Interval
  /// How far ahead of UTC the clock is by which days begin.
  public let dayOffset: Interval

  /// Describes traffic.
  ///
  /// - Parameters:
  ///   - traffic: What to describe.
  ///   - dayOffset: How far ahead of UTC the clock is by which days begin.
  ///   - all: All traffic of the same time, where only some of it is described: its silences are
  ///     gaps, and not those of a few.
  /// - Complexity: O(page views + sessions x log(sessions)).
  public init(of traffic: Traffic, dayOffset: Interval = .zero, among all: Traffic? = nil) {
    let all = all ?? traffic
    var gaps: [ClosedRange<Timestamp>] = []
    var days = 0
    var previous: Timestamp?
    for time in all.pageViewTimes {
      if let previous, time - previous > .days(1) { gaps.append(previous...time) }
      if previous.map({ ($0 + dayOffset).day }) != (time + dayOffset).day { days += 1 }
      previous = time
    }
    self.gaps = gaps.sorted {
      ($1.upperBound - $1.lowerBound, $0.lowerBound)
        < ($0.upperBound - $0.lowerBound, $1.lowerBound)
    }
    daysWithTraffic = days
    self.dayOffset = dayOffset
    length = all.first.flatMap { first in all.last.map { $0 - first } }
    covered = Interval(
      milliseconds: gaps.reduce(length?.milliseconds ?? 0) {
        $0 - ($1.upperBound - $1.lowerBound).milliseconds
      })

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
