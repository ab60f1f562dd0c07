import NumberPools

/// What the report on a pool of one size says.
enum ReplayPhrase: Sendable {
  /// What so many numbers did: sessions that saw one, and calls that were credited rightly.
  case verdict(numbers: Int, covered: Int, sessions: Int, correct: Int, calls: Int)
  /// Page views that asked in vain, and what would have refused none.
  case refused(Int, peak: Int)
}
