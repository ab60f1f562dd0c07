/// What a reader took for granted where the input doesn't say it.
public enum Assumption: Hashable, Sendable {
  /// A site with and without `www.` is one pool, and so many more are.
  case oneSite(name: String, others: Int)
  /// A value is one pool however its capitals are written, and so many more are.
  case oneValue(name: String, others: Int)
  /// So many rows of these kinds are no page views, but signs of life.
  case signsOfLife(kinds: [String], rows: Int)
  /// So many lines of a report are of other tables or notes.
  case otherTables(lines: Int)
  /// So many visits are known by their number only: when each begins in its stretch of time was
  /// drawn, and how long it lasts was said. None at all is a single page view.
  case drawnVisits(Int, seed: UInt64, length: Interval)
  /// So many rows sum up others.
  case totals(rows: Int)
  /// So many rows are each the sum of the others of its time.
  case subtotals(rows: Int)
  /// The input gives no date.
  case timeFrom1970
  /// The traffic is made of a scenario, in which nobody measured what stands at these paths.
  case scenario(unmeasured: [String])
  /// Sessions of persons who never see a substituted number are left out.
  case notSwappedLeftOut
}
