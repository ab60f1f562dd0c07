public import NumberPools

extension ReferenceSchemes {
  /// What becomes of a call under a scheme at a level, and why: `wrong stale_tag`.
  public func verdict(_ scheme: Scheme, _ call: Int, _ level: LabelLevel) -> String {
    let saying = say(scheme, call)
    var truth: String?
    var said: String?
    let visit = calls[call].visit
    switch level {
    case .session:
      truth = visit.map { "\($0)" }
      said = saying.visit.map { "\($0)" }
    case .visitor:
      truth = visit.map { "\(visits[$0].visitor)" }
      said = saying.visit.map { "\(visits[$0].visitor)" }
    default:
      truth = visit.flatMap { trueLabels($0)[level] }
      said = saying.labels[level]
    }
    if truth == nil, said == nil { return "silence" }
    if truth == said { return "right" }
    let verdict = truth == nil ? "invented" : said == nil ? "nothing" : "wrong"
    return "\(verdict) \(cause(scheme, call, level, saying, isSaid: said != nil))"
  }

  private func cause(
    _ scheme: Scheme, _ call: Int, _ level: LabelLevel, _ saying: Saying, isSaid: Bool
  ) -> String {
    guard let visit = calls[call].visit else { return "no_visit" }
    if scheme.isStatic, level == .visitor || level == .session { return "one_number_for_many" }
    if visits[visit].isNotSwapped { return "not_swapped" }
    if scheme.isStatic {
      let told: [LabelLevel]
      switch scheme {
      case .perUTM: told = [.channel, .source, .campaign, .keyword]
      case .perCampaign, .bestStatic: told = [.channel, .source, .campaign]
      case .perSource: told = [.channel, .source]
      case .perChannel: told = [.channel]
      default: told = []
      }
      if !told.contains(level) { return "coarse_key" }
    } else if let cause = saying.cause {
      return cause
    }
    let truth = truth(visit)
    let source = saying.source
    if isSaid || !scheme.isStatic {
      if let source, visits[source].arrival == .sharedLink { return "shared_link" }
      if let source, visits[source].arrival == .returnOwnLink { return "internal_tag" }
      if let truth, doesNotShow(truth) { return "tag_stripped" }
      if let truth, source == truth { return "mistyped_tag" }
      if let truth, !scheme.isStatic, visits[truth].visitor != visits[visit].visitor {
        return "cookie_lost"
      }
      return "stale_tag"
    }
    return silent(scheme, level, visit: visit, truth: truth, saying)
  }

  private func silent(
    _ scheme: Scheme, _ level: LabelLevel, visit: Int, truth: Int?, _ saying: Saying
  ) -> String {
    let rule = scheme == .bestStatic ? KeyRule.goodScript : question.keys
    if let truth, doesNotShow(truth) { return "tag_stripped" }
    if let truth, case .click = visits[truth].sight,
      !rule.seesClickIDs || level == .campaign || level == .keyword
    {
      return "click_id_only"
    }
    if truth == nil, !rule.hasDirectNumber { return "no_tag_exists" }
    if let truth, case .referrer = visits[truth].sight, !rule.seesReferrers {
      return "no_tag_exists"
    }
    if saying.key == nil { return truth != visit ? "lost_on_return" : "lost_on_next_page" }
    if saying.number != nil { return saying.source == truth ? "mistyped_tag" : "stale_tag" }
    // Had the tags been right, would there have been a number?
    if let truth, saying.source == truth, let name = trueName(scheme, truth),
      ranking(scheme).prefix(question.numbers).contains(name)
    {
      return "mistyped_tag"
    }
    return "beyond_budget"
  }

  /// The key that what was paid for would have.
  private func trueName(_ scheme: Scheme, _ visit: Int) -> [String]? {
    if let paid = visits[visit].paid { return key(scheme, .tags(paid + [nil])) }
    var all = self
    all.question.keys.seesClickIDs = true
    all.question.keys.seesReferrers = true
    return all.key(scheme, visits[visit].sight)
  }

  /// Whether neither address nor referrer show what was paid for, and no tag something else.
  private func doesNotShow(_ visit: Int) -> Bool {
    switch visits[visit].sight {
    case .click, .tags: return false
    case .nothing, .referrer:
      return labels(seen: visits[visit].sight) != labels(paidFor: visit)
    }
  }
}
