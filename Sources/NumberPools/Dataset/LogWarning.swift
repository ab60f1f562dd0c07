/// A reason to doubt a result, or to read it with care.
public enum LogWarning: Hashable, Sendable {
  /// Every line has this same minute of the hour.
  case stuckClock(minute: Int, lines: Int)
  /// Every line has one of a few minutes of the hour, so many apart.
  case roundedClock(minutes: Int, lines: Int)
  /// Many lines are out of order.
  case outOfOrder(Int, of: Int)
  /// Many lines can't be understood.
  case unreadable(Int, of: Int)
  /// Stretches of more than a day without a page view; the longest.
  case gaps(Int, longest: ClosedRange<Timestamp>)
  /// The log changes its offset from UTC, in minutes.
  case clockChange(from: Int, to: Int, at: Timestamp)
  /// Less than a week of traffic.
  case shortLog(Interval)
  /// One burst sets the peak.
  case burst(Burst)
  /// Lines name another client than the one that talked to the server.
  case proxy(Int, of: Int)
  /// No line names a browser.
  case addressOnly
  /// Lines name no client at all.
  case clientMissing(Int, of: Int)
  /// Page views whose client is a name rather than an address.
  case clientIsNoAddress(Int, of: Int)
  /// Nearly all page views come from one address: a proxy's.
  case oneClient(Int, of: Int)
  /// Nearly all sessions, or page views, are one visitor's.
  case oneVisitor(pageViews: Int, of: Int)
  /// Addresses at each of which ten or more browsers appear within ten minutes, and their visitors.
  case manyBrowsers(addresses: Int, visitors: Int, of: Int)
  /// All addresses end with zero: they were cut for privacy.
  case addressesCut(Int)
  /// The address behind a proxy is asked for, and no line names one.
  case noForwardedClient
  /// Times in an hour that the clocks showed twice or not at all.
  case ambiguousTimes(Int)
  /// Names of sessions that several visitors have, each of whom has a session of that name.
  case sharedSessionNames(SessionNaming)
  /// Names of sessions that pass from one visitor to another.
  case passedOnSessionNames(SessionNaming)
  /// Sessions named by the input that go on after a silence that ends a session.
  case silentSessions(SilentSessions)
  /// Visitors who view pages of several pools.
  case visitorsOfSeveralPools(visitors: Int, of: Int, sessions: Int)
  /// Two inputs share a run of lines, which counts once.
  case overlap(first: String, second: String, lines: Int)
  /// Of a sample of an input's lines so many are those of inputs before, and count twice.
  case sharedLines(file: String, Int, of: Int)
  /// So many rows of a table are those of inputs before, and count twice.
  case sharedRows(file: String, Int, of: Int)
  /// Lines with records that other lines have.
  case repeatedRecords(Int, of: Int)
  /// Many rows of the calls can't be understood.
  case unreadableCalls(Int, of: Int)
  /// The calls fit the page views far better when they are moved: so many then, so many now.
  /// How far they have been moved already is in `given`.
  case callClock(Interval, given: Interval, fits: Int, unmoved: Int, of: Int)
  /// Most calls come before the first page view of who called.
  case callsTooEarly(Int, of: Int)
  /// Most calls that name a session or a visitor name one that the traffic doesn't have.
  case callsOfStrangers(Int, of: Int)
  /// All calls lie outside of the time that the traffic covers.
  case callsOutsideLog(calls: ClosedRange<Timestamp>, log: ClosedRange<Timestamp>)
  /// Of so many calls none can be judged, for this reason in most cases.
  case noCallJudged(Int, mostly: CallFault)
  /// So few calls can be judged that shares of them say nothing.
  case fewCalls(Int)
  /// The file of calls names columns, and holds no call.
  case noCalls
  /// Calls that name no session were matched by the name of a click, of so many.
  case callsByClick(Int, of: Int)
  /// Rows that tell of calls that other rows have told of, by their names.
  case repeatedCalls(Int, of: Int)
  /// Rows without a name that are the same calls as others by moment, caller and dialled number.
  case equalCalls(Int)
  /// Rows of calls that have the name of a call that can't be theirs.
  case sharedCallNames(Int)
  /// Rows of calls that say who called whom in a word that isn't known here.
  case unknownDirections(Int, of: Int)
  /// Times of calls in an hour that the clocks showed twice or not at all.
  case ambiguousCallTimes(Int)
  /// Fields of a column whose last digits a spreadsheet program has dropped.
  case shortenedFields(column: String, Int, of: Int)
  /// Long numbers of a column that end in zeros, as if rounded.
  case roundedIdentifiers(column: String, Int, of: Int)
  /// Times that count days since 1900, as spreadsheet programs do; the first of them.
  case serialDates(file: String, first: Timestamp)
  /// Times before 1990 or after 2100.
  case unlikelyTimes(ClosedRange<Timestamp>)
  /// Rows of kinds that aren't known, which weren't taken for page views; the most frequent words.
  case unknownKinds([String], Int, of: Int)
  /// Sessions of which a table doesn't say when they ended.
  case sessionsWithoutEnd(Int, of: Int)
  /// A part of an input wasn't read, for this reason.
  case partlyRead(file: String, reason: String)
  /// An input among others has no line that says anything.
  case emptyInput(file: String)
  /// Too few lines show what pages are made of to tell who is a browser.
  case noEvidence(Int, of: Int)
  /// Many sessions are left out, as their visitors never fetched what pages are made of.
  case withoutEvidence(sessions: Int, of: Int)
  /// Visits are counted by the day, week or month, and a week of that name tells the hours.
  case countsOfDays(of: CalendarUnit, week: String)
  /// Visits are counted by hour, but not of which of so many days.
  case hoursOfAverageDay(days: Int)
  /// The distances of dates tell that counts are of weeks or months.
  case guessedStretches(CalendarUnit)
  /// A column of that heading counts people, not sessions.
  case countsOfUsers(heading: String)
  /// A column of that heading makes a session count in several rows.
  case countsOfPages(heading: String)
  /// Visits in rows whose time can't be understood, of all others.
  case visitsWithoutTime(Int, of: Int)
  /// The total of a report names so many visits that none of its rows has.
  case rowsMissing(visits: Int, of: Int)
  /// A report seems to have its busiest rows only.
  case onlyBusiestRows
  /// A second table with the same header isn't read.
  case tableBelow(lines: Int)
}

