import Testing

@testable import NumberPools

/// Which days of a log can be trusted to be whole.
@Suite("Days of a log")
struct LogDaysTests {
  private static let hour: Int64 = 3_600_000

  /// A visit an hour in the daytime of each day, from and up to some hour of the log.
  private func traffic(
    days: Int, from: Int64 = .min, until: Int64? = nil, firstDay: Int = 0,
    isOpen: (Int) -> Bool = { _ in true }
  ) -> Traffic {
    var log = PageViewLog()
    let monday = Timestamp(year: 2026, month: 3, day: 2, second: 0)
    var visitor: Int32 = 0
    for hour in Int64(firstDay) * 24..<Int64(firstDay + days) * 24
    where isOpen(Int(hour / 24)) && (6..<22).contains((hour % 24 + 24) % 24)
      && from <= hour && hour < until ?? .max
    {
      log.append(visitor: VisitorID(visitor), at: monday + .hours(hour))
      visitor += 1
    }
    return Sessionizer().traffic(from: log)
  }

  @Test("A log from midnight to midnight has whole days only")
  func wholeDays() {
    let days = LogDays(of: traffic(days: 9), offset: .zero)
    #expect(days.whole.count == 9)
    #expect(days.partial.isEmpty)
    #expect(days.whole.map(\.count) == Array(repeating: 16, count: 9))
    #expect(!days.tellsWeekendDaysApart)
    #expect(days.whole.map(\.kind).filter { $0 == .weekend }.count == 2)
  }

  @Test("Saturday and Sunday are kinds of their own once there are two of each")
  func kinds() {
    let days = LogDays(of: traffic(days: 14), offset: .zero)
    #expect(days.tellsWeekendDaysApart)
    #expect(days.whole.filter { $0.kind == .saturday }.count == 2)
    #expect(days.whole.filter { $0.kind == .sunday }.count == 2)
  }

  @Test("A last Monday morning and a first Monday afternoon make a whole Monday")
  func joined() throws {
    let log = traffic(days: 8, from: 13, until: 7 * 24 + 13)
    let days = LogDays(of: log, offset: .zero)
    #expect(days.whole.count == 7)
    #expect(days.partial.isEmpty)
    #expect(days.whole.map(\.count) == Array(repeating: 16, count: 7))
    let cut = DaySessions.days(days.whole, of: log, offset: .zero)
    let monday = try #require(cut.first)
    #expect(monday.viewTimes.map(\.milliseconds) == (6..<22).map { $0 * Self.hour })
    #expect(cut.reduce(0) { $0 + $1.count } == log.sessions.count)
  }

  @Test("A part of a day that nothing completes says how much came, not what a day is like")
  func partial() throws {
    let days = LogDays(of: traffic(days: 9, until: 8 * 24 + 14), offset: .zero)
    #expect(days.whole.count == 8)
    let part = try #require(days.partial.first)
    #expect(part.count == 8)
    #expect(abs(part.share - 0.5) < 0.07)
  }

  @Test("A weekday without anybody ever is closed, one of many is a gap")
  func closedOrMissing() {
    let closed = LogDays(of: traffic(days: 21) { $0 % 7 != 6 }, offset: .zero)
    #expect(closed.whole.count == 18)
    #expect(closed.partial.isEmpty)
    // The last Sunday comes after the end of the log.
    #expect(closed.quietDays == [.sunday: 2])
    let gap = LogDays(of: traffic(days: 21) { $0 != 9 && $0 != 10 }, offset: .zero)
    #expect(gap.whole.count == 19)
    #expect(gap.quietDays.isEmpty)
  }

  @Test("Days begin by the log's clock")
  func clock() {
    let log = traffic(days: 8)
    let days = LogDays(of: log, offset: .hours(5))
    // From 6 in the morning to 22 becomes from 11 to 3 the next day.
    #expect(days.whole.map(\.number).count >= 7)
    #expect(
      days.whole.dropFirst().allSatisfy { $0.firstView == 0 || $0.firstView == 11 * Self.hour })
  }

  @Test("Weeks, months and halves of a log", arguments: [0, 4])
  func parts(offset: Int64) {
    let log = traffic(days: 62, firstDay: -1)
    let clock = Interval.hours(offset)
    let weeks = TrafficPart.parts(of: log, each: .week, dayOffset: clock)
    #expect(weeks.count == 8)
    #expect(weeks.allSatisfy { $0.traffic.sessions.count == 7 * 16 && $0.days == 7 })
    let months = TrafficPart.parts(of: log, each: .month, dayOffset: clock)
    #expect(months.map(\.days) == [31, 30])
    if offset == 0 { #expect(months.map { $0.traffic.sessions.count } == [31 * 16, 30 * 16]) }
    let halves = TrafficPart.parts(of: log, each: .half)
    #expect(halves.reduce(0) { $0 + $1.traffic.sessions.count } == log.sessions.count)
  }
}
