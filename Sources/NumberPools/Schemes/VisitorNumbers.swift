/// A number for each visitor, for good.
struct VisitorNumbers: Sendable {
  /// The visitors that see a number, by first page view.
  private(set) var visitors: [Int32] = []
  /// For each visitor the number; -1 without one.
  private var numbers: [Int32]

  /// Numbers the visitors.
  ///
  /// - Complexity: O(sessions).
  init(of input: ComparedTraffic) {
    numbers = Array(repeating: -1, count: input.traffic.visitorCount)
    for (index, session) in input.traffic.sessions.enumerated()
    where input.isNotSwapped.isEmpty || !input.isNotSwapped[index] {
      let visitor = Int(session.visitor.index)
      if numbers[visitor] >= 0 { continue }
      numbers[visitor] = Int32(truncatingIfNeeded: visitors.count)
      visitors.append(session.visitor.index)
    }
  }

  /// For each page view the number on the screen; -1 for the default number.
  ///
  /// - Complexity: O(page views).
  func shown(of input: ComparedTraffic) -> [Int32] {
    let sessions = input.traffic.sessions
    return input.traffic.pageViewSessions.map { session in
      let isSwapped = input.isNotSwapped.isEmpty || !input.isNotSwapped[Int(session.index)]
      return isSwapped ? numbers[Int(sessions[Int(session.index)].visitor.index)] : -1
    }
  }

  /// What is said of calls: the visitor's latest session begun at or before each.
  ///
  /// - Complexity: O(sessions + calls).
  func readings(_ calls: ComparedCalls, of input: ComparedTraffic) -> [NumberReading] {
    let sessions = input.traffic.sessions
    let strays = calls.strayNumbers(of: visitors.count)
    var latest = [Int32](repeating: -1, count: input.traffic.visitorCount)
    var begun = 0
    var readings = [NumberReading](repeating: NumberReading(), count: input.calls.count)
    for place in calls.byTime {
      let place = Int(place)
      let call = input.calls[place]
      while begun < sessions.count, sessions[begun].start <= call.time {
        latest[Int(sessions[begun].visitor.index)] = Int32(truncatingIfNeeded: begun)
        begun += 1
      }
      if let session = call.session {
        if !input.isNotSwapped.isEmpty, input.isNotSwapped[Int(session.index)] {
          readings[place].cause = .notSwapped
          continue
        }
        readings[place].number = numbers[Int(sessions[Int(session.index)].visitor.index)]
      } else {
        readings[place].number = strays[place]
      }
      guard readings[place].number >= 0 else { continue }
      let visitor = visitors[Int(readings[place].number)]
      readings[place].session = latest[Int(visitor)]
      if let session = call.session, session.index != readings[place].session {
        readings[place].cause = .ownLaterSession
      }
    }
    return readings
  }
}
