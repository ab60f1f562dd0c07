/// How far the clocks of a place are ahead of UTC, and when that changes.
///
/// The model knows no names of zones: whoever calls it looks them up and hands over what it needs.
public struct ZoneOffsets: Hashable, Sendable {
  /// The offset before the first change.
  public let first: Interval
  /// The moments at which clocks are changed, ascending, and the offset from then on.
  public let changes: [Change]

  /// A moment at which clocks are changed.
  public struct Change: Hashable, Sendable {
    /// When.
    public var time: Timestamp
    /// How far ahead of UTC the clocks are from then on.
    public var offset: Interval

    /// Creates a change.
    public init(at time: Timestamp, to offset: Interval) {
      self.time = time
      self.offset = offset
    }
  }

  /// Clocks of Greenwich, which are never changed here.
  public static let utc = ZoneOffsets()

  /// Creates the offsets of a place.
  ///
  /// - Parameters:
  ///   - first: The offset before the first change.
  ///   - changes: The changes, ascending.
  public init(_ first: Interval = .zero, changes: [Change] = []) {
    precondition(
      zip(changes, changes.dropFirst()).allSatisfy { $0.time < $1.time },
      "Changes of clocks come in order of time")
    self.first = first
    self.changes = changes
  }
}

extension ZoneOffsets {
  /// When a clock shows something.
  public enum Occurrence: Hashable, Sendable {
    /// At this one moment.
    case once(Timestamp)
    /// Twice, as the clocks are turned back; first at this moment.
    case twice(first: Timestamp)
    /// Never, as the clocks are turned forward, which they are at this moment.
    case never(skippedAt: Timestamp)

    /// The moment, the first one of two, or the one at which it is skipped.
    public var moment: Timestamp {
      switch self {
      case .once(let moment), .twice(let moment), .never(let moment): moment
      }
    }
  }

  /// How far clocks are ahead of UTC.
  ///
  /// - Complexity: O(log(changes)).
  public func offset(at moment: Timestamp) -> Interval {
    let next = changes.partitioningIndex { moment < $0.time }
    return next == 0 ? first : changes[next - 1].offset
  }

  /// What a clock shows at a moment.
  ///
  /// - Complexity: O(log(changes)).
  public func localTime(at moment: Timestamp) -> LocalTime {
    LocalTime(milliseconds: (moment + offset(at: moment)).milliseconds)
  }

  /// When a clock shows a time.
  ///
  /// - Complexity: O(log(changes)) where changes lie more than two days apart.
  public func occurrence(of time: LocalTime) -> Occurrence {
    // Offsets are less than a day, so that only changes within two days can matter.
    let asUTC = Timestamp(milliseconds: time.milliseconds)
    var index = changes.partitioningIndex { asUTC - .days(2) < $0.time }
    var offset = index == 0 ? first : changes[index - 1].offset
    var found: Timestamp?
    var start: Timestamp?
    while true {
      let moment = asUTC - offset
      let end = index < changes.count ? changes[index].time : nil
      if start.map({ moment < $0 }) ?? false {
        // Before this offset began its clock had shown more already: it was skipped, or is found.
        if found == nil, let start { return .never(skippedAt: start) }
      } else if end.map({ moment < $0 }) ?? true {
        if let found { return .twice(first: found) }
        found = moment
      }
      guard let end, end < asUTC + .days(2) else { break }
      offset = changes[index].offset
      start = end
      index += 1
    }
    return .once(found ?? asUTC - offset)
  }
}
