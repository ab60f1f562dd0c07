/// The stretch of a given length in which most sessions begin; the earliest of equals.
public struct BusiestWindow: Hashable, Sendable {
  /// The start of the first session in it.
  public var from: Timestamp
  /// The first moment after it.
  public var until: Timestamp
  /// How many sessions begin in it.
  public var sessions: Int

  /// Finds the window.
  ///
  /// - Parameters:
  ///   - length: More than nothing.
  ///   - traffic: Where to look.
  /// - Returns: `nil` without a session.
  /// - Complexity: O(sessions).
  public init?(of length: Interval, in traffic: Traffic) {
    let sessions = traffic.sessions
    var best: (first: Int, count: Int)?
    var first = 0
    for last in sessions.indices {
      while sessions[last].start - sessions[first].start >= length { first += 1 }
      if last - first + 1 > best?.count ?? 0 { best = (first, last - first + 1) }
    }
    guard let best else { return nil }
    from = sessions[best.first].start
    until = from + length
    self.sessions = best.count
  }

  /// Whether a session begins in the window.
  ///
  /// - Complexity: O(1).
  public func contains(_ session: Session) -> Bool {
    from <= session.start && session.start < until
  }
}

extension BusiestWindow {
  /// The answer had the sessions of a window not been.
  public struct Without: Hashable, Sendable {
    /// The minimum pool.
    public var numbers: Int?
    /// The most numbers in use at once.
    public var peak: Int

    /// Creates an answer.
    ///
    /// - Parameters:
    ///   - numbers: The minimum pool; `nil` when no size is the answer.
    ///   - peak: The most numbers in use at once.
    public init(numbers: Int?, peak: Int) {
      self.numbers = numbers
      self.peak = peak
    }
  }
}
