/// Calls that nobody made: a law of calls laid over real sessions, where no table of calls is
/// given.
///
/// Every session calls once. That overstates how many calls there are, not whom they are credited
/// to: shares are what is compared. Of the calls 60 % are made during the visit, evenly from the
/// first page view to a minute after the last one; 28 % later, half of them within 20 minutes; 12 %
/// from a number that was saved, half of them within two days. The laws have no source.
public struct AssumedCalls: Sendable {
  /// The calls, in the order of the sessions.
  public let calls: [ComparedCall]

  /// The share of the calls that is made during the visit.
  public static let duringVisit = 0.6
  /// The share that comes later, to the number on the screen by then.
  public static let later = 0.28
  /// The half of these that comes by then.
  public static let medianLag = Interval.minutes(20)
  /// The half of the rest, from saved numbers, that comes by then.
  public static let medianLagOfSaved = Interval.days(2)

  /// Draws the calls of some sessions; one that would come after the last page view of all is left
  /// out, as it would be in a log.
  ///
  /// - Parameters:
  ///   - traffic: The sessions.
  ///   - seed: Where the draws begin.
  /// - Complexity: O(sessions x log(sessions)).
  public init(of traffic: Traffic, seed: UInt64 = 1) {
    var generator = SplitMix64(seed: seed)
    let sessions = traffic.sessions
    let end = traffic.last ?? Timestamp(milliseconds: 0)
    var drawn: [(call: ComparedCall, isSaved: Bool)] = []
    for (index, session) in sessions.enumerated() {
      let kind = generator.nextUnit()
      let place = generator.nextUnit()
      let deviate = generator.nextDeviate()
      var time: Timestamp
      if kind < Self.duringVisit {
        let length = session.end - session.start + .minutes(1)
        time = session.start + .milliseconds(Int64(place * Double(length.milliseconds)))
      } else {
        let isLater = kind < Self.duringVisit + Self.later
        let median = isLater ? Self.medianLag : Self.medianLagOfSaved
        let factor = Logarithm.inverse((isLater ? 1.2 : 0.8) * deviate)
        time = session.end + .milliseconds(Int64(Double(median.milliseconds) * factor))
      }
      if end < time { continue }
      drawn.append(
        (
          ComparedCall(at: time, session: SessionID(Int32(index))),
          kind >= Self.duringVisit + Self.later
        ))
    }
    // Who looks the number up again finds that of the latest visit.
    var latest = [Int32](repeating: -1, count: traffic.visitorCount)
    var begun = 0
    for place in drawn.indices.sorted(by: {
      (drawn[$0].call.time, $0) < (drawn[$1].call.time, $1)
    }) {
      let time = drawn[place].call.time
      while begun < sessions.count, sessions[begun].start <= time {
        latest[Int(sessions[begun].visitor.index)] = Int32(truncatingIfNeeded: begun)
        begun += 1
      }
      guard !drawn[place].isSaved, let session = drawn[place].call.session else { continue }
      let visitor = sessions[Int(session.index)].visitor
      drawn[place].call.session = SessionID(latest[Int(visitor.index)])
    }
    calls = drawn.map { $0.call }
  }
}

extension SplitMix64 {
  /// A deviate that is nearly normal: the sum of twelve even ones.
  fileprivate mutating func nextDeviate() -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += nextUnit() }
    return sum
  }
}
