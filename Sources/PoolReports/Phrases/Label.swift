import NumberPools

/// Words in cells of tables: what a row is of, and signs that point at one.
enum Label: Sendable {
  // Signs.
  case answer, offer, peak, here, assumed

  // Stretches and ways to save.
  case stretch(TimeStretch, isWhole: Bool)
  case worst
  case way(Saving.Way)
  case leastUsed, medianUsed, mostUsed
  case within(Interval)
  case later

  // What was read.
  case ineligible
  case linesRead, unreadable, pageViews, theseCount
  case leftOut(LogSummary.LeftOut)
  case meaning(of: LogSummary.LeftOut)

  // Other readings and published rules.
  case reading(ReadingWay)
  case rule(RuleOfThumb.Publisher)
  case source(RuleOfThumb.Publisher)

  // Calls.
  case right
  case attribution(Attribution)
  /// A cause as one of several below what it makes of a call.
  case causeBelow(Cause)
  case rightCampaignByLuck, rightChannelByLuck

  // Pools and sources.
  case allPools, sharedPool
  case others(Int)

  // Facts of a log.
  case lines, sessionsADay, numbersInUse, noBrowsers, outOfOrder, clickIDs, clock, visitorIs
  case clientIs, gap
}
