/// Finds why what a scheme says of a call isn't the truth.
struct CauseFinder {
  let input: ComparedTraffic
  let origins: SessionOrigins
  let labels: LabelTable
  /// The keys of a static scheme, and how many of them have numbers; `nil` for the others.
  let keys: StaticNumbers?
  let budget: Int

  /// The cause where something is said, or nothing, that isn't the truth.
  ///
  /// - Parameters:
  ///   - reading: What the scheme says.
  ///   - level: At which level.
  ///   - session: The session of the call; -1 where no visit caused it.
  func cause(_ reading: NumberReading, _ level: LabelLevel, session: Int) -> SchemeCause {
    if session < 0 { return .noVisit }
    if keys != nil, !level.isOfTouches { return .oneNumberForMany }
    if reading.cause == .notSwapped { return .notSwapped }
    guard let keys else { return reading.cause ?? sayingCause(reading, session: session) }
    if !keys.scheme.determines(level) { return .coarseKey }
    return reading.labels[level] != TouchLabels.none
      ? sayingCause(reading, session: session)
      : silentCause(reading, level, session: session, keys)
  }

  /// Why a label is said that isn't the truth, or why a pool says none of the right session.
  private func sayingCause(_ reading: NumberReading, session: Int) -> SchemeCause {
    let source = Int(reading.source)
    let truth = Int(origins.truth[session])
    if arrival(of: source) == .sharedLink { return .sharedLink }
    if arrival(of: source) == .returnOwnLink { return .internalTag }
    if truth >= 0, isStripped(truth) { return .tagStripped }
    if source == truth { return .mistypedTag }
    if keys == nil, truth >= 0 {
      let sessions = input.traffic.sessions
      if sessions[truth].visitor != sessions[session].visitor { return .cookieLost }
    }
    return .staleTag
  }

  /// Why a static number doesn't say what it could.
  private func silentCause(
    _ reading: NumberReading, _ level: LabelLevel, session: Int, _ keys: StaticNumbers
  ) -> SchemeCause {
    let truth = Int(origins.truth[session])
    if truth >= 0 {
      if isStripped(truth) { return .tagStripped }
      switch labels.basis(of: input.visible[truth]) {
      case .clickID:
        let isTooFine = level.rawValue > LabelLevel.source.rawValue
        if isTooFine || !keys.rule.seesClickIDs { return .clickIDOnly }
      case .referrer:
        if !keys.rule.seesReferrers { return .noTagExists }
      case .direct, .tags: break
      }
    } else if !keys.rule.hasDirectNumber {
      return .noTagExists
    }
    if reading.key < 0 { return truth == session ? .lostOnNextPage : .lostOnReturn }
    let isOwn = Int(reading.source) == truth
    if reading.number >= 0 { return isOwn ? .mistypedTag : .staleTag }
    if isOwn {
      let name = keys.keys.keyOfName[Int(origins.paid[truth].touch)]
      if keys.number(ofKey: name, budget: budget) >= 0 { return .mistypedTag }
    }
    return .beyondBudget
  }

  private func arrival(of session: Int) -> ComparedTraffic.Arrival {
    input.arrivals.isEmpty || session < 0 ? .first : input.arrivals[session]
  }

  /// Whether neither address nor referrer of a session show what was paid for, and no tag or click
  /// id shows something else.
  private func isStripped(_ session: Int) -> Bool {
    let visible = input.visible[session]
    switch labels.basis(of: visible) {
    case .clickID, .tags: return false
    case .direct, .referrer:
      return labels.labels(of: visible) != labels.labels(of: origins.paid[session])
    }
  }
}
