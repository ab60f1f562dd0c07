/// A length of time in whole milliseconds.
///
/// Time is an integer everywhere: sums never drift, and two runs never differ in a last digit.
public struct Interval: Hashable, Comparable, Sendable {
  /// The length in milliseconds.
  public var milliseconds: Int64

  /// Creates an interval of so many milliseconds.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Orders by length.
  public static func < (left: Self, right: Self) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

extension Interval {
  /// No time at all.
  public static let zero = Interval(milliseconds: 0)

  /// So many milliseconds.
  public static func milliseconds(_ count: Int64) -> Self { Self(milliseconds: count) }

  /// So many seconds.
  public static func seconds(_ count: Int64) -> Self { Self(milliseconds: count * 1000) }

  /// So many minutes.
  public static func minutes(_ count: Int64) -> Self { Self(milliseconds: count * 60_000) }

  /// So many hours.
  public static func hours(_ count: Int64) -> Self { Self(milliseconds: count * 3_600_000) }

  /// So many days of 24 hours.
  public static func days(_ count: Int64) -> Self { Self(milliseconds: count * 86_400_000) }

  /// The sum of two lengths.
  public static func + (left: Self, right: Self) -> Self {
    Self(milliseconds: left.milliseconds + right.milliseconds)
  }
}

extension Interval {
  /// The same length the other way: toward the past.
  public static prefix func - (interval: Self) -> Self {
    Self(milliseconds: -interval.milliseconds)
  }
}

extension Interval: CustomStringConvertible {
  /// The length in the largest unit that needs at most one decimal: `30 min`, `2.5 min`, `1 day`.
  public var description: String {
    let units: [(size: Int64, name: String)] = [
      (86_400_000, "d"), (3_600_000, "h"), (60_000, "min"), (1000, "s"),
    ]
    for unit in units where milliseconds >= unit.size && milliseconds * 10 % unit.size == 0 {
      let tenths = milliseconds * 10 / unit.size
      let whole = "\(tenths / 10)"
      return tenths % 10 == 0 ? "\(whole) \(unit.name)" : "\(whole).\(tenths % 10) \(unit.name)"
    }
    return milliseconds == 0 ? "0 min" : "\(milliseconds) ms"
  }
}
