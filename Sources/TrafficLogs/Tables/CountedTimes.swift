import NumberPools

/// Reads which stretch of time each row of a report is about.
struct CountedTimes {
  /// What the heading of the column of whole times or days says.
  private let heading: CountHeading
  private let hasTime: Bool
  private let hasHour: Bool
  private let hasMinute: Bool
  /// The days of the report, where something tells them: the first and last midnight, as if in UTC.
  private let days: ClosedRange<Timestamp>?
  /// Reads times that have an offset or count from 1970, and finds out which haven't.
  private var moments = TimeText(zone: nil, style: .buckets)
  private var clocks: TimeText

  /// Why a row can't be placed.
  enum Problem: Error {
    /// As the end of a sentence.
    case unreadable(String)
    /// It has an hour or a number alone, and nothing tells the day.
    case noDay
  }

  /// Begins a table.
  ///
  /// - Parameters:
  ///   - days: The days that the report covers, where something tells them.
  ///   - order: Whether day or month comes first in dates that need to be told.
  init(_ header: DelimitedHeader, days: ClosedRange<Timestamp>?, order: DateOrder? = nil) {
    clocks = TimeText(zone: .utc, style: .buckets, order: order)
    func name(_ column: TrafficColumn) -> String? { header.nameOfSlot[column.rawValue] }
    hasTime = name(.time) != nil
    hasHour = name(.hour) != nil
    hasMinute = name(.minute) != nil
    heading = CountHeading(ofTime: name(.time).map(DelimitedHeader.folded) ?? "")
    self.days = days
  }

  /// The stretch of a row.
  ///
  /// - Complexity: O(length).
  mutating func stretch(
    _ row: Span<UInt8>, _ fields: [Range<Int>]
  ) throws(Problem) -> Stretch {
    let hour = fields[TrafficColumn.hour.rawValue]
    let minute = fields[TrafficColumn.minute.rawValue]
    guard hasTime else { return try withoutDate(row, hour: hour, minute: minute) }
    let time = fields[TrafficColumn.time.rawValue]
    if time.isEmpty { throw .unreadable(TimeText.Problem.missing.rawValue) }
    switch heading {
    case .nth(let step):
      return try numbered(row, time, step: step)
    case .nthDays(let days):
      let start = try day(numbered: row, time) + .days(Int64(try Self.number(row, time) * days))
      guard start.milliseconds < TimeText.end else {
        throw .unreadable(TimeText.Problem.notTime.rawValue)
      }
      return Stretch(start: start, isLocal: true, length: .days(days))
    case .nthMonth:
      return try month(numbered: row, time)
    case .week(let isCompact):
      return try week(row, time, isCompact: isCompact)
    case .month:
      return try month(row, time)
    case .day, .moment:
      var stretch = try moment(row, time)
      guard hasHour, stretch.isLocal, stretch.start.millisecondOfDay == 0,
        stretch.length == .days(1) || heading == .day
      else { return stretch }
      let text = try Self.hour(row, hour)
      stretch.start = stretch.start + .minutes(Int64(text.minute))
      stretch.length = Self.length(of: text)
      return try adding(minute, row, to: stretch)
    }
  }

  /// Whether steps are counted from 1970, for want of a date.
  var countsFrom1970: Bool {
    if case .nth = heading { days == nil } else { false }
  }

  // MARK: - An hour beside a day, or alone

  private mutating func withoutDate(
    _ row: Span<UInt8>, hour: Range<Int>, minute: Range<Int>
  ) throws(Problem) -> Stretch {
    guard hasHour else {
      if minute.isEmpty { throw .unreadable(TimeText.Problem.missing.rawValue) }
      return try whole(row, minute, most: .minutes(1))
    }
    if hour.isEmpty { throw .unreadable(TimeText.Problem.missing.rawValue) }
    guard let text = HourText(row, hour) else { return try whole(row, hour, most: .hours(1)) }
    guard let days else { throw .noDay }
    var stretch = Stretch(
      start: Timestamp(milliseconds: Int64(text.minute) * 60_000), isLocal: true,
      length: Self.length(of: text))
    stretch = try adding(minute, row, to: stretch)
    if case .time(let length) = stretch.length {
      stretch.length = .ofEachDay(length, of: days)
    } else {
      stretch.length = .ofEachDay(.hours(1), of: days)
    }
    return stretch
  }

  private static func hour(_ row: Span<UInt8>, _ field: Range<Int>) throws(Problem) -> HourText {
    guard let text = HourText(row, field) else {
      throw .unreadable("its hour can't be understood")
    }
    return text
  }

  /// An hour by the clock lasts one; half hours and the like are told by their neighbors.
  private static func length(of text: HourText) -> Stretch.Length {
    if let length = text.length { return .time(.minutes(Int64(length))) }
    return text.minute % 60 == 0 ? .time(.hours(1)) : .asOthersTell(most: .hours(1))
  }

  private func adding(
    _ field: Range<Int>, _ row: Span<UInt8>, to stretch: Stretch
  ) throws(Problem) -> Stretch {
    guard hasMinute, !field.isEmpty else { return stretch }
    guard let minute = row.wholeNumber(in: field), minute < 60 else {
      throw .unreadable("its minute can't be understood")
    }
    var stretch = stretch
    stretch.start = stretch.start + .minutes(Int64(minute))
    stretch.length = .time(.minutes(1))
    return stretch
  }

