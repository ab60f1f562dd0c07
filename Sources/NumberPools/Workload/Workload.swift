/// The traffic and the calls of a scenario, in order of time, with all that is true of them.
public struct Workload: Sendable {
  /// What it was made of.
  public let scenario: Scenario
  /// The time in which all sessions and calls begin.
  public let period: Range<Timestamp>
  /// The sessions, by first page view.
  public let sessions: [GeneratedSession]
  /// The moment of each page view, ascending.
  public let pageViewTimes: [Timestamp]
  /// The session of each page view.
  public let pageViewSessions: [SessionID]
  /// The calls, ascending.
  public let calls: [GeneratedCall]
  /// For each person the number within its channel, or among the robots, from 1.
  let personNumbers: [Int32]
  /// The same for each visitor.
  let visitorNumbers: [Int32]

  /// Puts what was made in order and numbers it.
  ///
  /// - Complexity: O(n) for moments spread over the period, else O(n log n).
  init(_ made: consuming VisitGenerator.Made, of scenario: Scenario, in period: Range<Timestamp>) {
    self.scenario = scenario
    self.period = period
    let order = StableTimeOrder(of: made.sessions.map { $0.start })
    var position = [Int32](unfilled: made.sessions.count)
    var sessions: [GeneratedSession] = []
    sessions.reserveCapacity(made.sessions.count)
    // Robots are counted behind the channels.
    var counts = ChannelCounts(scenario.channels.count)
    var personNumbers = [Int32](repeating: 0, count: Int(made.persons))
    var visitorNumbers = [Int32](repeating: 0, count: Int(made.visitors))
    for index in 0..<order.count {
      let before = order.position(at: index)
      position[before] = Int32(index)
      var session = made.sessions[before]
      let channel = session.channel < 0 ? scenario.channels.count : Int(session.channel)
      counts.sessions[channel] += 1
      session.number = counts.sessions[channel]
      if personNumbers[Int(session.person)] == 0 {
        counts.persons[channel] += 1
        personNumbers[Int(session.person)] = counts.persons[channel]
      }
      if visitorNumbers[Int(session.visitor)] == 0 {
        counts.visitors[channel] += 1
        visitorNumbers[Int(session.visitor)] = counts.visitors[channel]
      }
      sessions.append(session)
    }
    self.sessions = sessions
    self.personNumbers = personNumbers
    self.visitorNumbers = visitorNumbers
    (pageViewTimes, pageViewSessions) = Self.ordered(
      made.pageViewTimes, made.pageViewSessions, position)
    calls = Self.ordered(made.calls, position, sessions, scenario.channels.count)
  }

  private static func ordered(
    _ times: [Timestamp], _ sessions: [Int32], _ position: [Int32]
  ) -> (times: [Timestamp], sessions: [SessionID]) {
    let order = StableTimeOrder(of: times)
    var sortedTimes: [Timestamp] = []
    var sortedSessions: [SessionID] = []
    sortedTimes.reserveCapacity(times.count)
    sortedSessions.reserveCapacity(times.count)
    for index in 0..<order.count {
      let before = order.position(at: index)
      sortedTimes.append(times[before])
      sortedSessions.append(SessionID(position[Int(sessions[before])]))
    }
    return (sortedTimes, sortedSessions)
  }

  private static func ordered(
    _ calls: [GeneratedCall], _ position: [Int32], _ sessions: [GeneratedSession], _ channels: Int
  ) -> [GeneratedCall] {
    let order = StableTimeOrder(of: calls.map { $0.time })
    // Behind the channels those are counted that no visit caused, and those off the site.
    var counts = [Int32](repeating: 0, count: channels + 2)
    var sorted: [GeneratedCall] = []
    sorted.reserveCapacity(calls.count)
    for index in 0..<order.count {
      var call = calls[order.position(at: index)]
      var channel = call.isOffSite ? channels + 1 : channels
      if let session = call.session {
        let renumbered = SessionID(position[Int(session.index)])
        channel = Int(sessions[Int(renumbered.index)].channel)
        call.session = renumbered
      }
      counts[channel] += 1
      call.number = counts[channel]
      sorted.append(call)
    }
    return sorted
  }

  /// How many of each kind each channel has so far.
  private struct ChannelCounts {
    var sessions: [Int32]
    var persons: [Int32]
    var visitors: [Int32]

    init(_ channels: Int) {
      sessions = [Int32](repeating: 0, count: channels + 1)
      persons = sessions
      visitors = sessions
    }
  }
}

extension Workload {
  /// How many persons there are.
  public var personCount: Int { personNumbers.count }

  /// How many visitors there are: cookies.
  public var visitorCount: Int { visitorNumbers.count }
}
