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
  case dayFrom, needed, servedByAnswer
  case way, sessionsServed
  case rightAfter(Interval)
}
