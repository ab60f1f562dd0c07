import NumberPools

extension CompareReport: Report {
  /// What the schemes tell.
  public var document: Document {
    Document(
      sections: [
        Section(parts: [.verdict(verdict)] + doubts + findings.map { .finding($0) } + remarks)
      ] + levelSections + causesSections + moneySections + detailSections + [
        Section(
          title: Title.takenForGranted, parts: assumptions.map { .assumption($0) })
      ], data: data)
  }

  /// The sentence with the user's own figures.
  private var verdict: ComparePhrase {
    let utm = comparison[.perUTM]
    let pool = comparison[.pool]
    // What most calls fail for, of those that a pool isn't failed by as well.
    let causes = SchemeCause.allCases.filter {
      $0 != .noVisit && $0 != .oneNumberForMany && $0 != .coarseKey && utm[.campaign][$0] > 0
    }
    return .verdict(
      ComparePhrase.Verdict(
        candidates: utm.oneOfN?.median, numbers: comparison.question.numbers,
        campaigns: comparison.judged(.campaign), campaignsByUTM: utm[.campaign].right,
        campaignsByPool: pool[.campaign].right,
        cause: causes.max { utm[.campaign][$0] < utm[.campaign][$1] },
        calls: comparison.judged(.session), visitsByPool: pool[.session].right))
  }

  private var doubts: [Part] {
    var parts = section.doubts
    if callsRead == nil {
      parts.insert(.warning(ComparePhrase.callsAreAssumed(comparison.judged(.session))), at: 0)
    }
    if sessionsWithoutTruth > 0 {
      parts.append(.warning(ComparePhrase.withoutTruth(sessionsWithoutTruth)))
    }
    return parts
  }

  private var remarks: [Part] { section.remarks }

  /// The warnings as programs read them.
  var warnings: [any Phrase] {
    var warnings: [any Phrase] = []
    if callsRead == nil {
      warnings.append(ComparePhrase.callsAreAssumed(comparison.judged(.session)))
    }
    if sessionsWithoutTruth > 0 {
      warnings.append(ComparePhrase.withoutTruth(sessionsWithoutTruth))
    }
    return warnings + section.warnings.filter(\.isDoubt) + section.warnings.filter { !$0.isDoubt }
  }

  /// What is fair to say besides, for and against each side.
  private var findings: [ComparePhrase] {
    var findings: [ComparePhrase] = []
    let best = comparison[.bestStatic]
    let pool = comparison[.pool]
    let level = best[.channel].judged
    if level > 0, best[.channel].right >= pool[.channel].right {
      findings.append(
        .staticIsBetterAtChannels(best[.channel].right, pool: pool[.channel].right, of: level))
    }
    let campaigns = pool[.campaign].judged
    let utm = comparison[.perUTM]
    if campaigns > 0, utm[.campaign].right >= pool[.campaign].right {
      findings.append(
        .utmIsGoodEnough(utm[.campaign].right, pool: pool[.campaign].right, of: campaigns))
    }
    let invented = [Scheme.perUTM, .bestStatic, .pool].map {
      (scheme: $0, calls: comparison[$0][.campaign].invented)
    }
    if let most = invented.max(by: { $0.calls < $1.calls }), most.calls > 0 {
      findings.append(.inventsMost(most.scheme, most.calls))
    }
    if let lag = utm.breakEvenLag { findings.append(.breakEven(.perUTM, lag)) }
    if let lag = best.breakEvenLag, best.breakEvenLag != utm.breakEvenLag {
      findings.append(.breakEven(.bestStatic, lag))
    }
    let enough = goodEnoughChannels
    if !enough.isEmpty { findings.append(.staticIsGoodEnough(enough)) }
    if offSiteCalls > 0 {
      findings.append(.offSite(offSiteCalls, of: offSiteCalls + comparison.judged(.session)))
    }
    if let money { findings += decisions(money) }
    return findings
  }

  /// The channels at which the best static scheme is as good as the pool.
  private var goodEnoughChannels: [Channel] {
    comparison.channelShares.filter { share in
      share.callsWithCampaign > 0
        ? share.campaignByStatic >= share.campaignByPool
          && share.channelByStatic >= share.channelByPool
        : share.channelByStatic >= share.channelByPool && share.channelByStatic > 0
    }.map(\.channel)
  }

  private func decisions(_ money: SchemeMoney) -> [ComparePhrase] {
    money.wrongDecisions.prefix(3).map { decision in
      .wrongDecision(
        decision.scheme, isOfDearest: decision.isOfDearest,
        looks: money.campaigns[decision.looks].name ?? "",
        truly: money.campaigns[decision.truly].name ?? "",
        reported: decision.reportedCost.map { Int(($0 * 100).rounded()) },
        real: Int((decision.trueCost * 100).rounded()))
    }
  }

  private var moneySections: [Section] {
    guard let money else { return [] }
    let table = Table(
      money.reports,
      [
        .shown(.none, .words) { .words(SchemeName(scheme: $0.scheme)) },
        .shown(.costPerCampaignCall, .money) { Self.amount($0.costPerCall) },
        .shown(.misallocatedSpend, .money) { Self.amount($0.misallocatedSpend) },
      ])
    var notes: [Part] = [
      .note(
        ComparePhrase.trueCost(
          money.trueCostPerCall.map { Int(($0 * 100).rounded()) },
          spend: Int((money.spend * 100).rounded())))
    ]
    if money.unresolvedClicks > 0 {
      notes.append(.note(ComparePhrase.unresolvedClicks(money.unresolvedClicks)))
    }
    return [
      Section(title: ComparePhrase.titleOfMoney, parts: [.table(table)] + notes),
      campaignsSection(money),
    ]
  }

  static func amount(_ value: Double?) -> Value {
    Value(money: value.map { Int(($0 * 100).rounded()) })
  }

  /// What is taken for granted.
  var assumptions: [any Phrase] {
    var assumptions: [any Phrase] = section.assumptions
    if callsRead == nil { assumptions.append(ComparePhrase.lawOfCalls) }
    assumptions.append(ComparePhrase.budgetOfSameLog)
    assumptions.append(
      ComparePhrase.script(comparison.question.keys, hasOwnDefault: hasOwnDefault))
    if let notSwappedShare { assumptions.append(ComparePhrase.drawnNotSwapped(notSwappedShare)) }
    if !knowsTruth {
      assumptions.append(ComparePhrase.truthIsVisible)
      assumptions.append(ComparePhrase.causesNotShown)
    }
    return assumptions
  }
}
