public import NumberPools

extension LogWarning {
  /// The warning in a sentence or two.
  public var sentence: String {
    switch self {
    case .stuckClock(let minute, let lines):
      "The clock of this log is damaged: all \(Figures.count(lines)) lines have minute"
        + " \(minute < 10 ? "0" : "")\(minute) of their hour. Peaks and pool sizes from it mean"
        + " nothing."
    case .outOfOrder(let count, let lines):
      "\(Figures.count(count)) of \(Figures.count(lines)) lines are out of order. They were put"
        + " in order of time; make sure that the times are right."
    case .unreadable(let count, let lines):
      "\(Figures.count(count)) of \(Figures.count(lines)) lines can't be understood and are"
        + " missing from every figure."
    case .gaps(let count, let longest):
      "The log has \(Figures.count(count, "gap")) of more than a day, the longest of"
        + " \(Figures.days(longest.upperBound - longest.lowerBound)) from \(longest.lowerBound)."
        + " Daily figures count only days with traffic."
    case .clockChange(let before, let after, let time):
      "The log changes its offset from UTC from \(Figures.offset(before)) to"
        + " \(Figures.offset(after)) at \(time). All times here are UTC."
    case .shortLog(let length):
      "The log covers \(Figures.days(length)): less than a week doesn't show the rhythm of the"
        + " week."
    case .burst(let window, let peak, let quiet):
      "One burst sets the peak: \(Figures.count(window.sessions, "session")) began in the 15"
        + " minutes from \(window.from). Without them \(Figures.count(quiet.peak)) numbers instead"
        + " of \(Figures.count(peak)) would have been in use at once"
        + (quiet.numbers.map { ", and \(Figures.count($0, "number")) would meet the target." }
          ?? ".")
    case .proxy(let count, let lines):
      "\(Figures.count(count)) of \(Figures.count(lines)) lines name another client in a"
        + " forwarded-for field: the log was written behind a proxy. Add --client-address"
        + " forwarded."
    case .sharedSessionNames, .passedOnSessionNames, .silentSessions, .visitorsOfSeveralPools:
      sessionSentence
    case .ambiguousTimes(let count):
      "\(Figures.count(count, "time")) without an offset lie in an hour that the clocks showed"
        + " twice or not at all. The earlier hour was taken."
    case .clientMissing, .clientIsNoAddress, .oneClient, .addressesCut, .noForwardedClient,
      .manyBrowsers, .noEvidence, .withoutEvidence:
      visitorSentence
    case .countsOfDays, .hoursOfAverageDay, .guessedStretches, .countsOfUsers, .countsOfPages,
      .visitsWithoutTime, .rowsMissing, .onlyBusiestRows, .tableBelow:
      countSentence
    case .shortenedFields, .roundedIdentifiers, .serialDates, .unlikelyTimes, .unknownKinds,
      .sessionsWithoutEnd:
      sentenceOnColumns ?? ""
    case .addressOnly:
      "No line names a browser, so visitors are known by address alone. People who share an"
        + " address count as one: expect the peak to be too low."
    case .overlap, .sharedLines, .sharedRows, .repeatedRecords, .partlyRead, .emptyInput:
      sentenceOnInputs ?? ""
    case .callClock, .callsTooEarly, .callsOfStrangers, .callsOutsideLog, .noCallJudged,
      .repeatedCalls, .equalCalls, .sharedCallNames, .unknownDirections, .unreadableCalls,
      .ambiguousCallTimes:
      sentenceOnCalls ?? ""
    }
  }
}
