public import NumberPools

extension CompareReport {
  /// A row for each call, scheme and level: what the scheme says, the truth, and the cause.
  ///
  /// - Parameters:
  ///   - callNames: For each call compared its name.
  ///   - sessionName: The name of a session.
  ///   - visitorName: The name of a visitor.
  /// - Complexity: O(calls x schemes x levels).
  public func callsCSV(
    callNames: [String], sessionName: (SessionID) -> String, visitorName: (SessionID) -> String
  ) -> String {
    var text = CSVText(["call_id", "at", "scheme", "level", "verdict", "said", "truth", "cause"])
    for call in comparison.input.calls.indices {
      let known = comparison.input.calls[call]
      for result in comparison.results {
        for level in LabelLevel.allCases {
          let named = comparison.session(named: result.scheme, call)
          let said: String?
          let truth: String?
          switch level {
          case .session:
            said = named.map(sessionName)
            truth = known.session.map(sessionName)
          case .visitor:
            said = named.map(visitorName)
            truth = known.session.map(visitorName)
          case .channel, .source, .campaign, .keyword:
            said = comparison.text(of: result.scheme, call, level)
            truth = comparison.text(ofTruth: call, level)
          }
          let cause = result.cause(ofCall: call, level)
          text.add([
            callNames[call], known.time.description, result.scheme.rawValue, level.name,
            "\(result.verdict(ofCall: call, level))", said ?? "", truth ?? "", cause?.name ?? "",
          ])
        }
      }
    }
    return text.text
  }
}
