import LogFiles
import NumberPools
import Testing

@testable import TrafficLogs

/// One shop's visits by hour, written as reports of several programs write them.
private struct Report {
  /// Visits of each hour of three days, from Monday, 2 March 2026 on.
  var visits: [Int]

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    visits = (0..<72).map { _ in random.next(below: 9) }
    visits[0] = 5000
  }

  var total: Int { visits.reduce(0, +) }

  func rows(_ row: (_ day: Int, _ hour: Int, _ visits: Int) -> String) -> String {
    visits.enumerated().map { row($0 / 24 + 2, $0 % 24, $1) + "\n" }.joined()
  }

  /// By name; all say the same.
  var spellings: [(name: String, text: String)] { exports + others }

  private func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }

  private func half(_ hour: Int) -> String {
    "\((hour + 11) % 12 + 1) \(hour < 12 ? "AM" : "PM")"
  }

  /// As three programs export them.
  private var exports: [(name: String, text: String)] {
    let title = "# ---------\n# Free form 1\n# Shop - GA4\n# 20260302-20260304\n# ---------\n\n"
    return [
      (
        "GA4, date and hour in one",
        title + "Date + hour (YYYYMMDDHH),Sessions\n,\(total),Grand total\n"
          + rows { "202603\(two($0))\(two($1)),\($2)" }
      ),
      (
        "GA4, two columns",
        title + "Date,Hour,Sessions,Total users\n,,\(total),9,Grand total\n"
          + rows { "202603\(two($0)),\($1),\($2),1" }
      ),
      (
        "GA4's numbered hours",
        "# Start date: 20260302\n# End date: 20260304\nNth hour,Sessions\n"
          + rows { "\(($0 - 2) * 24 + $1),\($2)" }
          + "\n# Start date: 20260302\nSession primary channel group,Sessions\nDirect,5\n"
      ),
      (
        "Metrica, two columns",
        "\u{FEFF}\"Дата визита\",\"Час визита\",\"Визиты\",\"Посетители\"\n"
          + "\"Итого и средние\",\"\",\(total),7\n"
          + rows { "\"2026-03-\(two($0))\",\"\(two($1)):00\",\($2),1" }
      ),
      (
        "Metrica, one column, thousands apart",
        "Дата и время визита;Визиты;Отказы\nИтого и средние;\(total);0,2\n"
          + rows {
            "\(two($0)).03.2026 \(two($1)):00;\($2 > 999 ? "\($2 / 1000) \(String($2).suffix(3))" : "\($2)");0,5"
          }
      ),
      (
        "Matomo",
        "date,label,nb_visits,nb_uniq_visitors\n" + rows { "2026-03-\(two($0)),\($1)h,\($2),1" }
      ),
    ]
  }

  /// As others, and people, write them.
  private var others: [(name: String, text: String)] {
    [
      (
        "Looker Studio",
        "Date + hour (YYYYMMDDHH),Sessions\n" + rows { "\"Mar \($0), 2026, \(half($1))\",\($2)" }
      ),
      (
        "halves of the day",
        "Day,Hour of day,Visits\n"
          + rows { "\"March \($0), 2026\",\(half($1)),\($2 > 999 ? "\"5,000\"" : "\($2)")" }
          .replacing("\"5,000\"", with: "5000")
      ),
      (
        "from one hour to the next",
        "Date\tTime\tVisits\n"
          + rows { "\(two($0)).03.2026\t\($1):00 - \($1 + 1):00\t\($2)" } + "Total\t\t\(total)\n"
      ),
      (
        "devices apart",
        "Date,Hour,Device,Sessions\n"
          + rows {
            "2026-03-\(two($0)),\($1),desktop,\($2 / 2)\n2026-03-\(two($0)),\($1),mobile,\($2 - $2 / 2)"
          }
      ),
      (
        "devices apart, with their totals",
        "Date,Hour,Device,Sessions\n"
          + rows { day, hour, visits in
            ["": visits, "desktop": visits / 2, "mobile": visits - visits / 2]
              .sorted { $0.key < $1.key }
              .map { "2026-03-\(two(day)),\(hour),\($0.key),\($0.value)" }
              .joined(separator: "\n")
          }
      ),
      (
        "a title in lines without a mark",
        "Sessions by hour\nShop, Germany\n\nhour,visits\n"
          + rows { "2026-03-\(two($0)) \(two($1)):00,\($2)" }
      ),
    ]
  }
}

@Suite("Reports of counts")
struct ReportTests {
  private static let reader = TableReader(timeZone: LogTimeZone("Europe/Moscow"))

  /// How many visits each hour has, whatever moments are drawn.
  private func hours(_ log: TrafficLog) -> [Int64: Int] {
    Dictionary(grouping: log.pageViews.times) { $0.milliseconds / 3_600_000 }.mapValues(\.count)
  }

  @Test("Every program's report says the same", arguments: UInt64(1)...4)
  func spellings(seed: UInt64) async throws {
    let report = Report(seed: seed)
    let first = Timestamp(year: 2026, month: 3, day: 1, second: 21 * 3600)
    var expected: [Int64: Int] = [:]
    for (hour, visits) in report.visits.enumerated() where visits > 0 {
      expected[first.milliseconds / 3_600_000 + Int64(hour)] = visits
    }
    for (name, text) in report.spellings {
      let log = try await TableText.read(text, Self.reader)
      #expect(hours(log) == expected, "\(name)")
      #expect(log.summary.doubts.isEmpty && log.summary.unreadable == 0, "\(name)")
    }
  }

