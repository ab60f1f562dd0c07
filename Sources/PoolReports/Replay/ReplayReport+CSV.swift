public import NumberPools

extension ReplayReport {
  /// The calls, one a row, those that can be judged first: whom each is credited to, and why that isn't right, or
  /// why it can't be judged.
  ///
  /// - Parameters:
  ///   - origin: Where the calls come from, with their names.
  ///   - sessionName: The input's name of a session.
  /// - Complexity: O(calls).
  public func callsCSV(
    of origin: CallOrigin?, sessionName: (SessionID) -> String
  ) -> String {
    withoutActuallyEscaping(sessionName) { sessionName in
      let judged = zip(origin?.names ?? [], calls).map {
        CallRow(name: $0, time: $1.call.time, outcome: $1)
      }
      let others = (origin?.excludedCalls ?? []).map {
        CallRow(name: $0.name, time: $0.time, reason: $0.reason)
      }
      let rows = judged + others
      return CSVText(
        rows,
        [
          .data("call_id", .words) { .name($0.name) },
          .data("at", .time) { .time($0.time) },
          .data("number", .count) {
            $0.outcome?.dialled.map { .ordinal(Int($0.index) + 1) } ?? .blank
          },
          .data("session_id", .words) {
            Value(name: ($0.outcome?.call.session).map(sessionName))
          },
          .data("credited_session_id", .words) {
            Value(name: ($0.outcome?.credited).map(sessionName))
          },
          .data("attribution", .words) {
            .name($0.outcome?.attribution.rawValue ?? CallRow.notJudged)
          },
          .data("cause", .words) {
            Value(name: $0.outcome?.cause?.rawValue ?? $0.reason?.rawValue)
          },
        ]
      ).text
    }
  }

  /// A call in the table.
  private struct CallRow {
    var name: String
    var time: Timestamp
    var outcome: CallOutcome?
    var reason: CallExclusion?

    /// The attribution of a call that can't be judged.
    static let notJudged = "not_judged"
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
