import NumberPools

/// What was needed stretch by stretch, and what that says of the time to come.
enum PeriodFinding: Sendable {
  /// The least and the most that stretches needed; `nil` where none has an answer. So many have
  /// none.
  case range(TimeStretch.Unit, ClosedRange<Int>?, without: Int)
  /// What the answer would have done in the stretch that it serves worst.
  case worst(TimeStretch.Unit, NeedOverTime.Need, answer: Int)
  /// How much stretches differ.
  case coming(TimeStretch.Unit, NeedOverTime.Carried)
  /// Only those that needed most are shown.
  case mostNeeded(Int, of: Int, TimeStretch.Unit)
  /// What would do with fewer: each way and its numbers, fewest last.
  case cheaper([(way: Saving.Way, numbers: Int)])
  /// The columns of savings.
  case savings(sessions: Int)
}