  @Test(
    "An hour without a date is refused, or spread over the days that are named",
    arguments: [
      "0", "00", "00:00", "00:00:00", "12 AM", "0:00 - 1:00", "0h", "0 ч",
    ])
  func hoursAlone(spelling: String) async throws {
    for heading in ["hour", "Час", "Hour of day", "Time", "label", "at"] where heading != "at" {
      let text = "\(heading),visits\n\(spelling),300\n"
      #expect(
        try await TableText.failure(text, Self.reader)?.contains("tells of which dates") == true,
        "\(heading)")
      let titled = try await TableText.read("# 20260302-20260304\n" + text, Self.reader)
      #expect(titled.summary.doubts == [.hoursOfAverageDay(days: 3)])
      #expect(hours(titled).count == 3 && titled.pageViews.count == 300)
      var named = Self.reader
      named.reportDays = ReportDays("2026-03-02..2026-03-04")?.days
      #expect(try await TableText.read(text, named).pageViews.times == titled.pageViews.times)
    }
  }

  @Test("No number that counts hours or days is ever seconds since 1970")
  func never1970() async throws {
    for heading in ["at", "date", "datetime", "timestamp", "Date + hour", "minute"] {
      for numbers in [["0", "1", "2"], ["8", "9", "10"], ["100", "200"], ["46083", "46084"]] {
        let rows = numbers.map { "\($0),5\n" }.joined()
        let log = try? await TableText.read("\(heading),visits\n" + rows, Self.reader)
        let dates = log?.pageViews.times.map { $0.civilDate.year } ?? []
        #expect(dates.allSatisfy { $0 > 1990 }, "\(heading) \(numbers)")
      }
    }
  }

  @Test("Days, weeks and months are told by heading, or by how far apart they lie")
  func longStretches() async throws {
    func doubts(_ text: String) async throws -> [LogWarning] {
      try await TableText.read(text, Self.reader).summary.doubts
    }
    let week = WeekRhythm.officeHours.name
    #expect(
      try await doubts("Date,Sessions\n20260302,5\n20260303,6\n")
        == [.countsOfDays(of: .day, week: week)])
    #expect(
      try await doubts("Week,Sessions\n2026-03-02,5\n") == [.countsOfDays(of: .week, week: week)])
    #expect(
      try await doubts("Месяц визита,Визиты\n2026-03,5\n")
        == [.countsOfDays(of: .month, week: week)])
    #expect(
      try await doubts("Date,Sessions\n2026-03-02,5\n2026-03-09,6\n2026-03-23,6\n")
        == [.countsOfDays(of: .week, week: week), .guessedStretches(.week)])
    #expect(
      try await doubts("datetime,visits\n2026-03-02 00:00:00,5\n2026-03-03 00:00:00,6\n")
        == [.countsOfDays(of: .day, week: week)])
    #expect(
      try await TableText.failure("Nth day,Sessions\n0000,5\n", Self.reader)?
        .contains("tells of which dates") == true)
  }

  @Test("What isn't a count of sessions is said")
  func otherCounts() async throws {
    func doubts(_ text: String) async throws -> [LogWarning] {
      try await TableText.read(text, Self.reader).summary.doubts
    }
    #expect(
      try await doubts("dateHour,Active users\n2026030210,5\n")
        == [.countsOfUsers(heading: "Active users")])
    #expect(try await doubts("dateHour,Active users,Sessions\n2026030210,5,6\n") == [])
    #expect(
      try await doubts("dateHour,Page path,Sessions\n2026030210,/,6\n")
        == [.countsOfPages(heading: "Page path")])
    #expect(
      try await doubts("dateHour,Sessions\n2026030210,50\n(other),40\n")
        == [.visitsWithoutTime(40, of: 50)])
    let table = "dateHour,Sessions\n2026030210,50\n"
    #expect(try await doubts(table + "\n" + table) == [.tableBelow(lines: 2)])
    #expect(
      try await TableText.failure("Date,Views\n2026-03-02,5\n", Self.reader)?
        .contains("no column sessions") == true)
    #expect(
      try await TableText.failure(
        "Date,Sessions\n2026-03-02,\"1,234\"\n2026-03-03,1.5\n", Self.reader)?
        .contains("commas or points") == true)
  }

  @Test("Hours without visits may be missing; a stretch stays an hour")
  func missingHours() async throws {
    for heading in ["dateHour", "datetime"] {
      let log = try await TableText.read(
        "\(heading),visits\n2026-03-02 10:00,500\n2026-03-02 13:00,1\n2026-03-02 17:00,1\n",
        Self.reader)
      #expect(hours(log).count == 3, "\(heading)")
    }
  }

  @Test("Titles above any table are passed over, and the names that come closest are shown")
  func titles() async throws {
    let views = try await TableText.read("My report\nJune; all\n\nat,visitor_id\n1772445600,a\n")
    #expect(views.pageViews.count == 1 && views.summary.unreadable == 0)
    #expect(
      try await TableText.failure(
        "My report\n\nwhen,visitor_id,session_id\n5,a,b\n", format: .pageViews)
        == "'table.csv' has no column at; it has when, visitor_id, session_id.")
  }
}
