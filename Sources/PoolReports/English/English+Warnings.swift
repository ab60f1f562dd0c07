import NumberPools

extension English {
  /// The warning in a sentence or two.
  func words(_ warning: LogWarning) -> String {
    switch warning {
    case .stuckClock(let minute, let lines):
      "The clock of this log is damaged: all \(count(lines)) lines have minute"
        + " \(minute < 10 ? "0" : "")\(minute) of their hour. Peaks and pool sizes from it mean"
        + " nothing."
    case .roundedClock(let minutes, let lines):
      "The clock of this log is damaged, or was rounded: \(count(lines)) lines have only every"
        + " \(minutes)th minute of their hour. So many visitors seem to come at once, and peaks and"
        + " pool sizes from it mean nothing: export the exact times."
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
        + " \(offset(after)) at \(time(moment)). All times here are \(zone)."
    case .shortLog(let length):
      "The log covers \(covered(length)): less than a week doesn't show the rhythm of the"
        + " week" + (length < .days(1) ? ", and less than a day says nothing of one." : ".")
    case .burst(let burst): words(burst)
    case .proxy(let affected, let lines):
      "\(count(affected)) of \(count(lines)) lines name another client in a"
        + " forwarded-for field: the log was written behind a proxy. Add --client-address"
        + " forwarded."
    case .sharedSessionNames, .passedOnSessionNames, .silentSessions, .visitorsOfSeveralPools:
      wordsOnSessions(warning) ?? ""
    case .ambiguousTimes(let affected):
      "\(count(affected, .time)) without an offset lie in an hour that the clocks showed"
        + " twice or not at all. The earlier hour was taken."
    case .clientMissing, .clientIsNoAddress, .oneClient, .oneVisitor, .addressesCut,
      .noForwardedClient,
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
      .ambiguousCallTimes, .fewCalls, .noCalls, .callsByClick:
      wordsOnCalls(warning) ?? ""
    }
  }
}

extension English {
  private func words(_ burst: Burst) -> String {
    let began =
      "\(count(burst.window.sessions, .session)) began in the 15 minutes from"
      + " \(time(burst.window.from))"
    let cause =
      switch burst.cause {
      case .visitor(let sessions): ", \(count(sessions)) of them of one visitor"
      case .address(let sessions): ", \(count(sessions)) of them from one address"
      case .source(let name, let sessions):
        ", \(count(sessions)) of them from \(Privacy.masked(name))"
      case nil: ""
      }
    let without =
      if let numbers = burst.without.numbers, let all = burst.all.numbers {
        "Without them \(count(numbers, .number)) would meet the target instead of \(count(all)),"
          + " and \(count(burst.without.peak)) instead of \(count(burst.all.peak)) would have"
          + " been in use at once."
      } else {
        "Without them \(count(burst.without.peak)) numbers instead of \(count(burst.all.peak))"
          + " would have been in use at once."
      }
    return "One burst decides: \(began)\(cause). \(without)"
  }

  /// How long a log is: in days, or in what is left below one.
  private func covered(_ length: Interval) -> String {
    if length < .seconds(1) { return "less than a second" }
    return length < .hours(1) ? self.length(whole(length)) : days(length)
  }

  /// A length without the units that nobody would say with it.
  func whole(_ length: Interval) -> Interval {
    let unit: Int64 =
      length < .minutes(2)
      ? 1000 : length < .hours(2) ? 60_000 : length < .days(2) ? 3_600_000 : 86_400_000
    guard length.milliseconds >= 1000 else { return length }
    return Interval(milliseconds: (length.milliseconds + unit / 2) / unit * unit)
  }
}
