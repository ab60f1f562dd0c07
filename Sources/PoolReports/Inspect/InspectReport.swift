public import NumberPools

/// What is in a log, before anything is concluded from it.
public struct InspectReport: Sendable {
  /// What was read.
  public var section: TrafficSection
  /// How each session arrived.
  public var touches: [Touch]
  /// What every size would have done, of which the peak is shown.
  public var curve: PoolCurve
  /// The rule of the holds.
  public var rule: HoldRule

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - section: What was read.
  ///   - touches: How each session arrived.
  ///   - curve: What every size would have done.
  ///   - rule: The rule of the holds behind it.
  public init(section: TrafficSection, touches: [Touch], curve: PoolCurve, rule: HoldRule) {
    self.section = section
    self.touches = touches
    self.curve = curve
    self.rule = rule
  }

  /// How many sources are listed.
  static let listed = 10

  /// Sessions by source and medium, most first; equals by name.
  var sources: [(name: String, sessions: Int, paid: Int)] {
    var counts: [String: (sessions: Int, paid: Int)] = [:]
    for touch in touches {
      let name = Privacy.masked(touch.sourceAndMedium)
      counts[name, default: (0, 0)].sessions += 1
      if touch.isPaid { counts[name, default: (0, 0)].paid += 1 }
    }
    return counts.map { (name: $0.key, sessions: $0.value.sessions, paid: $0.value.paid) }
      .sorted { ($1.sessions, $0.name) < ($0.sessions, $1.name) }
  }
}
