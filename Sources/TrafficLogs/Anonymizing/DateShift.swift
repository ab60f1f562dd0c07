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

  /// Adds a date.
  static func append(_ date: Timestamp, isISO: Bool, to output: inout [UInt8]) {
    let (year, month, day) = date.civilDate
    if isISO {
      append(year, digits: 4, to: &output)
      output.append(UInt8(ascii: "-"))
      append(month, digits: 2, to: &output)
      output.append(UInt8(ascii: "-"))
      append(day, digits: 2, to: &output)
    } else {
      append(day, digits: 2, to: &output)
      output.append(UInt8(ascii: "/"))
      output.append(contentsOf: months[month - 1].utf8)
      output.append(UInt8(ascii: "/"))
      append(year, digits: 4, to: &output)
    }
  }

  /// A time in its own spelling, moved by whole days: `2026-03-02...`, or seconds, milliseconds or
  /// microseconds since 1970 by how many they are; `nil` for anything else.
  static func moved(_ time: [UInt8], by shift: Interval) -> [UInt8]? {
    var moved: [UInt8] = []
    if time.count >= 10, time[4] == UInt8(ascii: "-") {
      guard let date = date(time.span, at: 0, isISO: true) else { return nil }
      let rest = time[10...]
      guard rest.allSatisfy({ 0x2B...0x3A ~= $0 || [0x20, 0x54, 0x5A].contains($0) }) else {
        return nil
      }
      let day = date + shift
      guard day.civilDate.year <= 9999 else { return nil }
      append(day, isISO: true, to: &moved)
      return moved + rest
    }
    let end = time.firstIndex(of: UInt8(ascii: ".")) ?? time.count
    guard let count = JSONNumber.int64(time.span, 0..<end), count >= 0, end <= 18,
      time[end...].dropFirst().allSatisfy({ 0x30...0x39 ~= $0 })
    else { return nil }
    let milliseconds = shift.milliseconds
    switch count {
    case ..<100_000_000_000: moved.append(contentsOf: String(count + milliseconds / 1000).utf8)
    case ..<100_000_000_000_000: moved.append(contentsOf: String(count + milliseconds).utf8)
    default: moved.append(contentsOf: String(count + milliseconds * 1000).utf8)
    }
    return moved + time[end...]
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
