import NumberPools

extension LogWarning {
  /// A warning about calls in a sentence or two; `nil` for another one.
  var sentenceOnCalls: String? {
    switch self {
    case .callClock(let offset, let given, let fits, let unmoved, let calls):
      "The clocks of the calls and of the page views disagree: moved by \(Self.signed(offset)),"
        + " \(Figures.count(fits)) of \(Figures.count(calls)) calls come during their visit or"
        + " within 30 min after, as they are \(Figures.count(unmoved)). Every figure of calls is in"
        + " doubt;"
        + (offset + given == .zero
          ? " leave out --calls-clock-offset."
          : " add --calls-clock-offset \(Self.signed(offset + given)), or --calls-time-zone if the"
            + " times are of another zone.")
    case .callsTooEarly(let count, let calls):
      "\(Figures.count(count)) of \(Figures.count(calls)) calls come before the first page view of"
        + " who called and aren't judged. The clocks may disagree: see --calls-time-zone and"
        + " --calls-clock-offset; or the traffic begins too late."
    case .callsOfStrangers(let count, let calls):
      "\(Figures.count(count)) of \(Figures.count(calls)) calls name a session or a visitor that"
        + " the traffic doesn't have, and aren't judged. Are both files of the same time and site,"
        + " and the ids written alike?"
    case .callsOutsideLog(let calls, let log):
      "All calls lie outside of the traffic: they are from \(calls.lowerBound) to"
        + " \(calls.upperBound), the traffic is from \(log.lowerBound) to \(log.upperBound). Are"
        + " the files of the same time, and the calls' clock right?"
    case .noCallJudged(let calls, let fault):
      "None of \(Figures.count(calls, "call")) can be judged: "
        + (calls == 1 ? "it " : "they mostly ") + fault.sentence(ofOne: calls == 1)
        + ". There are no figures of calls."
    case .repeatedCalls(let count, let rows):
      "\(Figures.count(count)) of \(Figures.count(rows)) rows of the calls tell of a call that"
        + " another row has told of, by its name. Each call counts once, from its earliest row."
    case .equalCalls(let count):
      "\(Figures.count(count, "row")) of the calls name no call and are the same as another row in"
        + " moment, caller and dialled number. They count as one call; if they aren't, give each"
        + " a call_id."
    case .sharedCallNames(let count):
      "\(Figures.count(count, "row")) of the calls have the call_id of another call, of another day"
        + " or session. They count as calls of their own; make sure that call_id names one call."
    case .unknownDirections(let count, let rows):
      "\(Figures.count(count)) of \(Figures.count(rows)) rows of the calls say who called whom in"
        + " words that aren't known here, and count as calls that came in. Write inbound or"
        + " outbound, or leave out the calls that your company made."
    case .unreadableCalls(let count, let rows):
      "\(Figures.count(count)) of \(Figures.count(rows)) rows of the calls can't be understood and"
        + " are missing from every figure."
    case .ambiguousCallTimes(let count):
      "\(Figures.count(count, "time")) of calls without an offset lie in an hour that the clocks"
        + " showed twice or not at all. The earlier hour was taken."
    default: nil
    }
  }
}

extension LogWarning {
  /// An offset as its option takes it.
  private static func signed(_ offset: Interval) -> String {
    offset < .zero ? "-" + (-offset).shorthand : "+" + offset.shorthand
  }
}

extension CallFault {
  /// What is the matter with a call, or with several.
  fileprivate func sentence(ofOne isOne: Bool) -> String {
    switch self {
    case .nobodyNamed:
      "name\(isOne ? "s" : "") neither a session nor a visitor (columns session_id, visitor_id, or"
        + " ip and user_agent)"
    case .stranger:
      "name\(isOne ? "s" : "") a session or a visitor that the traffic doesn't have"
    case .tooEarly: "come\(isOne ? "s" : "") before the first page view of who called"
    case .ineligible: "came from sessions that aren't eligible for a number"
    }
  }
}
