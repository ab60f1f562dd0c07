import NumberPools

/// The headings of columns.
enum Heading: Hashable, Sendable {
  /// Nothing needs to be said.
  case none

  // What sizes of a pool do.
  case numbers, coverage, without, refused
  case right, wrong, unknown
  case monthlyCost
  case lag(Interval)

  // What is counted.
  case sessions, peak, calls, lines, share, paid
  case sessionsBegun, pageViewsRefused, loans, inUse, creditedRightly

  // What it is counted by.
  case reading, rule, pool, cause
  case reuseTimeout, pageStaysOpen, onlyPageViews
  case channel, sourceAndMedium
  case minute, hour, from, until
  /// A day of the week, from 0 for Monday.
  case weekday(Int)
  case number, lagOfCall

  // What schemes are compared by.
  case scheme(Scheme)
  case nothingSaid, invented
  case keys, needed, oneOf, oneOfAtMost, campaignsWithEveryKey, asGoodAsPool, breakEven
  case truth, channelByStatic, channelByPool, campaignByStatic, campaignByPool
  case campaign, spend, costPerCampaignCall, misallocatedSpend

  // What was foretold, and what came.
  case way, enough, ofPairs, neededByAll, forecast, nextNeeded
}
