extension Interval {
  /// Reads a length with its unit: `30m`, `2.5 min`, `90s`, `1h30m`, `2d`, `250ms`, or a bare `0`.
  ///
  /// - Parameter text: Numbers with their units, the largest unit first and each at most once; the
  ///   last number may have three decimals.
  /// - Returns: `nil` when a number or a unit is missing, or the length isn't a whole number of
  ///   milliseconds, or longer than 10^8 days.
  public init?(_ text: some StringProtocol) {
    var rest = String(text.filter { $0 != " " })[...]
    var sum: Int64 = 0
    var largest = Int64.max
    repeat {
      let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(number.count)
      let unit = rest.prefix { !$0.isNumber && $0 != "." }
      rest = rest.dropFirst(unit.count)
      guard let thousandths = Self.thousandths(number), rest.isEmpty || !number.contains("."),
        let size = Self.size(of: unit.lowercased(), isZero: thousandths == 0 && largest == .max),
        size < largest
      else { return nil }
      let (length, isTooLong) = thousandths.multipliedReportingOverflow(by: size)
      guard !isTooLong, length % 1000 == 0 else { return nil }
      sum += length / 1000
      guard length / 1000 <= Self.longestRead.milliseconds, sum <= Self.longestRead.milliseconds
      else { return nil }
      largest = size
    } while !rest.isEmpty
    self.init(milliseconds: sum)
  }

  /// A number with at most three decimals, in thousandths.
  private static func thousandths(_ number: some StringProtocol) -> Int64? {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, let wholeValue = Int64(whole), parts.count <= 2,
      wholeValue <= longestRead.milliseconds
    else { return nil }
    guard parts.count == 2 else { return wholeValue * 1000 }
    guard (1...3).contains(parts[1].count), let decimals = Int64(parts[1]) else { return nil }
    return wholeValue * 1000 + decimals * [100, 10, 1][parts[1].count - 1]
  }

  /// The milliseconds of a unit; nothing at all needs none.
  private static func size(of unit: String, isZero: Bool) -> Int64? {
    switch unit {
    case "ms": 1
    case "s", "sec": 1000
    case "m", "min": 60_000
    case "h": 3_600_000
    case "d": 86_400_000
    case "" where isZero: 1
    default: nil
    }
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
