import NumberPools

/// What the report on a log says, and the facts in its table.
enum InspectPhrase: Sendable {
  /// What there is.
  case verdict(sessions: Int, visitors: Int, pageViews: Int, lines: Int)
  /// From one moment to another.
  case span(ClosedRange<Timestamp>)
  /// The same, and how long that is.
  case spanOfPageViews(from: Timestamp, to: Timestamp)
  /// Sessions a day with traffic, and how many of those there are.
  case sessionsADay(Int, days: Int)
  /// The most numbers in use at once.
  case numbersInUse(Int, at: Timestamp?, reuseTimeout: Interval)
  /// Sessions of visitors who never fetched what browsers fetch.
  case withoutEvidence(EvidenceCounts)
  /// Lines before others that are earlier.
  case outOfOrder(Int)
  /// Different click ids, and those of visitors.
  case clickIDs(Int, ofVisitors: Int)
  /// The log's offsets from UTC in minutes, in order of time.
  case clock([Int])
  /// Where the lines name the client.
  case client(ClientField)
  /// A stretch without traffic.
  case gap(ClosedRange<Timestamp>)
}
