import NumberPools

/// A time as spreadsheet programs count it: days since the end of 1899, and the part of a day.
enum SerialDate {
  /// From 1990 to 2100: what a table of traffic can hold.
  static let days: ClosedRange<Int64> = 32_874...73_050
  /// From 2000 to 2049: whole days, which are seconds of a morning in 1970 as well.
  static let wholeDays: ClosedRange<Int64> = 36_526...54_788

  /// The time on the clock, to the second.
  ///
  /// - Parameters:
  ///   - day: Whole days.
  ///   - fraction: The digits of the part of a day.
  /// - Returns: As if in UTC; `nil` where the fraction isn't made of digits.
  static func time(day: Int64, fraction: Range<Int>, _ text: Span<UInt8>) -> Timestamp? {
    var value: Int64 = 0
    var scale: Int64 = 1
    for index in fraction {
      guard 0x30...0x39 ~= text[index] else { return nil }
      // Twelve digits are finer than a microsecond.
      guard scale < 1_000_000_000_000 else { continue }
      value = value * 10 + Int64(text[index] - 0x30)
      scale *= 10
    }
    let seconds = (value * 86_400 * 2 + scale) / (scale * 2)
    return Timestamp(milliseconds: ((day - 25_569) * 86_400 + seconds) * 1000)
  }
}
