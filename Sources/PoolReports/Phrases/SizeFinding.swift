import NumberPools

/// What the report on the pool to rent finds, most important first.
enum SizeFinding: Sendable {
  /// The answer.
  case answer(Answer)
  /// There is none.
  case noAnswer(Target, MinimumPool.Failure)
  /// So many numbers never refuse anyone.
  case peak(Int, at: Timestamp)
  /// What a number, or a block of them, buys a month.
  case marginal(SizeReport.Marginal, blockSize: Int, isMonthly: Bool)
  /// What to think of an offer.
  case offer(Offer)
  /// The size at which rent less the worth of right calls is least, beside what the target asks.
  case cheapest(Cheapest)

  /// The answer, and what it does.
  struct Answer: Sendable {
    var numbers: Int
    /// The time that it is of.
    var time: Interval
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

  /// The size of least total cost.
  struct Cheapest: Sendable {
    var numbers: Int
    /// Rent a month in hundredths.
    var cost: Int
    /// What a call is worth, in hundredths.
    var valuePerCall: Int
    /// What the target asks for; `nil` where it can't be met.
    var answer: Int?
    /// What the difference between the two would add to the rent, and to right calls a month; both
    /// positive.
    var difference: (cost: Int, calls: Double)?
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
