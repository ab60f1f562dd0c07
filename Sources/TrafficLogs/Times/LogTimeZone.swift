public import NumberPools

/// The clock by which times without an offset were written.
public struct LogTimeZone: Hashable, Sendable {
  /// How far it is ahead of UTC before its first change, in seconds.
  private let firstOffset: Int
  /// When it changes, by time.
  private let changes: [Change]

  /// A moment at which the clock is set.
  public struct Change: Hashable, Sendable {
    /// When, in seconds since 1970.
    public var time: Int64
    /// How far the clock is ahead of UTC from then on, in seconds.
    public var offset: Int

    /// Creates a change.
    ///
    /// - Parameters:
    ///   - time: When, in seconds since 1970.
    ///   - offset: How far the clock is ahead of UTC from then on, in seconds.
    public init(time: Int64, offset: Int) {
      self.time = time
      self.offset = offset
    }
  }

  /// Coordinated universal time.
  public static let utc = LogTimeZone(secondsFromUTC: 0)

  /// A clock that never changes.
  ///
  /// - Parameter seconds: How far it is ahead of UTC; 18 hours at most, either way.
  public init(secondsFromUTC seconds: Int) {
    self.init(firstOffset: seconds, changes: [])
  }

  /// A clock that is set now and then.
  ///
  /// From the last 400 years of the table on it repeats them, as the calendar does.
  ///
  /// - Parameters:
  ///   - firstOffset: How far it is ahead of UTC before the first change, in seconds; 18 hours at
  ///     most, either way.
  ///   - changes: When it is set, by time, and to what.
  public init(firstOffset: Int, changes: [Change]) {
    precondition(
      Self.offsets.contains(firstOffset) && changes.allSatisfy { Self.offsets.contains($0.offset) },
      "A clock is 18 hours ahead of UTC or behind it at most")
    self.firstOffset = firstOffset
    self.changes = changes
  }

  /// Reads an offset such as `+03:00`, `-0530` or `Z`.
  ///
  /// - Parameter text: The offset.
  /// - Returns: `nil` where it is none.
  public init?(offset text: String) {
    if ["Z", "UTC", "GMT"].contains(text.uppercased()) {
      self = .utc
      return
    }
    guard let first = text.first, first == "+" || first == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.count == 2 || digits.count == 4, digits.allSatisfy({ $0 >= "0" && $0 <= "9" }),
      let hours = Int(digits.prefix(2)),
      let minutes = Int(digits.count == 4 ? digits.suffix(2) : "0"), minutes < 60
    else { return nil }
    let seconds = (hours * 3600 + minutes * 60) * (first == "-" ? -1 : 1)
    guard Self.offsets.contains(seconds) else { return nil }
    self.init(secondsFromUTC: seconds)
  }

  /// Offsets that a time zone can have.
  private static let offsets = -64_800...64_800

  /// How long the calendar takes to repeat itself, in seconds.
  private static let calendar: Int64 = 146_097 * 86_400

  /// The clock over a stretch of time, as scenarios need it.
  ///
  /// - Parameter stretch: When it is asked, up to the year 2500.
  /// - Complexity: O(changes).
  public func offsets(over stretch: Range<Timestamp>) -> ZoneOffsets {
    let first = stretch.lowerBound.milliseconds / 1000
    let last = stretch.upperBound.milliseconds / 1000
    var own: [ZoneOffsets.Change] = []
    for change in changes where change.time > first && change.time <= last {
      own.append(.init(at: .seconds(change.time), to: .seconds(Int64(change.offset))))
    }
    return ZoneOffsets(.seconds(Int64(offset(at: first))), changes: own)
  }

  /// How far the clock is ahead of UTC at a moment, in seconds.
  ///
  /// - Parameter time: Seconds since 1970.
  /// - Complexity: O(log(changes)).
  func offset(at time: Int64) -> Int {
    guard let last = changes.last else { return firstOffset }
    var time = time
    if time > last.time, changes[0].time <= last.time - Self.calendar {
      time -= (time - last.time + Self.calendar - 1) / Self.calendar * Self.calendar
    }
    let next = changes.partitioningIndex { $0.time > time }
    return next == 0 ? firstOffset : changes[next - 1].offset
  }
}
