extension Interval {
  /// Reads a length with its unit: `30m`, `2.5 min`, `90s`, `1h`, `2d`, `250ms`, or a bare `0`.
  ///
  /// - Parameter text: A number with at most three decimals, then a unit.
  /// - Returns: `nil` when the number or the unit is missing, or the length isn't a whole number
  ///   of milliseconds, or longer than 10^8 days.
  public init?(_ text: some StringProtocol) {
    let compact = String(text.filter { $0 != " " })
    let number = compact.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = compact.dropFirst(number.count)
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, let wholeValue = Int64(whole), parts.count <= 2,
      wholeValue <= Self.longestRead.milliseconds
    else { return nil }
    var thousandths = wholeValue * 1000
    if parts.count == 2 {
      let decimals = parts[1]
      guard (1...3).contains(decimals.count), let value = Int64(decimals) else { return nil }
      thousandths += value * [100, 10, 1][decimals.count - 1]
    }
    let size: Int64
    switch unit.lowercased() {
    case "ms": size = 1
    case "s", "sec": size = 1000
    case "m", "min": size = 60_000
    case "h": size = 3_600_000
    case "d": size = 86_400_000
    case "" where thousandths == 0: size = 1
    default: return nil
    }
    let (length, isTooLong) = thousandths.multipliedReportingOverflow(by: size)
    guard !isTooLong, length % 1000 == 0, length / 1000 <= Self.longestRead.milliseconds else {
      return nil
    }
    self.init(milliseconds: length / 1000)
  }

  /// 10^8 days: of its milliseconds, thousandths still fit into 64 bits.
  private static let longestRead = Interval(milliseconds: 100_000_000 * 86_400_000)
}

extension Interval {
  /// The shortest spelling that reads back as the same length: `30m`, `150s`, `0s`, `1d`.
  public var shorthand: String {
    let units: [(size: Int64, name: String)] = [
      (86_400_000, "d"), (3_600_000, "h"), (60_000, "m"), (1000, "s"),
    ]
    for unit in units where milliseconds != 0 && milliseconds % unit.size == 0 {
      return "\(milliseconds / unit.size)\(unit.name)"
    }
    return milliseconds == 0 ? "0s" : "\(milliseconds)ms"
  }
}
