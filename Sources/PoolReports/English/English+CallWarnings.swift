import NumberPools

extension English {
  /// A warning about calls in a sentence or two; `nil` for another one.
  func wordsOnCalls(_ warning: LogWarning) -> String? {
    switch warning {
    case .callClock(let offset, let given, let fits, let unmoved, let calls):
      "The clocks of the calls and of the page views disagree: moved by \(signed(offset)),"
        + " \(count(fits)) of \(count(calls)) calls come during their visit or"
        + " within 30 min after, as they are \(count(unmoved)). Every figure of calls is in"
        + " doubt;"
        + (offset + given == .zero
          ? " leave out --calls-clock-offset."
          : " add --calls-clock-offset \(signed(offset + given)), or --calls-time-zone if the"
            + " times are of another zone.")
    case .callsTooEarly(let affected, let calls):
      "\(count(affected)) of \(count(calls)) calls come before the first page view of"
        + " who called and aren't judged. The clocks may disagree: see --calls-time-zone and"
        + " --calls-clock-offset; or the traffic begins too late."
    case .callsOfStrangers(let affected, let calls):
      "\(count(affected)) of \(count(calls)) calls name a session or a visitor that"
        + " the traffic doesn't have, and aren't judged. Are both files of the same time and site,"
        + " and the ids written alike?"
    case .callsOutsideLog(let calls, let log):
      "All calls lie outside of the traffic: they are from \(time(calls.lowerBound)) to"
        + " \(time(calls.upperBound)), the traffic is from \(time(log.lowerBound)) to \(time(log.upperBound)). Are"
        + " the files of the same time, and the calls' clock right?"
    case .noCallJudged(let calls, let fault):
      "None of \(count(calls, .call)) can be judged: "
        + (calls == 1 ? "it " : "they mostly ") + complaint(fault, ofOne: calls == 1)
        + ". There are no figures of calls."
    case .fewCalls(let calls):
      "Only \(count(calls, .call)) can be judged: shares of so few say nothing."
    case .noCalls:
      "The file of calls has a header and no call, so there are no figures of calls."
    case .callsByClick(let matched, let all):
      "\(count(matched)) of \(count(all)) calls name no session that is known here, and were matched"
        + " by a ClientID or a click id: the visitor's latest session before the call."
    case .repeatedCalls(let affected, let rows):
      "\(count(affected)) of \(count(rows)) rows of the calls tell of a call that"
        + " another row has told of, by its name. Each call counts once, from its earliest row."
    case .equalCalls(let affected):
      "\(count(affected, .row)) of the calls name no call and are the same as another row in"
        + " moment, caller and dialled number. They count as one call; if they aren't, give each"
        + " a call_id."
    case .sharedCallNames(let affected):
      "\(count(affected, .row)) of the calls have the call_id of another call, of another day"
        + " or session. They count as calls of their own; make sure that call_id names one call."
    case .unknownDirections(let affected, let rows):
      "\(count(affected)) of \(count(rows)) rows of the calls say who called whom in"
        + " words that aren't known here, and count as calls that came in. Write inbound or"
        + " outbound, or leave out the calls that your company made."
    case .unreadableCalls(let affected, let rows):
      "\(count(affected)) of \(count(rows)) rows of the calls can't be understood and"
        + " are missing from every figure."
    case .ambiguousCallTimes(let affected):
      "\(count(affected, .time)) of calls without an offset lie in an hour that the clocks"
        + " showed twice or not at all. The earlier hour was taken."
    default: nil
    }
  }
}

extension English {
  /// An offset as its option takes it.
  private func signed(_ offset: Interval) -> String {
    offset < .zero ? "-" + (-offset).shorthand : "+" + offset.shorthand
  }

  /// What is the matter with a call, or with several.
  private func complaint(_ fault: CallFault, ofOne isOne: Bool) -> String {
    switch fault {
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