extension LogWarning {
  /// Whether figures mean nothing at all: then the reason takes the place of the answer.
  public var leavesNoAnswer: Bool {
    switch self {
    case .stuckClock, .roundedClock, .oneClient, .oneVisitor: true
    default: false
    }
  }

  /// Whether the input may have been misunderstood, or may not be what it looks like, so that every
  /// figure is in doubt: such warnings stand at the top of a report. The others say how to read an
  /// answer that is sound.
  public var isDoubt: Bool {
    switch self {
    case .shortLog(let length): length < .days(1)
    case .gaps, .clockChange, .burst, .visitorsOfSeveralPools, .repeatedCalls, .overlap,
      .repeatedRecords, .serialDates, .noCalls, .callsByClick:
      false
    default: true
    }
  }

  /// What the log itself gives reason to doubt.
  ///
  /// - Parameters:
  ///   - summary: What was found in the files.
  ///   - profile: The shape of the traffic made of it.
  ///   - usesForwardedAddress: Whether visitors are told by the address behind the proxy.
  /// - Complexity: O(offsets x log(offsets)), of which a log has one or two.
  public static func warnings(
    about summary: LogSummary, _ profile: TrafficProfile, usesForwardedAddress: Bool = false
  ) -> [LogWarning] {
    var warnings = unlikelyTimes(of: summary) + summary.doubts
    let readable = summary.lines - summary.unreadable
    // Nothing else matters then.
    if let damaged = damagedClock(of: summary) { warnings.insert(damaged, at: 0) }
    if summary.outOfOrder * 20 > summary.lines {
      warnings.append(.outOfOrder(summary.outOfOrder, of: summary.lines))
    }
    if summary.unreadable * 100 > summary.lines {
      warnings.append(.unreadable(summary.unreadable, of: summary.lines))
    }
    let repeated = summary.leftOut[.repeated, default: 0]
    let hasOverlap = summary.doubts.contains { if case .overlap = $0 { true } else { false } }
    if repeated > 0, !hasOverlap {
      warnings.append(.repeatedRecords(repeated, of: summary.lines))
    }
    if let longest = profile.gaps.first {
      warnings.append(.gaps(profile.gaps.count, longest: longest))
    }
    // More offsets than a change of clocks makes are those of visitors from everywhere.
    let offsets = summary.offsetsByTime.count > 3 ? [] : summary.offsetsByTime
    for (before, after) in zip(offsets, offsets.dropFirst()) {
      warnings.append(.clockChange(from: before.minutes, to: after.minutes, at: after.first))
    }
    if let length = profile.length, length < .days(7) { warnings.append(.shortLog(length)) }
    if summary.forwardedLines * 20 > readable, !usesForwardedAddress {
      warnings.append(.proxy(summary.forwardedLines, of: readable))
    }
    if readable > 0, summary.linesWithoutAgent == readable,
      summary.visitorBasis == .addressAndAgent
    {
      warnings.append(.addressOnly)
    }
    if summary.ambiguousTimes > 0 { warnings.append(.ambiguousTimes(summary.ambiguousTimes)) }
    return warnings
  }

