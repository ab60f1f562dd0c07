import NumberPools

extension ValueForm<Int?> {
  /// Whole days, up to a year and a day, or `none`.
  static let days = ValueForm(
    placeholder: "DAYS",
    read: { (text, flag) throws(UsageError) in
      if text == "none" { return nil }
      let day = Interval.days(1).milliseconds
      guard let length = Interval(text), length.milliseconds.isMultiple(of: day),
        (1...366).contains(length.milliseconds / day)
      else {
        throw UsageError(
          message: "'\(text)' is no number of days for \(flag).",
          hint: "Write whole days from 1d to 366d, such as 28d, or none.")
      }
      return Int(length.milliseconds / day)
    },
    write: { $0.map { "\($0)d" } ?? "none" })
}

extension ValueForm<Double> {
  /// A share above none and below all, in percent.
  static let chance = ValueForm(
    placeholder: "PERCENT",
    read: { (text, flag) throws(UsageError) in
      let digits = text.hasSuffix("%") ? text.dropLast() : text[...]
      let isPlain = digits.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
      guard isPlain, let percent = Double(digits), (50...99.5).contains(percent) else {
        throw UsageError(
          message: "'\(text)' is no share for \(flag).",
          hint: "Write a percentage from 50% to 99.5%, such as 95%.")
      }
      return percent / 100
    },
    write: { share in
      let tenths = Int((share * 1000).rounded())
      return tenths.isMultiple(of: 10) ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
    })
}
