import NumberPools

extension ValueForm<Interval> {
  /// A length of time with its unit, up to 400 days.
  static let length = ValueForm(
    placeholder: "TIME",
    read: { (text, flag) throws(UsageError) in
      guard let interval = Interval(text), interval <= .days(400) else {
        throw UsageError(
          message: "'\(text)' is no length of time for \(flag).",
          hint: "Write it with its unit, up to 400 days: 90s, 2.5m, 30m, 1h30m, 2d.")
      }
      return interval
    },
    write: { $0.typed })

  /// A length of time with a sign.
  static let offset = ValueForm(
    placeholder: "OFFSET",
    read: { (text, flag) throws(UsageError) in
      let isNegative = text.hasPrefix("-") || text.hasPrefix("\u{2212}")
      let length = isNegative || text.hasPrefix("+") ? String(text.dropFirst()) : text
      guard let interval = Interval(length), interval <= .days(400) else {
        throw UsageError(
          message: "'\(text)' is no offset for \(flag).",
          hint: "Write what to add to every time, with its unit: -2h, +90s, -3m.")
      }
      return isNegative ? -interval : interval
    },
    write: { $0 < .zero ? "-\((-$0).typed)" : $0.typed })
}

extension ValueForm<[Interval]> {
  /// Lengths of time with commas between them, or `none`.
  static let lengths = ValueForm(
    placeholder: "TIMES",
    read: { (text, flag) throws(UsageError) in
      if text == "none" { return [] }
      var intervals: [Interval] = []
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        guard let interval = Interval(part), interval <= .days(400) else {
          throw UsageError(
            message: "'\(part)' is no length of time for \(flag).",
            hint: "Write them as 0,2.5m,1h, or none.")
        }
        intervals.append(interval)
      }
      return Set(intervals).sorted()
    },
    write: { $0.isEmpty ? "none" : $0.map(\.typed).joined(separator: ",") })
}

extension Interval {
  /// As it is typed: nothing needs no unit.
  fileprivate var typed: String { self == .zero ? "0" : shorthand }
}
