import NumberPools

/// What a call tells under other ways of choosing the number.
extension English {
  func words(_ name: SchemeName) -> String {
    switch name.scheme {
    case .pool: "pool"
    case .perVisitor: "one per visitor (ceiling)"
    case .perUTM: "UTM tags only"
    case .perCampaign: "UTM campaign only"
    case .perSource: "UTM source only"
    case .perChannel: "channel of the tags only"
    case .bestStatic: "best static"
    case .single: "one number for all"
    }
  }

  /// What a scheme is called above a column.
  func shortName(of scheme: Scheme) -> String {
    switch scheme {
    case .pool: "pool"
    case .perVisitor: "ceiling"
    case .perUTM: "UTM only"
    case .perCampaign: "UTM campaign"
    case .perSource: "UTM source"
    case .perChannel: "channel"
    case .bestStatic: "best static"
    case .single: "single"
    }
  }

  func words(_ cause: SchemeCause) -> String {
    switch cause {
    case .noVisit: "no visit caused the call"
    case .oneNumberForMany: "many visitors see one number"
    case .notSwapped: "the visitor never sees a number"
    case .coarseKey: "the number doesn't tell so much"
    case .fallbackShown: "the pool was empty"
    case .outsideMatchWindow: "nobody held the number by then"
    case .ownLaterSession: "credited to the same visitor's later visit"
    case .changedMidVisit: "the number was lost mid-visit"
    case .reassignedBeforeCall: "somebody else had the number by then"
    case .sharedLink: "somebody else's link"
    case .internalTag: "tags on the site's own link"
    case .tagStripped: "tags lost on the way"
    case .mistypedTag: "tags that name another campaign"
    case .cookieLost: "the cookie was lost"
    case .staleTag: "another visit's tags"
    case .clickIDOnly: "a click id, and no tags"
    case .noTagExists: "no tags: a search, a link, a direct visit"
    case .lostOnReturn: "came back without the tags"
    case .lostOnNextPage: "the next page has no tags"
    case .beyondBudget: "no number left for these tags"
    }
  }

  func words(_ group: SchemeCause.Group) -> String {
    switch group {
    case .manyOnOneNumber: "many visitors on one number"
    case .notInTheAddress: "the address did not say it"
    case .anotherVisit: "it said another visit's touch"
    case .tooFewNumbers: "too few numbers"
    case .nobodyCouldKnow: "nobody could know"
    }
  }

  func words(_ phrase: ComparePhrase) -> String {
    switch phrase {
    case .titleOfLevel(let level, let judged): title(of: level, judged: judged)
    case .titleOfCauses(let level): "Why the \(level.name) isn't told rightly: calls"
    case .titleOfMoney: "Money: what each would make of the spend"
    case .titleOfEveryCause(let level):
      "Why the \(level.name) isn't told rightly, cause by cause; each call counts once"
    case .titleOfSchemes: "Every scheme"
    case .titleOfReported: "What each would report: calls by channel"
    case .titleOfChannels: "Where a static number is good enough: calls told rightly by channel"
    case .titleOfCampaigns: "Campaigns: spend, true calls, and the calls that each would report"
    case .titleOfExamples: "One call for each cause"
    case .unknownChannel: "unknown"
    case .callsWithoutVisit: "no visit"
    case .verdict(let found): verdict(found)
    case .example: example(phrase)
    default: sentence(phrase) ?? assumption(phrase)
    }
  }

  private func title(of level: LabelLevel, judged: Int) -> String {
    switch level {
    case .channel: "Which channel \(count(judged, .call)) came by"
    case .source: "Which source \(count(judged, .call)) came by"
    case .campaign: "Which campaign \(count(judged, .call)) came by"
    case .keyword: "Which keyword \(count(judged, .call)) came by"
    case .visitor: "Which visitor made \(count(judged, .call))"
    case .session: "Which visit made \(count(judged, .call))"
    }
  }

  private func verdict(_ found: ComparePhrase.Verdict) -> String {
    guard found.calls > 0 else {
      return "No call can be judged, so nothing can be compared."
    }
    var text = ""
    if found.campaigns > 0 {
      let all = found.campaigns
      text =
        "A number for UTM tags tells the campaign of \(share(found.campaignsByUTM, of: all)) of"
        + " \(count(all, .call))"
      if let clause = found.cause.flatMap(clause), found.campaignsByUTM < found.campaignsByPool {
        text += ", mostly because \(clause)"
      }
      text +=
        "; \(count(found.numbers, .number)) in a pool tell that of"
        + " \(share(found.campaignsByPool, of: all)). "
    }
    guard let candidates = found.candidates else { return text }
    let subjects =
      text.isEmpty
      ? ("A number for UTM tags", "\(count(found.numbers, .number)) in a pool")
      : ("The one", "the other")
    return text + "\(subjects.0) tells which of \(count(candidates)) visitors may have called,"
      + " \(subjects.1) which one did for \(share(found.visitsByPool, of: found.calls)) of"
      + " \(count(found.calls, .call))."
  }

  /// A cause as the end of a sentence that speaks of calls.
  private func clause(_ cause: SchemeCause) -> String? {
    switch cause {
    case .notSwapped: "their visitors never see such a number"
    case .sharedLink: "the tags were passed on to somebody else"
    case .internalTag: "the tags stand on links of the site itself"
    case .tagStripped: "the tags were lost on the way"
    case .mistypedTag: "the tags name another campaign"
    case .staleTag: "the tags are those of another visit"
    case .clickIDOnly: "the address has a click id and no UTM tag"
    case .noTagExists: "visits by searches, links and typed addresses have no tags"
    case .lostOnReturn: "visitors come back without the tags"
    case .lostOnNextPage: "the next page has no tags"
    case .beyondBudget: "there are more tags than numbers"
    case .noVisit, .oneNumberForMany, .coarseKey, .fallbackShown, .outsideMatchWindow,
      .ownLaterSession, .changedMidVisit, .reassignedBeforeCall, .cookieLost:
      nil
    }
  }

