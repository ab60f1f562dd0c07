/// What a clock on the wall shows: a date and a time of day without a zone.
///
/// The same time of day may come twice or never where clocks change; ``ZoneOffsets`` knows.
public struct LocalTime: Hashable, Comparable, Sendable {
  /// Milliseconds since the clock showed 1970-01-01 00:00.
  public var milliseconds: Int64

  /// Creates what a clock shows so many milliseconds after it showed 1970-01-01 00:00.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Creates a date and a time of day.
  ///
  /// - Parameters:
  ///   - year: Any year from -9999 to 9999.
  ///   - month: 1 to 12.
  ///   - day: 1 to 31.
  ///   - second: Seconds since midnight.
  public init(year: Int, month: Int, day: Int, second: Int = 0) {
    milliseconds =
      Timestamp(year: year, month: month, day: day, second: second).milliseconds
  }

  /// Creates the midnight of a day.
  ///
  /// - Parameter day: Days since 1970-01-01.
  public init(day: Int) {
    milliseconds = Int64(day) * 86_400_000
  }

  /// Earlier times come first.
  public static func < (left: Self, right: Self) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// What the clock shows an interval later, if nobody moves its hands.
  public static func + (left: Self, right: Interval) -> Self {
    Self(milliseconds: left.milliseconds + right.milliseconds)
  }
}

extension LocalTime {
  /// Whole days since 1970-01-01.
  public var day: Int { Timestamp(milliseconds: milliseconds).day }

  /// The day of the week, from 0 for Monday.
  public var weekday: Int {
    // 1970 began on a Thursday.
    ((day + 3) % 7 + 7) % 7
  }

  /// Milliseconds since midnight.
  public var millisecondOfDay: Int { Timestamp(milliseconds: milliseconds).millisecondOfDay }

  /// The hour of the week, from 0 for that which begins Monday at midnight.
  var hourOfWeek: Int { weekday * 24 + millisecondOfDay / 3_600_000 }

  /// Reads a date, or a date and a time of day: `2026-03-11`, `2026-03-11 20:15`,
  /// `2026-03-11T20:15:30`.
  ///
  /// - Parameter text: Year, month and day with hyphens, then hours and minutes, and seconds.
  /// - Returns: `nil` for anything else, and for days that no calendar has.
  public init?(_ text: String) {
    var reader = DigitReader(text)
    guard let year = reader.number(digits: 4), reader.skip("-"),
      let month = reader.number(digits: 2), reader.skip("-"), let day = reader.number(digits: 2),
      (1...12).contains(month), day >= 1, day <= Timestamp.days(inMonth: month, of: year)
    else { return nil }
    var second = 0
    if !reader.isAtEnd {
      guard reader.skip(" ") || reader.skip("T"), let hour = reader.number(digits: 2),
        reader.skip(":"), let minute = reader.number(digits: 2), hour < 24, minute < 60
      else { return nil }
      second = hour * 3600 + minute * 60
      if reader.skip(":") {
        guard let ofMinute = reader.number(digits: 2), ofMinute < 60 else { return nil }
        second += ofMinute
      }
    }
    guard reader.isAtEnd else { return nil }
    self.init(year: year, month: month, day: day, second: second)
  }
}

extension LocalTime: CustomStringConvertible {
  /// The date, and the time of day where it isn't midnight: `2026-03-11 20:15`.
  public var description: String {
    let text = Timestamp(milliseconds: milliseconds).description
    let date = String(text.prefix { $0 != "T" })
    let ofDay = millisecondOfDay
    if ofDay == 0 { return date }
    let clock = text.dropFirst(date.count + 1).prefix(ofDay % 60_000 == 0 ? 5 : 8)
    return "\(date) \(clock)"
  }
}

/// Takes numbers of a fixed width from a text.
private struct DigitReader {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text[...].utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number(digits: Int) -> Int? {
    var value = 0
    for _ in 0..<digits {
      guard let digit = rest.popFirst(), 0x30...0x39 ~= digit else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == character.value else { return false }
    rest.removeFirst()
    return true
  }
}
