import NumberPools

/// Why a report has no answer to give, in the place of one.
enum NoAnswer: Sendable {
  /// Figures of this input mean nothing.
  case meaningless(LogWarning)
  /// Nothing that was read is a page view of somebody who counts; the most frequent reason.
  case nobody(lines: Int, mostly: LogSummary.LeftOut?, Int)
  /// None of the sessions may have a number.
  case nobodyEligible(Eligibility, sessions: Int)
}

extension TrafficSection {
  /// Why there is no answer; `nil` where there is one.
  var noAnswer: NoAnswer? {
    if let warning = warnings.first(where: \.leavesNoAnswer) { return .meaningless(warning) }
    guard traffic.sessions.isEmpty else { return nil }
    if ineligibleSessions > 0 {
      return .nobodyEligible(eligibility, sessions: ineligibleSessions)
    }
    let most = LogSummary.LeftOut.allCases.max {
      summary.leftOut[$0, default: 0] < summary.leftOut[$1, default: 0]
    }
    let lines = most.map { summary.leftOut[$0, default: 0] } ?? 0
    return .nobody(lines: summary.lines, mostly: lines > 0 ? most : nil, lines)
  }

  /// How far ahead of UTC the clock is by which people are told times. A log of many clocks has the
  /// visitors' own.
  var clock: Interval { summary.offsets.count > 3 ? .zero : summary.clock }
}
