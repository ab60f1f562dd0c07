import NumberPools

extension English {
  /// The warning in a sentence or two.
  func words(_ warning: LogWarning) -> String {
    switch warning {
    case .stuckClock(let minute, let lines):
      "The clock of this log is damaged: all \(count(lines)) lines have minute"
        + " \(minute < 10 ? "0" : "")\(minute) of their hour. Peaks and pool sizes from it mean"
        + " nothing."
    case .outOfOrder(let affected, let lines):
      "\(count(affected)) of \(count(lines)) lines are out of order. They were put"
        + " in order of time; make sure that the times are right."
    case .unreadable(let affected, let lines):
      "\(count(affected)) of \(count(lines)) lines can't be understood and are"
        + " missing from every figure."
    case .gaps(let affected, let longest):
      "The log has \(count(affected, .gap)) of more than a day, the longest of"
        + " \(days(longest.upperBound - longest.lowerBound)) from \(time(longest.lowerBound))."
        + " Daily figures count only days with traffic."
    case .clockChange(let before, let after, let moment):
      "The log changes its offset from UTC from \(offset(before)) to"
        + " \(offset(after)) at \(time(moment)). All times here are UTC."
    case .shortLog(let length):
      "The log covers \(days(length)): less than a week doesn't show the rhythm of the"
        + " week."
    case .burst(let window, let peak, let quiet):
      "One burst sets the peak: \(count(window.sessions, .session)) began in the 15"
        + " minutes from \(time(window.from)). Without them \(count(quiet.peak)) numbers instead"
        + " of \(count(peak)) would have been in use at once"
        + (quiet.numbers.map { ", and \(count($0, .number)) would meet the target." }
          ?? ".")
    case .proxy(let affected, let lines):
      "\(count(affected)) of \(count(lines)) lines name another client in a"
        + " forwarded-for field: the log was written behind a proxy. Add --client-address"
        + " forwarded."
    case .sharedSessionNames, .passedOnSessionNames, .silentSessions, .visitorsOfSeveralPools:
      wordsOnSessions(warning) ?? ""
    case .ambiguousTimes(let affected):
      "\(count(affected, .time)) without an offset lie in an hour that the clocks showed"
        + " twice or not at all. The earlier hour was taken."
    case .clientMissing, .clientIsNoAddress, .oneClient, .addressesCut, .noForwardedClient,
      .manyBrowsers, .noEvidence, .withoutEvidence:
      wordsOnVisitors(warning) ?? ""
    case .countsOfDays, .hoursOfAverageDay, .guessedStretches, .countsOfUsers, .countsOfPages,
      .visitsWithoutTime, .rowsMissing, .onlyBusiestRows, .tableBelow:
      wordsOnCounts(warning) ?? ""
    case .shortenedFields, .roundedIdentifiers, .serialDates, .unlikelyTimes, .unknownKinds,
      .sessionsWithoutEnd:
      wordsOnColumns(warning) ?? ""
    case .addressOnly:
      "No line names a browser, so visitors are known by address alone. People who share an"
        + " address count as one: expect the peak to be too low."
    case .overlap, .sharedLines, .sharedRows, .repeatedRecords, .partlyRead, .emptyInput:
      wordsOnInputs(warning) ?? ""
    case .callClock, .callsTooEarly, .callsOfStrangers, .callsOutsideLog, .noCallJudged,
      .repeatedCalls, .equalCalls, .sharedCallNames, .unknownDirections, .unreadableCalls,
      .ambiguousCallTimes:
      wordsOnCalls(warning) ?? ""
    }
  }
}
