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
    var csv = CSVText([
      "call_id", "at", "number", "session_id", "credited_session_id", "attribution", "cause",
    ])
    for (name, call) in zip(callNames, calls) {
      csv.add([
        name, call.call.time.description, call.dialled.map { "\($0.index + 1)" } ?? "",
        sessionName(call.call.session), call.credited.map(sessionName) ?? "",
        call.attribution.rawValue, call.cause?.rawValue ?? "",
      ])
    }
    return csv.text
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
    var csv = CSVText(["number", "session_id", "from", "until"])
    for loan in outcome.assignments {
      csv.add([
        "\(loan.number.index + 1)", firstSession[Int(loan.hold)].map(sessionName) ?? "",
        loan.from.description, loan.until.description,
      ])
    }
    return csv.text
  }
}