  /// A clock that shows a few minutes of the hour only.
  private static func damagedClock(of summary: LogSummary) -> LogWarning? {
    let readable = summary.lines - summary.unreadable
    guard let span = summary.span, span.upperBound - span.lowerBound >= .hours(2), readable >= 100
    else { return nil }
    if let minute = summary.linesByMinute.firstIndex(of: readable) {
      return .stuckClock(minute: minute, lines: readable)
    }
    // A line in a hundred may have been written by another clock.
    for step in [30, 20, 15, 10] {
      let onStep = stride(from: 0, to: 60, by: step).reduce(0) { $0 + summary.linesByMinute[$1] }
      if onStep * 100 >= readable * 99 {
        return .roundedClock(minutes: step, lines: readable)
      }
    }
    return nil
  }

  /// What the calls give reason to doubt.
  ///
  /// - Parameter summary: What was found in their files.
  /// - Complexity: O(1).
  public static func warnings(aboutCalls summary: LogSummary) -> [LogWarning] {
    var warnings = unlikelyTimes(of: summary) + summary.doubts
    if summary.unreadable * 100 > summary.lines {
      warnings.append(.unreadableCalls(summary.unreadable, of: summary.lines))
    }
    if summary.ambiguousTimes > 0 { warnings.append(.ambiguousCallTimes(summary.ambiguousTimes)) }
    return warnings
  }

  /// What the calls give reason to doubt once their sessions are looked for.
  ///
  /// - Parameters:
  ///   - calls: What became of the calls.
  ///   - log: The time that the traffic covers.
  /// - Complexity: O(1).
  public static func warnings(
    about calls: CallFit, in log: ClosedRange<Timestamp>?
  ) -> [LogWarning] {
    var warnings: [LogWarning] = []
    if let offset = calls.offset {
      warnings.append(
        .callClock(
          offset, given: calls.given, fits: calls.fitsMoved, unmoved: calls.fits, of: calls.known))
    }
    if calls.all > 0, calls.judged == 0 {
      warnings.append(.noCallJudged(calls.all, mostly: calls.commonFault))
    }
    if calls.judged > 0, calls.judged < fewestCalls { warnings.append(.fewCalls(calls.judged)) }
    // Calls come after visits: those of the hour after the last page view are ordinary.
    if let span = calls.span, let log,
      span.upperBound < log.lowerBound || span.lowerBound > log.upperBound + .hours(1)
    {
      warnings.append(.callsOutsideLog(calls: span, log: log))
    } else if calls.offset == nil, calls.judged > 0 {
      if calls.early * 2 > calls.known, calls.known > 0 {
        warnings.append(.callsTooEarly(calls.early, of: calls.known))
      }
      let named = calls.known + calls.ofStrangers
      if calls.ofStrangers * 2 > named {
        warnings.append(.callsOfStrangers(calls.ofStrangers, of: named))
      }
    }
    return warnings
  }

  /// Shares of fewer calls say nothing.
  public static let fewestCalls = 10

  /// Websites have had visitors, and will have them for a while.
  private static func unlikelyTimes(of summary: LogSummary) -> [LogWarning] {
    guard let span = summary.span, !summary.countsFromZero else { return [] }
    let likely =
      Timestamp(
        year: 1990, month: 1, day: 1, second: 0)..<Timestamp(
        year: 2100, month: 1, day: 1, second: 0)
    return likely.contains(span.lowerBound) && likely.contains(span.upperBound)
      ? [] : [.unlikelyTimes(span)]
  }
}
