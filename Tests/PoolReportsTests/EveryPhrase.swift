import NumberPools

@testable import PoolReports

/// Every warning and every assumption, most of them once.
enum EveryPhrase {
  private static let first = Timestamp(milliseconds: 0)
  private static let day = Timestamp(milliseconds: 0)...Timestamp(milliseconds: 86_400_000)

  static let warnings: [LogWarning] =
    [
      .stuckClock(minute: 5, lines: 200), .roundedClock(minutes: 15, lines: 200),
      .oneVisitor(pageViews: 9, of: 9), .outOfOrder(1, of: 9), .unreadable(1, of: 9),
      .gaps(1, longest: day), .clockChange(from: 60, to: 120, at: first),
      .shortLog(.hours(3)), .proxy(1, of: 9), .addressOnly, .clientMissing(1, of: 9),
      .clientIsNoAddress(1, of: 9), .oneClient(9, of: 9),
      .manyBrowsers(addresses: 1, visitors: 20, of: 30), .addressesCut(9), .noForwardedClient,
      .ambiguousTimes(1), .sharedSessionNames(SessionNaming()),
      .passedOnSessionNames(SessionNaming()),
      .silentSessions(SilentSessions(in: Traffic())),
      .visitorsOfSeveralPools(visitors: 1, of: 9, sessions: 3),
    ] + ofInputs + ofCalls + ofTables

  private static let ofInputs: [LogWarning] = [
    .overlap(first: "a", second: "b", lines: 100), .sharedLines(file: "b", 5, of: 9),
    .sharedRows(file: "b", 5, of: 9), .repeatedRecords(1, of: 9),
    .partlyRead(file: "a", reason: "it ends early"), .emptyInput(file: "a"),
    .noEvidence(0, of: 9), .withoutEvidence(sessions: 1, of: 9),
  ]

  private static let ofCalls: [LogWarning] =
    [
      .unreadableCalls(1, of: 9),
      .callClock(.hours(2), given: .zero, fits: 9, unmoved: 1, of: 9), .callsTooEarly(6, of: 9),
      .callsOfStrangers(6, of: 9), .callsOutsideLog(calls: day, log: day),
      .repeatedCalls(1, of: 9), .equalCalls(1), .sharedCallNames(1), .unknownDirections(1, of: 9),
      .ambiguousCallTimes(1), .fewCalls(1), .noCalls, .callsByClick(1, of: 9),
    ] + CallFault.allCases.map { .noCallJudged(2, mostly: $0) }

  private static let ofTables: [LogWarning] =
    [
      .shortenedFields(column: "id", 1, of: 9), .roundedIdentifiers(column: "id", 1, of: 9),
      .serialDates(file: "a", first: first), .unlikelyTimes(day), .unknownKinds(["x"], 1, of: 9),
      .sessionsWithoutEnd(1, of: 9), .hoursOfAverageDay(days: 30), .countsOfUsers(heading: "Users"),
      .countsOfPages(heading: "Page"), .visitsWithoutTime(1, of: 9), .rowsMissing(visits: 1, of: 9),
      .onlyBusiestRows, .tableBelow(lines: 3),
    ]
    + CalendarUnit.allCases.flatMap {
      [.countsOfDays(of: $0, week: "flat"), .guessedStretches($0)]
    }

  static let assumptions: [any Phrase] =
    [
      Assumption.oneSite(name: "a.example", others: 1), Assumption.oneValue(name: "a", others: 0),
      Assumption.signsOfLife(kinds: ["click"], rows: 1), Assumption.otherTables(lines: 1),
      Assumption.drawnVisits(9, seed: 1, length: .minutes(3)), Assumption.totals(rows: 1),
      Assumption.subtotals(rows: 1), Assumption.timeFrom1970,
      Assumption.scenario(unmeasured: ["week", "calls.later"]), Assumption.notSwappedLeftOut,
      VisitorAssumption.addressAndBrowser, VisitorAssumption.address,
      VisitorAssumption.evidence(
        EvidenceCounts(sessions: 1, visitors: 1, allSessions: 9, isDecisive: true)),
      VisitorAssumption.robotsNameThemselves, RuleAssumption.sessionTimeout(.minutes(30)),
      RuleAssumption.namedSessions(
        SilentSessions(in: Traffic()), SessionNaming(), timeout: .minutes(30)),
      RuleAssumption.pageStaysOpen, RuleAssumption.onlyPageViews(lost: 1),
      RuleAssumption.lastPage(.zero, answer: 3, withMore: 4), RuleAssumption.chances(upTo: 9),
      RuleAssumption.creditByLag, RuleAssumption.draw(seed: 1), RuleAssumption.zone,
    ]
    + RequestRule.allCases.map { RuleAssumption.request($0) }
    + [[Allocation.longestIdle], [.lowestFirst], [.random], [.longestIdle, .random]]
    .map { RuleAssumption.allocations($0) }
}
