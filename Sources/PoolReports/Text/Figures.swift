import NumberPools

/// Figures as people read them.
enum Figures {
  /// `157,433`.
  static func count(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return (value < 0 ? "-" : "") + text
  }

  /// `3,128 sessions`, `1 session`.
  static func count(_ value: Int, _ noun: String) -> String {
    "\(count(value)) \(noun)\(value == 1 ? "" : "s")"
  }

  /// A share of a whole with two decimals, rounded down, so that 100 % is everything and 99 % is
  /// reached; a dash without a whole.
  static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "-" }
    let (hundredths, _) = whole.dividingFullWidth(
      part.multipliedFullWidth(by: 10_000))
    let decimals = String(hundredths % 100 + 100).dropFirst()
    return "\(hundredths / 100).\(decimals) %"
  }

  /// The same for counts that may be expectations; a dash where one isn't known. One that misses a
  /// hundredth of a percent by less than a sum of chances is exact to counts as that.
  static func percent(_ part: Double?, of whole: Int) -> String {
    guard let part, whole > 0 else { return "-" }
    if part == part.rounded() { return percent(Int(part), of: whole) }
    let hundredths = Int(part * 10_000 / Double(whole) + 1e-5)
    // What isn't everything is never shown as everything.
    let shown = part < Double(whole) ? min(hundredths, 9_999) : hundredths
    return "\(shown / 100).\(String(shown % 100 + 100).dropFirst()) %"
  }

  /// A count that may be an expectation or a mean: whole, or with one decimal.
  static func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let whole = (tenths < 0 ? "-" : "") + count(abs(tenths / 10))
    return tenths % 10 == 0 ? whole : "\(whole).\(abs(tenths % 10))"
  }

  /// A share of a whole with two decimals, rounded; a dash without a whole.
  static func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "-" }
    let (tenThousandths, _) = whole.dividingFullWidth(part.multipliedFullWidth(by: 100_000))
    let decimals = String((tenThousandths + 5) / 10 % 100 + 100).dropFirst()
    return "\((tenThousandths + 5) / 1000).\(decimals) %"
  }

  /// Money with two decimals, or none where it is whole.
  static func money(_ hundredths: Int) -> String {
    let whole = count(hundredths / 100)
    let decimals = String(hundredths.magnitude % 100 + 100).dropFirst()
    return hundredths % 100 == 0 ? whole : "\(whole).\(decimals)"
  }

  /// `+02:00`.
  static func offset(_ minutes: Int) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return (minutes < 0 ? "-" : "+") + two(abs(minutes) / 60) + ":" + two(abs(minutes) % 60)
  }

  /// A length in days and hours: `5.9 days`, `14.0 days`, `7 hours`.
  static func days(_ interval: Interval) -> String {
    let tenths = (interval.milliseconds + 4_320_000) / 8_640_000
    if tenths >= 1000 { return "\(count(Int(tenths / 10))) days" }
    if tenths >= 10 { return "\(tenths / 10).\(tenths % 10) days" }
    return count(Int(interval.milliseconds / 3_600_000), "hour")
  }
}
