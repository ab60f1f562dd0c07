/// A pool of one size played against the sessions that ask it for numbers, and what it says of
/// calls.
struct PoolReplay: Sendable {
  /// For each page view of the whole traffic the number on the screen; -1 for the fallback.
  private(set) var shown: [Int32]
  private let holds: Holds
  private let outcome: Outcome
  private let selection: TrafficSelection
  /// For each session that is played its place in the whole traffic.
  private let wholeSessions: [Int32]
  private let question: SchemeQuestion

  /// Plays the traffic once.
  ///
  /// - Complexity: O(page views).
  init(_ question: SchemeQuestion, of input: ComparedTraffic, _ views: SessionViews) {
    self.question = question
    let isNotSwapped = input.isNotSwapped
    selection = TrafficSelection(of: input.traffic) { session, _ in
      isNotSwapped.isEmpty || !isNotSwapped[Int(session.index)]
    }
    wholeSessions = input.traffic.sessions.indices.filter {
      isNotSwapped.isEmpty || !isNotSwapped[$0]
    }.map { Int32(truncatingIfNeeded: $0) }
    holds = Holds(of: selection.traffic, rule: question.rules.hold)
    outcome = HoldReplay(numbers: question.numbers, request: question.rules.request)
      .run(holds, allocation: question.rules.allocation, seed: question.seed)
    // Within a session the order of play is that of the traffic.
    shown = Array(repeating: -1, count: input.traffic.pageViewTimes.count)
    var played = [Int32](repeating: 0, count: wholeSessions.count)
    for (view, session) in holds.pageViewSessions.enumerated() {
      let session = Int(session.index)
      let own = views.all(of: Int(wholeSessions[session]))
      shown[Int(own[own.startIndex + Int(played[session])])] = outcome.shown[view]?.index ?? -1
      played[session] += 1
    }
  }

  /// What the pool says of calls; labels are left to who knows the sessions.
  ///
  /// - Parameters:
  ///   - calls: Calls of the whole traffic.
  ///   - strays: For each of them that no visit caused the number dialled, else -1.
  /// - Complexity: O(page views + calls x log(loans)).
  func readings(
    of calls: [ComparedCall], strays: [Int32], in input: ComparedTraffic
  ) -> [NumberReading] {
    var readings = [NumberReading](repeating: NumberReading(), count: calls.count)
    var places: [Int] = []
    var played: [Call] = []
    let playedSessions = placesOfSessions(count: input.traffic.sessions.count)
    for (place, call) in calls.enumerated() {
      guard let session = call.session else { continue }
      let own = playedSessions[Int(session.index)]
      if own < 0 {
        readings[place].cause = .notSwapped
        continue
      }
      places.append(place)
      played.append(Call(at: call.time, session: SessionID(own)))
    }
    let history = MatchHistory(of: holds, in: selection.traffic)
    let matcher = CallMatcher(rule: question.rules.match)
    let outcomes = matcher.match(
      DialledCalls(played, in: holds), after: outcome, with: history, in: selection.traffic)
    for (place, found) in zip(places, outcomes) {
      readings[place].number = found.dialled?.index ?? -1
      readings[place].session = found.credited.map { wholeSessions[Int($0.index)] } ?? -1
      readings[place].cause = found.cause.map { SchemeCause($0) }
    }
    let loans = outcome.loansByNumber
    for (place, number) in strays.enumerated() where number >= 0 {
      readings[place].number = number
      guard Int(number) < loans.count else { continue }
      let own = loans[Int(number)]
      let time = calls[place].time
      let later = own.partitioningIndex { outcome.assignments[Int($0)].from > time }
      guard later > 0 else { continue }
      let loan = outcome.assignments[Int(own[later - 1])]
      let last = history.lastUse(of: loan, by: time)
      if matcher.isMatched(loan, at: time, lastSignOfLife: last.at) {
        readings[place].session = wholeSessions[Int(last.session.index)]
      }
    }
    return readings
  }

  /// For each session of the whole traffic its place among those played; -1 for one that isn't.
  private func placesOfSessions(count: Int) -> [Int32] {
    var places = [Int32](repeating: -1, count: count)
    for (place, session) in wholeSessions.enumerated() {
      places[Int(session)] = Int32(truncatingIfNeeded: place)
    }
    return places
  }

  /// How many hypothetical calls, one of each session at each lag, the pool credits to a session of
  /// which the true label is said.
  ///
  /// - Parameters:
  ///   - lags: How long after the end of its session each call comes.
  ///   - end: The last moment at which a call counts.
  ///   - said: For each session of the whole traffic the label that is said of it; negative for
  ///     none.
  ///   - truth: For each the label that is true of it.
  /// - Complexity: O(lags x page views).
  func rightCalls(
    at lags: [Interval], until end: Timestamp, said: [Int32], truth: [Int32]
  ) -> [Int] {
    var sweep = LagSweep(
      of: holds, outcome, in: selection.traffic, numbers: question.numbers,
      match: question.rules.match)
    let saidOfPlayed = wholeSessions.map { said[Int($0)] }
    let trueOfPlayed = wholeSessions.map { truth[Int($0)] }
    return lags.map { lag in
      var right = 0
      sweep.play(lag: lag, until: end) { caller, credited in
        let label = trueOfPlayed[caller]
        if label != TouchLabels.none, label == saidOfPlayed[credited] { right += 1 }
      }
      return right
    }
  }
}
