package import NumberPools

/// How the day of a time is written.
package enum DateSpelling: Equatable {
  /// `2026-03-02`
  case iso
  /// `2026/03/02`
  case yearFirst
  /// `02.03.2026`
  case dayFirst
  /// `02/Mar/2026`, or with another separator.
  case written(separator: UInt8)

  /// Adds a day.
  ///
  /// - Parameter day: Its midnight, as if in UTC, before the year 10000.
  package func append(_ day: Timestamp, to output: inout [UInt8]) {
    let (year, month, day) = day.civilDate
    switch self {
    case .iso, .yearFirst:
      let separator = self == .iso ? UInt8(ascii: "-") : UInt8(ascii: "/")
      Self.append(year, digits: 4, to: &output)
      output.append(separator)
      Self.append(month, digits: 2, to: &output)
      output.append(separator)
      Self.append(day, digits: 2, to: &output)
    case .dayFirst:
      Self.append(day, digits: 2, to: &output)
      output.append(UInt8(ascii: "."))
      Self.append(month, digits: 2, to: &output)
      output.append(UInt8(ascii: "."))
      Self.append(year, digits: 4, to: &output)
    case .written(let separator):
      Self.append(day, digits: 2, to: &output)
      output.append(separator)
      output.append(contentsOf: MonthName.all[month - 1].utf8)
      output.append(separator)
      Self.append(year, digits: 4, to: &output)
    }
  }

  private static func append(_ number: Int, digits: Int, to output: inout [UInt8]) {
    var scale = 1
    for _ in 1..<digits { scale *= 10 }
    while scale > 0 {
      output.append(UInt8(0x30 + number / scale % 10))
      scale /= 10
    }
  }
}
