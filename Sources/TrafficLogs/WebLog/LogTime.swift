import NumberPools

/// The time of an access log: `10/Oct/2000:13:55:36 -0700`, or ISO 8601 with an offset.
struct LogTime {
  /// The moment.
  var time: Timestamp
  /// The offset from UTC in minutes.
  var offset: Int

  /// Reads the time behind a bracket and moves past the closing bracket.
  init(_ line: Span<UInt8>, at cursor: inout Int) throws(CombinedLine.Problem) {
    guard line.count - cursor >= 20 else { throw .badTime }
    let year: Int?
    let month: Int?
    let day: Int?
    if line[cursor + 4] == UInt8(ascii: "-") {
      year = Self.number(line, cursor, 4)
      month = line[cursor + 7] == UInt8(ascii: "-") ? Self.number(line, cursor + 5, 2) : nil
      day = Self.number(line, cursor + 8, 2)
      cursor += 10
    } else {
      day = Self.number(line, cursor, 2)
      month = Self.month(line, cursor + 2)
      year = Self.number(line, cursor + 7, 4)
      cursor += 11
    }
    guard let year, let month, (1...12).contains(month), let day,
      (1...Timestamp.days(inMonth: month, of: year)).contains(day),
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
    time =
      Timestamp(year: year, month: month, day: day, second: ofDay - offset * 60)
      + .milliseconds(Int64(milliseconds))
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

  /// The month of `/Oct/`.
  private static func month(_ line: Span<UInt8>, _ start: Int) -> Int? {
    guard line[start] == UInt8(ascii: "/"), line[start + 4] == UInt8(ascii: "/") else { return nil }
    let letters =
      UInt32(line[start + 1] | 0x20) << 16 | UInt32(line[start + 2] | 0x20) << 8
      | UInt32(line[start + 3] | 0x20)
    switch letters {
    case 0x6A_616E: return 1
    case 0x66_6562: return 2
    case 0x6D_6172: return 3
    case 0x61_7072: return 4
    case 0x6D_6179: return 5
    case 0x6A_756E: return 6
    case 0x6A_756C: return 7
    case 0x61_7567: return 8
    case 0x73_6570: return 9
    case 0x6F_6374: return 10
    case 0x6E_6F76: return 11
    case 0x64_6563: return 12
    default: return nil
    }
  }
}
