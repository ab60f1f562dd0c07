/// From which pool size on how many sessions of a day are covered, and how many of its calls are
/// credited rightly.
public struct DayCounts: Sendable {
  /// How many sessions begin in the day.
  let sessions: Int
  /// The sessions covered from each size on.
  let covered: [SizeCount]
  /// For each lag of the target the sessions credited rightly from each size on.
  let correct: [[SizeCount]]

  /// How many things begin to be counted at a size.
  struct SizeCount: Hashable, Sendable {
    var size: Int32
    var count: Int32
  }

  /// Plays a day.
  ///
  /// - Parameters:
  ///   - day: The day and the hours around it.
  ///   - question: Under which rules, and what is asked.
  /// - Complexity: O(page views x (1 + lags)).
  init(of day: DayTraffic, under question: ForecastQuestion) {
    let rules = question.rules
    let holds = Holds(of: day.traffic, rule: rules.hold)
    let pass: LevelPass
    if question.lags.isEmpty {
      pass = LevelPass(holds, request: rules.request)
      correct = []
    } else if rules.allocation == .longestIdle {
      var thresholds = CallThresholds(
        DialledCalls([], in: holds), of: PageViewChains(of: holds), in: day.traffic,
        request: rules.request, lags: question.lags, ofSessions: day.isCounted)
      pass = LevelPass(holds, request: rules.request, observer: &thresholds)
      correct = thresholds.counts(levels: pass.levels).dropFirst()
        .map { Self.counts($0.curve.correct) }
    } else {
      pass = LevelPass(holds, request: rules.request)
      let thresholds = LowestFirstThresholds(PageViewChains(of: holds), levels: pass.levels)
      correct = question.lags.map { lag in
        let calls = CreditQuestion.hypotheticalCalls(of: lag, in: day.traffic)
          .filter { day.isCounted[Int($0.session.index)] }
        return Self.counts(thresholds.counts(DialledCalls(calls, in: holds)).curve.correct)
      }
    }
    var levels = [Int32](repeating: .max, count: holds.sessionCount)
    for (view, session) in holds.pageViewSessions.enumerated() {
      let session = Int(session.index)
      levels[session] = min(levels[session], pass.levels[view])
    }
    sessions = day.isCounted.count { $0 }
    covered = Self.counts(zip(levels, day.isCounted).filter { $0.1 }.map { $0.0 })
  }

  private static func counts(_ sizes: [Int32]) -> [SizeCount] {
    var counts: [SizeCount] = []
    for size in sizes.sorted() {
      if counts.last?.size == size {
        counts[counts.count - 1].count += 1
      } else {
        counts.append(SizeCount(size: size, count: 1))
      }
    }
    return counts
  }

  private static func counts(_ cumulative: SizeCounts) -> [SizeCount] {
    var counts: [SizeCount] = []
    var below = 0.0
    for size in 0...cumulative.largestSize {
      let count = cumulative.certain(at: size)
      if count > below {
        counts.append(SizeCount(size: Int32(size), count: Int32(count - below)))
      }
      below = count
    }
    return counts
  }
}

/// Days added up: what pools of every size do over all of them.
struct PooledDays: Sendable {
  private(set) var sessions = 0
  private var covered: [Int32] = []
  private var correct: [[Int32]]
  private let lags: [Interval]

  /// Begins without a day.
  init(lags: [Interval]) {
    self.lags = lags
    correct = Array(repeating: [], count: lags.count)
  }

  /// Adds a day, or one whose sessions crowd more, or less: all of them need as many times the
  /// numbers.
  mutating func add(_ day: DayCounts, higherBy factor: Double = 1) {
    sessions += day.sessions
    Self.add(day.covered, higherBy: factor, to: &covered)
    for lag in correct.indices {
      Self.add(day.correct[lag], higherBy: factor, to: &correct[lag])
    }
  }

  private static func add(
    _ counts: [DayCounts.SizeCount], higherBy factor: Double, to sums: inout [Int32]
  ) {
    guard let last = counts.last else { return }
    func place(_ size: Int32) -> Int { max(1, Int((Double(size) * factor).rounded())) }
    let highest = place(last.size)
    if sums.count <= highest {
      sums.append(contentsOf: repeatElement(0, count: highest + 1 - sums.count))
    }
    for count in counts { sums[place(count.size)] &+= count.count }
  }

  /// The smallest pool that meets a target over all days, and so does every larger one; 0 without
  /// a session, `nil` when none does.
  ///
  /// - Complexity: O(sizes x conditions).
  func need(for target: Target) -> Int? {
    guard sessions > 0 else { return 0 }
    var smallest = 0
    for condition in target.conditions {
      switch condition.metric {
      case .coverage:
        guard let size = need(covered, condition) else { return nil }
        smallest = max(smallest, size)
      case .credit(let lag):
        guard let place = lags.firstIndex(of: lag), let size = need(correct[place], condition)
        else { return nil }
        smallest = max(smallest, size)
      case .correct, .wrong, .unknown, .bad: return nil
      }
    }
    return smallest
  }

  private func need(_ counts: [Int32], _ condition: Target.Condition) -> Int? {
    var total = counts.reduce(0) { $0 + Int($1) }
    guard condition.holds(count: Double(total), of: sessions) else { return nil }
    for size in counts.indices.reversed() {
      // The count at the size before.
      total -= Int(counts[size])
      if !condition.holds(count: Double(total), of: sessions) { return size }
    }
    return 0
  }
}