  private func sentence(_ phrase: ComparePhrase) -> String? {
    switch phrase {
    case .staticIsBetterAtChannels(let right, let pool, let all):
      "Static numbers done well tell the channel of \(share(right, of: all)) of the calls, the pool"
        + " that of \(share(pool, of: all)): for the channel alone they are the better buy."
    case .utmIsGoodEnough(let right, let pool, let all):
      "A number for each tuple of UTM tags is good enough here: it tells the campaign of"
        + " \(share(right, of: all)) of the calls that have one, the pool that of"
        + " \(share(pool, of: all))."
    case .inventsMost(let scheme, let calls):
      "Campaigns are invented too: \(words(SchemeName(scheme: scheme))) names one for"
        + " \(count(calls, .call)) that had none."
    case .breakEven(let scheme, let lag):
      "From \(length(lag)) after the visit on, \(words(SchemeName(scheme: scheme))) tells more"
        + " campaigns rightly than the pool."
    case .staticIsGoodEnough(let channels):
      "A good static number is enough for calls by"
        + " \(channels.map(\.rawValue).joined(separator: ", "))."
    case .offSite(let calls, let all):
      "\(count(calls, .call)) of \(count(all)) came to numbers off the site, where a static number"
        + " is always right; the pool can explain \(share(all - calls, of: all)) of the calls."
    case .wrongDecision(let scheme, let isOfDearest, let looks, let truly, let reported, let real):
      "By \(words(SchemeName(scheme: scheme))) '\(looks)' looks like the"
        + " \(isOfDearest ? "dearest" : "cheapest") campaign, at"
        + " \(reported.map { money($0) + " a call" } ?? "no call at all"); in truth a call of it"
        + " costs \(money(real)), and '\(truly)' is the one."
    case .trueCost(let cost, let spend):
      "\(money(spend)) were spent. "
        + (cost.map { "In truth a call of a campaign costs \(money($0)). " } ?? "")
        + "Misallocated is the part of the spend that would follow the reported shares of calls"
        + " rather than the true ones."
    case .unresolvedClicks(let calls):
      "\(count(calls, .call)) of clicks whose campaign only the network knows take no part."
    default: nil
    }
  }

  private func assumption(_ phrase: ComparePhrase) -> String {
    switch phrase {
    case .callsAreAssumed(let calls):
      "No calls are given, so these \(count(calls)) are an assumption: a law of calls laid over the"
        + " visits. Shares mean something, counts don't; give real ones with --calls FILE."
    case .withoutTruth(let sessions):
      "\(count(sessions, .session)) aren't in the table of truths; what their pages show is taken"
        + " for what was paid for, which flatters every scheme."
    case .lawOfCalls:
      "Each visit calls once: 60 % during the visit, 28 % later, half of these within 20 min, 12 %"
        + " from a saved number, half of these within two days. No source gives such a law."
    case .budgetOfSameLog:
      "Static numbers go to the tags of most visits of this very input, which flatters them."
    case .script(let rule, let hasOwnDefault): script(rule, hasOwnDefault: hasOwnDefault)
    case .drawnNotSwapped(let share):
      "\(decimal(share * 100)) % of the visitors, drawn, never see a number."
    case .truthIsVisible:
      "What was paid for is what pages show: nothing else is known."
    case .causesNotShown:
      "Such an input can't show links passed on, tags lost on the way or misspelt, lost cookies, and"
        + " visitors without numbers: these causes are absent here, not zero."
    default: ""
    }
  }

  private func script(_ rule: KeyRule, hasOwnDefault: Bool) -> String {
    let memory =
      switch rule.memory {
      case .page: "forgets the tags on the next page"
      case .session: "remembers the tags for the visit"
      case .first(let interval): "keeps the first tags for \(length(interval))"
      case .last(let interval): "keeps the last tags for \(length(interval))"
      }
    let seen =
      switch (rule.seesClickIDs, rule.seesReferrers) {
      case (false, false): "UTM tags only"
      case (true, false): "UTM tags and click ids"
      case (false, true): "UTM tags and referrers"
      case (true, true): "UTM tags, click ids and referrers"
      }
    return
      "The plain script sees \(seen) and \(memory); the best one sees all, keeps the last origin"
      + " for 90 days and has a number for direct visits. Calls to the default number are booked as"
      + " \(hasOwnDefault ? "unknown" : "direct")."
  }

  private func example(_ phrase: ComparePhrase) -> String {
    guard
      case .example(
        let scheme, let cause, let time, let number, let visit, let origin, let truth, let said) =
        phrase
    else { return "" }
    let dialled = number.map { "number \($0 + 1)" } ?? "the default number"
    var text =
      "\(words(SchemeName(scheme: scheme))), \(words(cause)): a call at"
      + " \(self.time(time)) on \(dialled)"
    if let visit {
      if let origin, origin != visit {
        text +=
          " came by \(truth ?? "no campaign") at \(self.time(origin)) and is of a visit at"
          + " \(self.time(visit))"
      } else {
        text += " is of a visit at \(self.time(visit)), by \(truth ?? "no campaign")"
      }
    } else {
      text += " comes from no visit"
    }
    return text + "; the number says \(said ?? "nothing")."
  }
}
