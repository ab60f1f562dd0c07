/// A moment: milliseconds since 1970-01-01 00:00 UTC.
///
/// Leap seconds don't exist here, as they don't in the logs. Moments before 1970 are negative.
public struct Timestamp: Hashable, Comparable, BitwiseCopyable, Sendable {
  /// Milliseconds since the epoch.
  public var milliseconds: Int64

  /// Creates the moment so many milliseconds after the epoch.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Earlier moments come first.
  public static func < (left: Self, right: Self) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

extension Timestamp {
  /// The moment so many seconds after the epoch.
  public static func seconds(_ count: Int64) -> Self { Self(milliseconds: count * 1000) }

  /// The moment an interval later.
  public static func + (left: Self, right: Interval) -> Self {
    Self(milliseconds: left.milliseconds + right.milliseconds)
  }

  /// The moment an interval earlier.
  public static func - (left: Self, right: Interval) -> Self {
    Self(milliseconds: left.milliseconds - right.milliseconds)
  }

  /// The interval from one moment to another.
  public static func - (left: Self, right: Self) -> Interval {
    Interval(milliseconds: left.milliseconds - right.milliseconds)
  }
}
