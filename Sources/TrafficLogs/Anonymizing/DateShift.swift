import NumberPools

/// Dates as they are written, read and written again.
enum DateShift {
  /// The midnight of `2026-03-02` or `02/Mar/2026`, as if in UTC; `nil` for anything else.
  static func date(_ bytes: Span<UInt8>, at start: Int, isISO: Bool) -> Timestamp? {
    let year: Int?
    let month: Int?
    let day: Int?
    if isISO {
      guard bytes.count - start >= 10, bytes[start + 4] == UInt8(ascii: "-"),
        bytes[start + 7] == UInt8(ascii: "-")
      else { return nil }
      year = number(bytes, start, 4)
      month = number(bytes, start + 5, 2)
      day = number(bytes, start + 8, 2)
    } else {
      guard bytes.count - start >= 11 else { return nil }
      month = months.firstIndex { name in
        name.utf8.enumerated().allSatisfy { $1 | 0x20 == bytes[start + 3 + $0] | 0x20 }
      }.map { $0 + 1 }
      year = number(bytes, start + 7, 4)
      day = number(bytes, start, 2)
    }
    guard let year, let month, (1...12).contains(month), let day,
      (1...Timestamp.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    return Timestamp(year: year, month: month, day: day, second: 0)
  }

  /// How a date is written.
  enum Spelling {
    /// `2026-03-02`
    case iso
    /// `02.03.2026`
    case dayFirst(separator: UInt8)
    /// `02/Mar/2026`
    case written(separator: UInt8)
  }

  /// Adds a date.
  static func append(_ date: Timestamp, _ spelling: Spelling, to output: inout [UInt8]) {
    let (year, month, day) = date.civilDate
    switch spelling {
    case .iso:
      append(year, digits: 4, to: &output)
      output.append(UInt8(ascii: "-"))
      append(month, digits: 2, to: &output)
      output.append(UInt8(ascii: "-"))
      append(day, digits: 2, to: &output)
    case .dayFirst(let separator), .written(let separator):
      append(day, digits: 2, to: &output)
      output.append(separator)
      if case .written = spelling {
        output.append(contentsOf: months[month - 1].utf8)
      } else {
        append(month, digits: 2, to: &output)
      }
      output.append(separator)
      append(year, digits: 4, to: &output)
    }
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func append(_ number: Int, digits: Int, to output: inout [UInt8]) {
    var scale = 1
    for _ in 1..<digits { scale *= 10 }
    while scale > 0 {
      output.append(UInt8(0x30 + number / scale % 10))
      scale /= 10
    }
  }

  private static func number(_ bytes: Span<UInt8>, _ start: Int, _ digits: Int) -> Int? {
    var value = 0
    for index in start..<(start + digits) {
      guard 0x30...0x39 ~= bytes[index] else { return nil }
      value = value * 10 + Int(bytes[index] - 0x30)
    }
    return value
  }
}
