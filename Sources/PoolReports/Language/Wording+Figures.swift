import NumberPools

/// Figures as people read them.
extension Wording {
  /// `157,433`.
  func count(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(thousandsMark) }
      text.append(digit)
    }
    return (value < 0 ? "-" : "") + text
  }

  /// `3,128 sessions`, `1 session`.
  func count(_ value: Int, _ noun: Noun) -> String {
    "\(count(value)) \(form(of: noun, beside: value))"
  }

  /// A noun as it stands beside a count.
  func form(of noun: Noun, beside count: Int) -> String {
    forms(of: noun)[pluralRule.form(of: count)]
  }

  /// A share of a whole with two decimals, rounded down, so that 100 % is everything and 99 % is
  /// reached; a dash without a whole.
  func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "-" }
    let (hundredths, _) = whole.dividingFullWidth(
      part.multipliedFullWidth(by: 10_000))
    let decimals = String(hundredths % 100 + 100).dropFirst()
    return "\(hundredths / 100)\(decimalMark)\(decimals) %"
  }

  /// The same for counts that may be expectations; a dash where one isn't known. One that misses a
  /// hundredth of a percent by less than a sum of chances is exact to counts as that.
  func percent(_ part: Double?, of whole: Int) -> String {
    guard let part, whole > 0 else { return "-" }
    if part == part.rounded() { return percent(Int(part), of: whole) }
    let hundredths = Int(part * 10_000 / Double(whole) + 1e-5)
    // What isn't everything is never shown as everything.
    let shown = part < Double(whole) ? min(hundredths, 9_999) : hundredths
    return "\(shown / 100)\(decimalMark)\(String(shown % 100 + 100).dropFirst()) %"
  }

  /// A count that may be an expectation or a mean: whole, or with one decimal.
  func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let whole = (tenths < 0 ? "-" : "") + count(abs(tenths / 10))
    return tenths % 10 == 0 ? whole : "\(whole)\(decimalMark)\(abs(tenths % 10))"
  }

  /// A share of a whole with two decimals, rounded; a dash without a whole.
  func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "-" }
    let (tenThousandths, _) = whole.dividingFullWidth(part.multipliedFullWidth(by: 100_000))
    let decimals = String((tenThousandths + 5) / 10 % 100 + 100).dropFirst()
    return "\((tenThousandths + 5) / 1000)\(decimalMark)\(decimals) %"
  }

  /// Money with two decimals, or none where it is whole.
  func money(_ hundredths: Int) -> String {
    let whole = count(hundredths / 100)
    let decimals = String(hundredths.magnitude % 100 + 100).dropFirst()
    return hundredths % 100 == 0 ? whole : "\(whole)\(decimalMark)\(decimals)"
  }

  /// `+02:00`.
  func offset(_ minutes: Int) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return (minutes < 0 ? "-" : "+") + two(abs(minutes) / 60) + ":" + two(abs(minutes) % 60)
  }

  /// A length in days and hours: `5.9 days`, `14.0 days`, `7 hours`.
  func days(_ interval: Interval) -> String {
    let tenths = (interval.milliseconds + 4_320_000) / 8_640_000
    if tenths >= 1000 { return count(Int(tenths / 10), .day) }
    // What has decimals takes the form that many take.
    if tenths >= 10 {
      return "\(tenths / 10)\(decimalMark)\(tenths % 10) \(form(of: .day, beside: 5))"
    }
    return count(Int(interval.milliseconds / 3_600_000), .hour)
  }
}

extension Wording {
  /// A silence, in days where it lasts for one.
  func silence(_ interval: Interval) -> String {
    interval < .days(1) ? length(interval) : days(interval)
  }

  /// A time of day, of which only hours and minutes are told.
  func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
