package import NumberPools

/// The time of an access log: `10/Oct/2000:13:55:36 -0700`, or ISO 8601 with an offset.
package struct LogTime {
  /// The moment.
  var time: Timestamp
  /// The offset from UTC in minutes.
  var offset: Int

  /// Reads the time behind a bracket and moves past the closing bracket.
  init(_ line: Span<UInt8>, at cursor: inout Int) throws(CombinedLine.Problem) {
    guard line.count - cursor >= 20, let day = Self.day(line, &cursor),
      line[cursor] == UInt8(ascii: ":") || line[cursor] == UInt8(ascii: "T"),
      line.count - cursor >= 9, line[cursor + 3] == UInt8(ascii: ":"),
      line[cursor + 6] == UInt8(ascii: ":"),
      let hour = Self.number(line, cursor + 1, 2), hour < 24,
      let minute = Self.number(line, cursor + 4, 2), minute < 60,
      // A leap second counts as the first second of the next minute.
      let second = Self.number(line, cursor + 7, 2), second <= 60
    else { throw .badTime }
    cursor += 9

    var milliseconds = 0
    if cursor < line.count, line[cursor] == UInt8(ascii: ".") {
      cursor += 1
      var scale = 100
      while cursor < line.count, 0x30...0x39 ~= line[cursor] {
        milliseconds += Int(line[cursor] - 0x30) * scale
        scale /= 10
        cursor += 1
      }
    }
    offset = try Self.offset(line, &cursor)
    guard cursor < line.count, line[cursor] == UInt8(ascii: "]") else { throw .badTime }
    cursor += 1
    let ofDay = hour * 3600 + minute * 60 + second
    time = day + .milliseconds(Int64((ofDay - offset * 60) * 1000 + milliseconds))
  }

  /// The midnight, as if in UTC, of `10/Oct/2000` or `2000-10-10`; moves past the date.
  package static func day(_ line: Span<UInt8>, _ cursor: inout Int) -> Timestamp? {
    guard line.count - cursor >= 11 else { return nil }
    let year: Int?
    let month: Int?
    let day: Int?
    if line[cursor + 4] == UInt8(ascii: "-") {
      year = number(line, cursor, 4)
      month = line[cursor + 7] == UInt8(ascii: "-") ? number(line, cursor + 5, 2) : nil
      day = number(line, cursor + 8, 2)
      cursor += 10
    } else {
      day = number(line, cursor, 2)
      month =
        line[cursor + 2] == UInt8(ascii: "/") && line[cursor + 6] == UInt8(ascii: "/")
        ? MonthName.month(line, at: cursor + 3) : nil
      year = number(line, cursor + 7, 4)
      cursor += 11
    }
    guard let year, let month, (1...12).contains(month), let day,
      (1...Timestamp.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    return Timestamp(year: year, month: month, day: day, second: 0)
  }

  private static func offset(
    _ line: Span<UInt8>, _ cursor: inout Int
  ) throws(CombinedLine.Problem) -> Int {
    if cursor < line.count, line[cursor] == UInt8(ascii: " ") { cursor += 1 }
    guard cursor < line.count else { throw .noZone }
    if line[cursor] == UInt8(ascii: "Z") {
      cursor += 1
      return 0
    }
    let sign = line[cursor]
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), line.count - cursor >= 6 else {
      throw .noZone
    }
    let colon = line[cursor + 3] == UInt8(ascii: ":") ? 1 : 0
    guard line.count - cursor >= 5 + colon, let hours = number(line, cursor + 1, 2), hours < 24,
      let minutes = number(line, cursor + 3 + colon, 2), minutes < 60
    else { throw .noZone }
    cursor += 5 + colon
    return (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  private static func number(_ line: Span<UInt8>, _ start: Int, _ digits: Int) -> Int? {
    guard start + digits <= line.count else { return nil }
    var value = 0
    for index in start..<(start + digits) {
      guard 0x30...0x39 ~= line[index] else { return nil }
      value = value * 10 + Int(line[index] - 0x30)
    }
    return value
  }
}
