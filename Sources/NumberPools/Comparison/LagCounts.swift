/// Hypothetical calls, one of each session at each lag, of which those count that come by the last
/// page view of the log.
struct LagCounts: Sendable {
  /// The lags at which any call counts, ascending.
  private(set) var lags: [Interval] = []
  /// The last moment at which a call counts.
  let end: Timestamp
  /// For each lag how many calls the pool is right about.
  var poolRight: [Int] = []
  /// For each session at how many of the lags its call counts.
  private var counted: [UInt8]

  init(of input: ComparedTraffic, lags: [Interval]) {
    let sessions = input.traffic.sessions
    let end = input.traffic.last ?? Timestamp(milliseconds: 0)
    self.end = end
    counted = [UInt8](repeating: 0, count: sessions.count)
    var most = 0
    for (index, session) in sessions.enumerated() {
      var count = 0
      while count < lags.count, session.end + lags[count] <= end { count += 1 }
      counted[index] = UInt8(count)
      most = max(most, count)
    }
    self.lags = Array(lags.prefix(most))
  }

  /// The smallest lag from which on a static scheme is right about more calls than the pool.
  ///
  /// - Parameters:
  ///   - said: For each session the label that the scheme says of it; negative for none.
  ///   - truth: For each the label that is true of it.
  /// - Complexity: O(sessions).
  func breakEven(said: [Int32], truth: [Int32]) -> Interval? {
    var rightAt = [Int](repeating: 0, count: lags.count)
    for (session, count) in counted.enumerated()
    where count > 0 && said[session] == truth[session] && said[session] != TouchLabels.none {
      rightAt[Int(count) - 1] += 1
    }
    var right = 0
    var found: Interval?
    for lag in lags.indices.reversed() {
      right += rightAt[lag]
      guard right > poolRight[lag] else { break }
      found = lags[lag]
    }
    return found
  }
}

extension SchemeResult {
  /// For each level the calls that the scheme would be right about if all keys had numbers, by the
  /// rank of their keys.
  func rightByRank(
    _ numbers: StaticNumbers, _ truths: [CallTruth]
  ) -> [[Int]] {
    let none = [Int](repeating: 0, count: numbers.ranked.count)
    var right = [[Int]](repeating: none, count: LabelLevel.allCases.count)
    for (place, reading) in readings.enumerated()
    where truths[place].session >= 0 && reading.key >= 0 {
      let said = numbers.keys.labels[Int(reading.key)]
      for level in LabelLevel.allCases
      where said[level] != TouchLabels.none && said[level] == truths[place].labels[level] {
        right[level.rawValue][Int(numbers.ranks[Int(reading.key)])] += 1
      }
    }
    return right
  }
}
