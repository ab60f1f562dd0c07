import NumberPools

/// Turns what a clock on the wall showed into moments.
struct LocalClock {
  private let zone: LogTimeZone
  /// What is known already, by quarter of an hour: clocks change at no other time.
  private var known: [Int64: Resolved] = [:]
  private var last: (quarter: Int64, resolved: Resolved)?

  private struct Resolved {
    /// What to take away from the local time, in milliseconds.
    var offset: Int64
    var isAmbiguous: Bool
  }

  private static let quarter: Int64 = 900_000

  init(_ zone: LogTimeZone) {
    self.zone = zone
  }

  /// The moment of a local time, and whether the clocks showed it twice or not at all.
  ///
  /// Of two the earlier; one that was skipped is moved forward by what was skipped.
  ///
  /// - Parameter local: The time shown, as if it were UTC.
  /// - Complexity: O(1); a few look-ups for each new quarter of an hour.
  mutating func moment(of local: Timestamp) -> (time: Timestamp, isAmbiguous: Bool) {
    let milliseconds = local.milliseconds
    var quarter = milliseconds / Self.quarter
    if milliseconds < quarter * Self.quarter { quarter -= 1 }
    let resolved: Resolved
    if let last, last.quarter == quarter {
      resolved = last.resolved
    } else {
      resolved = known[quarter] ?? resolve(quarter * (Self.quarter / 1000))
      known[quarter] = resolved
      last = (quarter, resolved)
    }
    return (Timestamp(milliseconds: milliseconds - resolved.offset), resolved.isAmbiguous)
  }

  /// What the clock shows at a moment, as if it were UTC.
  ///
  /// - Complexity: That of a look-up.
  func shown(at time: Timestamp) -> Timestamp {
    let milliseconds = time.milliseconds
    let seconds = (milliseconds - (milliseconds < 0 ? 999 : 0)) / 1000
    return time + .seconds(Int64(zone.offset(at: seconds)))
  }

  private func resolve(_ local: Int64) -> Resolved {
    func offset(at seconds: Int64) -> Int64 { Int64(zone.offset(at: seconds)) }
    let before = offset(at: local - 86_400)
    let after = offset(at: local + 86_400)
    if before == after { return Resolved(offset: before * 1000, isAmbiguous: false) }
    let fitsBefore = offset(at: local - before) == before
    let fitsAfter = offset(at: local - after) == after
    return switch (fitsBefore, fitsAfter) {
    case (true, true): Resolved(offset: max(before, after) * 1000, isAmbiguous: true)
    case (true, false): Resolved(offset: before * 1000, isAmbiguous: false)
    case (false, true): Resolved(offset: after * 1000, isAmbiguous: false)
    case (false, false): Resolved(offset: before * 1000, isAmbiguous: true)
    }
  }
}
