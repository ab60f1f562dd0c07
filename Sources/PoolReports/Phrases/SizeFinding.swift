import NumberPools

/// What the report on the pool to rent finds, most important first.
enum SizeFinding: Sendable {
  /// The answer.
  case answer(Answer)
  /// There is none.
  case noAnswer(Target, MinimumPool.Failure)
  /// So many numbers never refuse anyone.
  case peak(Int, at: Timestamp)
  /// What would do without the 15 minutes in which most sessions began; `nil` where no pool would.
  case quiet(sessions: Int, from: Timestamp, numbers: Int?)
  /// What a number, or a block of them, buys a month.
  case marginal(SizeReport.Marginal, blockSize: Int)
  /// What to think of an offer.
  case offer(Offer)
  /// The size at which rent less the worth of right calls is least.
  case cheapest(Int)

  /// The answer, and what it does.
  struct Answer: Sendable {
    var numbers: Int
    /// Rent a month in hundredths; `nil` without a price.
    var cost: Int?
    var covered: Int
    var sessions: Int
    /// Sessions credited rightly with a call so long later; `nil` where that isn't measured.
    var credit: (lag: Interval, correct: Double?, calls: Int)?
    /// Calls credited rightly; `nil` without calls.
    var calls: (correct: Double?, known: Int)?
    var target: Target
  }

  /// An offer beside the answer.
  struct Offer: Sendable {
    var numbers: Int
    var isMet: Bool
    /// Whether every larger pool meets the target as well.
    var isMetByLarger: Bool
    /// The answer; `nil` where there is none.
    var answer: Int?
    var blockSize: Int
    /// The rents of the offer and of the answer in hundredths; `nil` without a price.
    var costs: (offer: Int, answer: Int)?
  }
}
