import NumberPools

/// What a pool of one size would have done.
extension English {
  func words(_ phrase: ReplayPhrase) -> String {
    switch phrase {
    case .verdict(let numbers, let covered, let sessions, let correct, let calls):
      "\(count(numbers, .number)) would have shown one to \(percent(covered, of: sessions)) of"
        + " \(count(sessions, .session))"
        + (calls == 0
          ? "."
          : ", and credited \(part(Double(correct), of: calls)) \(form(of: .call, beside: calls))"
            + " to the right one.")
    case .refused(let pageViews, let peak):
      "\(count(pageViews, .pageView)) asked in vain. The peak needed \(count(peak, .number))."
    }
  }

  func words(_ cause: Cause) -> String {
    switch cause {
    case .fallbackShown: "the fallback number was on the screen"
    case .outsideMatchWindow: "nobody held the number within the match window"
    case .ownLaterSession: "credited to a later session of the same visitor"
    case .changedMidVisit: "the number was lost mid-visit"
    case .reassignedBeforeCall: "somebody else had been given the number"
    }
  }
}
