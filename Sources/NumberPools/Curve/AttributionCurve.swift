/// What becomes of some calls at every pool size.
public struct AttributionCurve: Hashable, Sendable {
  /// How many calls there are.
  public let calls: Int
  /// Calls credited to the session that made them.
  public let correct: SizeCounts
  /// Calls from a screen with a number of the pool that the matcher credits to somebody.
  let credited: SizeCounts

  /// Creates a curve.
  ///
  /// - Parameters:
  ///   - calls: How many calls.
  ///   - correct: How many are credited rightly.
  ///   - credited: How many are credited at all.
  init(calls: Int, correct: SizeCounts, credited: SizeCounts) {
    self.calls = calls
    self.correct = correct
    self.credited = credited
  }

  /// Calls credited to another session.
  ///
  /// - Parameter size: The size of the pool, from 0.
  /// - Returns: `nil` where it is an expectation that wasn't worked out.
  /// - Complexity: That of ``SizeCounts/subscript(_:)``.
  public func wrong(at size: Int) -> Double? {
    correct[size].map { credited.certain(at: size) - $0 }
  }

  /// Calls credited to nobody.
  ///
  /// - Parameter size: The size of the pool, from 0.
  /// - Complexity: O(1).
  public func unknown(at size: Int) -> Double { Double(calls) - credited.certain(at: size) }

  /// Calls from a screen with a number of the pool, where nobody is refused.
  var creditedByAnyLargePool: Double { credited.certain(at: .max) }

  /// The share credited rightly.
  ///
  /// - Parameter size: The size of the pool, from 0.
  /// - Returns: `nil` without a call, or where it is an expectation that wasn't worked out.
  /// - Complexity: That of ``SizeCounts/subscript(_:)``.
  public func correctShare(at size: Int) -> Double? {
    calls == 0 ? nil : correct[size].map { $0 / Double(calls) }
  }

  /// The largest size at which a count may change, or, of expectations, that was worked out.
  public var largestSize: Int { max(correct.largestSize, credited.largestSize) }
}

/// What becomes of one hypothetical call a session.
public struct LagCredit: Hashable, Sendable {
  /// How long after the last page view of its session each call comes.
  public var lag: Interval
  /// What becomes of them.
  public var curve: AttributionCurve
}

/// Collects from which pool size on calls are credited, and credited rightly.
struct ThresholdCounts: Sendable {
  private(set) var calls = 0
  private var creditedFrom: [Int32] = []
  private var correctFrom: [Int32] = []

  /// Counts a call.
  ///
  /// - Parameters:
  ///   - level: The smallest size at which its screen shows a number.
  ///   - threshold: The smallest size at which it is credited rightly; `nil` when at none.
  mutating func add(level: Int32, threshold: Int32?) {
    calls += 1
    Self.count(level, in: &creditedFrom)
    if let threshold { Self.count(threshold, in: &correctFrom) }
  }

  private static func count(_ size: Int32, in counts: inout [Int32]) {
    if counts.count <= Int(size) {
      counts.append(contentsOf: repeatElement(0, count: Int(size) + 1 - counts.count))
    }
    counts[Int(size)] &+= 1
  }

  /// Counts a call that saw no page view before it: it is unknown at every size.
  mutating func addUnseen() { calls += 1 }

  /// The counts at every size.
  var curve: AttributionCurve {
    AttributionCurve(
      calls: calls, correct: SizeCounts(thresholds: correctFrom),
      credited: SizeCounts(thresholds: creditedFrom))
  }
}
