import NumberPools

/// What reports take for granted of the pool's rules.
enum RuleAssumption: Sendable {
  /// A gap that ends a session.
  case sessionTimeout(Interval)
  /// Sessions are those that the input names.
  case namedSessions(SilentSessions, SessionNaming?, timeout: Interval)
  /// The page stays open between page views.
  case pageStaysOpen
  /// Only page views keep a number; so many found it lost.
  case onlyPageViews(lost: Int)
  /// How long the last page is read, and what two minutes more would make of an answer.
  case lastPage(Interval, answer: Int?, withMore: Int?)
  /// Who asks for a number.
  case request(RequestRule)
  /// Which free number is lent.
  case allocations([Allocation])
  /// How far chances are worked out.
  case chances(upTo: Int)
  /// When calls come by lag.
  case creditByLag
  /// One draw of many.
  case draw(seed: UInt64)
  /// The zone of every time.
  case zone
}