  /// A whole time in a column that may hold hours or minutes alone.
  private mutating func whole(
    _ row: Span<UInt8>, _ field: Range<Int>, most: Interval
  ) throws(Problem) -> Stretch {
    var stretch = try moment(row, field)
    if case .asOthersTell = stretch.length {
      stretch.length = .asOthersTell(most: most)
    }
    return stretch
  }

  // MARK: - Whole times

  private mutating func moment(
    _ row: Span<UInt8>, _ field: Range<Int>
  ) throws(Problem) -> Stretch {
    var most: Interval?
    if case .moment(let longest) = heading { most = longest }
    do throws(TimeText.Problem) {
      let time = try moments.time(row, field)
      return Stretch(start: time, isLocal: false, length: .asOthersTell(most: most))
    } catch {
      if error != .noZone { return try spelled(row, field) }
    }
    guard let time = try? clocks.time(row, field) else {
      throw .unreadable(TimeText.Problem.notTime.rawValue)
    }
    let hasDigitsOnly = field.allSatisfy { 0x30...0x39 ~= row[$0] }
    let hasColon = field.contains { row[$0] == UInt8(ascii: ":") }
    let length: Stretch.Length =
      hasDigitsOnly && field.count == 10
      ? .time(.hours(1))
      : hasColon || field.count == 12 && hasDigitsOnly || time.millisecondOfDay != 0
        ? .asOthersTell(most: most) : .days(1)
    return Stretch(start: time, isLocal: true, length: length)
  }

  /// A day in words, or two days that a stretch lies between.
  private func spelled(
    _ row: Span<UInt8>, _ field: Range<Int>
  ) throws(Problem) -> Stretch {
    guard field.count <= 80 else { throw .unreadable(TimeText.Problem.notTime.rawValue) }
    let text = Self.text(row, field)
    if let date = ReportDate(text) {
      guard let minute = date.minute else {
        return Stretch(start: date.day, isLocal: true, length: .days(1))
      }
      return Stretch(
        start: date.day + .minutes(Int64(minute)), isLocal: true,
        length: minute % 60 == 0 && heading == .moment(most: .hours(1))
          ? .time(.hours(1)) : .asOthersTell(most: .hours(1)))
    }
    let days = ReportDate.days(in: text)
    guard days.count == 2, days[0] <= days[1] else {
      throw .unreadable(TimeText.Problem.notTime.rawValue)
    }
    return Stretch(
      start: days[0], isLocal: true, length: .days(days[1].day - days[0].day + 1))
  }

  private func week(
    _ row: Span<UInt8>, _ field: Range<Int>, isCompact: Bool
  ) throws(Problem) -> Stretch {
    let text = Self.text(row, field)
    if let monday = ReportDate.week(in: text, isCompact: isCompact) {
      return Stretch(start: monday, isLocal: true, length: .days(7))
    }
    let days = ReportDate.days(in: text)
    guard let first = days.first, days.count == 1 || days[1].day - first.day == 6 else {
      throw .unreadable("its week can't be understood")
    }
    return Stretch(start: first, isLocal: true, length: .days(7))
  }

  private func month(_ row: Span<UInt8>, _ field: Range<Int>) throws(Problem) -> Stretch {
    let text = Self.text(row, field)
    let day = ReportDate.days(in: text).first ?? ReportDate.month(in: text)
    guard let day, day.civilDate.day == 1 else {
      throw .unreadable("its month can't be understood")
    }
    return Stretch(start: day, isLocal: true, length: .month)
  }

  private static func text(_ row: Span<UInt8>, _ field: Range<Int>) -> String {
    row.extracting(field).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

// MARK: - Numbers of stretches

extension CountedTimes {
  private static func number(_ row: Span<UInt8>, _ field: Range<Int>) throws(Problem) -> Int {
    guard let number = row.wholeNumber(in: field), number < 1_000_000_000 else {
      throw .unreadable("its time isn't a whole number")
    }
    return number
  }

  private func day(numbered row: Span<UInt8>, _ field: Range<Int>) throws(Problem) -> Timestamp {
    _ = try Self.number(row, field)
    guard let days else { throw .noDay }
    return days.lowerBound
  }

  /// A step counted from the report's first, or from 1970 where nothing tells that.
  private func numbered(
    _ row: Span<UInt8>, _ field: Range<Int>, step: Interval
  ) throws(Problem) -> Stretch {
    let number = Int64(try Self.number(row, field))
    let start =
      (days?.lowerBound ?? Timestamp(milliseconds: 0))
      + .milliseconds(number * step.milliseconds)
    guard start.milliseconds < TimeText.end else {
      throw .unreadable(TimeText.Problem.notTime.rawValue)
    }
    return Stretch(start: start, isLocal: days != nil, length: .time(step))
  }

  private func month(numbered row: Span<UInt8>, _ field: Range<Int>) throws(Problem) -> Stretch {
    let first = try day(numbered: row, field).civilDate
    let month = first.month - 1 + (try Self.number(row, field))
    guard first.year + month / 12 < 2200 else {
      throw .unreadable(TimeText.Problem.notTime.rawValue)
    }
    return Stretch(
      start: Timestamp(
        year: first.year + month / 12, month: month % 12 + 1, day: 1, second: 0), isLocal: true,
      length: .month)
  }
}
