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

  /// Creates the report of what is in a dataset.
  ///
  /// - Parameters:
  ///   - study: Whatever study of it; its peak is shown, and what it gives reason to doubt.
  ///   - dataset: What was read, with how its sessions arrived.
  ///   - showsPersonalData: Whether lines that can't be read may be shown.
  /// - Complexity: O(page views).
  public init(_ study: SizeStudy, of dataset: Dataset, showsPersonalData: Bool = false) {
    self.init(
      section: TrafficSection(
        of: dataset, warnings: LogWarning.warnings(about: study, cause: dataset.origin.burstCause),
        showsPersonalData: showsPersonalData),
      touches: dataset.traffic.touches, curve: study.curve, rule: study.question.rules.hold)
  }

  /// How many sources are listed.
  static let listed = 10

  /// Sessions that came in one way, and how many of them were paid for.
  struct Origin {
    var name: Value
    var sessions = 0
    var paid = 0
  }

  /// Sessions by source and medium, most first; equals by name.
  var sources: [Origin] { origins { Privacy.masked($0.sourceAndMedium) } }

  /// Sessions by channel, most first; equals by name.
  var channels: [Origin] { origins { $0.channel.rawValue } }

  /// Sessions by a name of their touch. Many touches are alike, and only the first is named.
  private func origins(named name: (Touch) -> String) -> [Origin] {
    var places: [OriginKey: Int] = [:]
    var placeOfName: [String: Int] = [:]
    var counts: [(name: String, origin: Origin)] = []
    for touch in touches {
      let key = OriginKey(touch)
      let place: Int
      if let known = places[key] {
        place = known
      } else {
        let name = name(touch)
        place = placeOfName[name] ?? counts.count
        if place == counts.count { counts.append((name, Origin(name: .name(name)))) }
        placeOfName[name] = place
        places[key] = place
      }
      counts[place].origin.sessions += 1
      if touch.isPaid { counts[place].origin.paid += 1 }
    }
    return counts.sorted { ($1.origin.sessions, $0.name) < ($0.origin.sessions, $1.name) }
      .map(\.origin)
  }

  /// What the names of a touch follow from.
  private struct OriginKey: Hashable {
    var source: String?
    var medium: String?
    var channel: Channel?

    init(_ touch: Touch) {
      source = touch.source
      medium = touch.medium
      channel = touch.namedChannel
    }
  }
}
