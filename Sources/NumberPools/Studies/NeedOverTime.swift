/// How many numbers each stretch of the time needed, each by itself.
public struct NeedOverTime: Hashable, Sendable {
  /// How long the stretches are.
  public var unit: TimeStretch.Unit
  /// The stretches with sessions, in order of time.
  public var stretches: [Need]

  /// What one stretch needed.
  public struct Need: Hashable, Sendable {
    /// The stretch.
    public var stretch: TimeStretch
    /// Sessions that begin in it.
    public var sessions: Int
    /// The most numbers in use at once.
    public var peak: Int
    /// The smallest pool that meets the target in it; `nil` where none does.
    public var numbers: Int?
    /// Of its sessions those that see a number with the answer for the whole time; `nil` where
    /// there is none.
    public var coveredAtAnswer: Int?

    /// Creates a need.
    public init(
      stretch: TimeStretch, sessions: Int, peak: Int, numbers: Int?, coveredAtAnswer: Int?
    ) {
      self.stretch = stretch
      self.sessions = sessions
      self.peak = peak
      self.numbers = numbers
      self.coveredAtAnswer = coveredAtAnswer
    }
  }

  /// How one stretch served the next: how often its answer would have met the target there, and by
  /// how many numbers it was short at most.
  public struct Carried: Hashable, Sendable {
    /// Pairs of a whole stretch and the whole one right after it, both with an answer.
    public var pairs = 0
    /// Those in which the answer of the first was enough for the second.
    public var met = 0
    /// The most numbers that the second needed more.
    public var mostShort = 0
  }

  /// Creates needs.
  public init(unit: TimeStretch.Unit, stretches: [Need]) {
    self.unit = unit
    self.stretches = stretches
  }
}

extension NeedOverTime {
  /// The stretch in which the answer covers the smallest share, the earliest of equals.
  public var worst: Need? {
    stretches.filter { $0.coveredAtAnswer != nil && $0.sessions > 0 }.min { one, other in
      let mine = (one.coveredAtAnswer ?? 0).multipliedReportingOverflow(by: other.sessions)
      let theirs = (other.coveredAtAnswer ?? 0).multipliedReportingOverflow(by: one.sessions)
      return mine.partialValue < theirs.partialValue
    }
  }

  /// Whether a stretch is as long as the unit.
  public func isWhole(_ need: Need) -> Bool {
    need.stretch.until - need.stretch.from == .days(unit.days)
  }

  /// How one stretch served the next.
  public var carried: Carried {
    var carried = Carried()
    for (before, after) in zip(stretches, stretches.dropFirst()) {
      guard before.stretch.until == after.stretch.from, isWhole(before), isWhole(after),
        let numbers = before.numbers, let needed = after.numbers
      else { continue }
      carried.pairs += 1
      if numbers >= needed { carried.met += 1 }
      carried.mostShort = max(carried.mostShort, needed - numbers)
    }
    return carried
  }
}
