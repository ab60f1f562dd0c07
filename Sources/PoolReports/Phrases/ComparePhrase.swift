import NumberPools

/// What the comparison of schemes says.
enum ComparePhrase: Sendable {
  // Titles.
  case titleOfLevel(LabelLevel, judged: Int)
  case titleOfCauses(LabelLevel)
  case titleOfEveryCause(LabelLevel)
  case titleOfMoney, titleOfSchemes, titleOfReported
  case titleOfChannels, titleOfCampaigns, titleOfExamples

  /// What a number tells: how many visitors may have called, and how often the pool knows.
  case verdict(Verdict)

  // Fair to both sides.
  case staticIsBetterAtChannels(Int, pool: Int, of: Int)
  case utmIsGoodEnough(Int, pool: Int, of: Int)
  case inventsMost(Scheme, Int)
  case breakEven(Scheme, Interval)
  case staticIsGoodEnough([Channel])
  case offSite(Int, of: Int)
  case wrongDecision(
    Scheme, isOfDearest: Bool, looks: String, truly: String, reported: Int?, real: Int)
  case trueCost(Int?, spend: Int)
  case unresolvedClicks(Int)

  // Doubts and what is taken for granted.
  case callsAreAssumed(Int)
  case withoutTruth(Int)
  case lawOfCalls
  case budgetOfSameLog
  case script(KeyRule, hasOwnDefault: Bool)
  case drawnNotSwapped(Double)
  case truthIsVisible
  case causesNotShown

  // Rows.
  case unknownChannel, callsWithoutVisit

  /// A call for which a scheme fails.
  case example(
    Scheme, SchemeCause, at: Timestamp, number: Int?, visit: Timestamp?, origin: Timestamp?,
    truth: String?, said: String?)
}

extension ComparePhrase {
  /// What the comparison comes to.
  struct Verdict: Sendable {
    /// How many visitors may have made a call to a number for UTM tags.
    let candidates: Int?
    let numbers: Int
    /// Calls that have a campaign, and how many are told it.
    let campaigns: Int
    let campaignsByUTM: Int
    let campaignsByPool: Int
    /// Why most of the others aren't, where the number depends on UTM tags.
    let cause: SchemeCause?
    /// Calls, and of how many a pool tells the visit.
    let calls: Int
    let visitsByPool: Int
  }
}

/// What a scheme is called in a table.
struct SchemeName: Sendable {
  let scheme: Scheme
}
