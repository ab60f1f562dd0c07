public import NumberPools

extension ReplayReport {
  /// The calls, one a row: whom each is credited to, and why that isn't right.
  ///
  /// - Parameters:
  ///   - callNames: The input's names of the calls; positions where it has none.
  ///   - sessionName: The input's name of a session.
  /// - Complexity: O(calls).
  public func callsCSV(
    callNames: [String], sessionName: (SessionID) -> String
  ) -> String {
    withoutActuallyEscaping(sessionName) { sessionName in
      CSVText(
        zip(callNames, calls),
        [
          .data("call_id", .words) { .name($0.0) },
          .data("at", .time) { .time($0.1.call.time) },
          .data("number", .count) { $0.1.dialled.map { .ordinal(Int($0.index) + 1) } ?? .blank },
          .data("session_id", .words) { .name(sessionName($0.1.call.session)) },
          .data("credited_session_id", .words) { Value(name: $0.1.credited.map(sessionName)) },
          .data("attribution", .words) { .name($0.1.attribution.rawValue) },
          .data("cause", .words) { Value(name: $0.1.cause?.rawValue) },
        ]
      ).text
    }
  }

  /// The loans, one a row.
  ///
  /// - Parameters:
  ///   - holds: The holds that were replayed.
  ///   - sessionName: The input's name of a session.
  /// - Complexity: O(loans).
  public func assignmentsCSV(
    holds: Holds, sessionName: (SessionID) -> String
  ) -> String {
    var firstSession = [SessionID?](repeating: nil, count: holds.count)
    for (view, hold) in holds.pageViewHolds.enumerated()
    where firstSession[Int(hold)] == nil && outcome.shown[view] != nil {
      firstSession[Int(hold)] = holds.pageViewSessions[view]
    }
    return withoutActuallyEscaping(sessionName) { [firstSession] sessionName in
      CSVText(
        outcome.assignments,
        [
          .data("number", .count) { .ordinal(Int($0.number.index) + 1) },
          .data("session_id", .words) { loan in
            Value(name: firstSession[Int(loan.hold)].map(sessionName))
          },
          .data("from", .time) { .time($0.from) },
          .data("until", .time) { .time($0.until) },
        ]
      ).text
    }
  }
}
