import LogFiles
import NumberPools
import Testing

@testable import TrafficLogs

@Suite("When in a week people come")
struct WeekRhythmTests {
  private static let ones = Array(repeating: "1", count: 24).joined(separator: " ")

  @Test("A file has a line for a day or several")
  func parsing() throws {
    let text =
      "# mine\nmon-fri \(Self.ones)\n\nsat,\(Self.ones.replacing(" ", with: ","))\n"
      + "Sun\t\(Self.ones.replacing("1 1 1", with: "0 7 0")) # quiet\n"
    let week = try WeekRhythm(parsing: text, name: "mine")
    #expect(week.weights[0..<6].allSatisfy { $0 == [Int](repeating: 1, count: 24) })
    #expect(week.weights[6].prefix(3) == [0, 7, 0])
  }

  @Test(
    "What is no week is said",
    arguments: [
      ("", "no line for mon"), ("mon-sat \(ones)", "no line for sun"),
      ("mon-sun 1 2 3", "has 3"), ("mon-sun \(ones) 1", "has 25"),
      ("mon-sun \(ones)\ntue \(ones)", "Line 2 names a day"), ("fri-mon \(ones)", "Line 1"),
      ("monday \(ones)", "Line 1 doesn't begin"),
      ("mon-sun \(ones.replacing("1", with: "0"))", "are 0"),
    ])
  func problems(text: String, reason: String) throws {
    do throws(WeekRhythm.ParsingError) {
      _ = try WeekRhythm(parsing: text, name: "")
      Issue.record("It is a week")
    } catch {
      #expect(error.description.contains(reason), "\(error)")
    }
  }

  @Test("Visits of a day come at its hours, by the clock on the wall", arguments: UInt64(1)...3)
  func hours(seed: UInt64) async throws {
    let zone = try #require(LogTimeZone("+03:00"))
    let log = try await TableText.read(
      "date,visits\n2026-03-02,138000\n", TableReader(timeZone: zone, seed: seed))
    var visits = [Int](repeating: 0, count: 24)
    for time in log.pageViews.times {
      visits[(time + .hours(3)).millisecondOfDay / 3_600_000] += 1
    }
    // Weights of office hours add up to 138; each hour is binomial with a deviation below 110.
    for (hour, weight) in WeekRhythm.officeHours.weights[0].enumerated() {
      #expect(abs(visits[hour] - weight * 1000) < 500, "\(hour)")
    }
  }

  @Test(
    "A day on which the clocks change has 23 or 25 hours",
    arguments: [("2026-03-29", 23), ("2026-10-25", 25), ("2026-10-24", 24)])
  func clockChange(day: String, hours: Int) async throws {
    let log = try await TableText.read(
      "date,visits\n\(day),40000\n",
      TableReader(timeZone: LogTimeZone("Europe/Berlin"), week: .flat))
    let span = try #require(log.summary.span)
    #expect(span.upperBound - span.lowerBound + .milliseconds(1) == .hours(Int64(hours)))
    let slots = Set(log.pageViews.times.map { $0.milliseconds / 3_600_000 })
    #expect(slots.count == hours)
  }

  @Test("The same counts are drawn by another week, and nothing else changes")
  func otherWeek() async throws {
    let text = "date,visits,source\n2026-03-02,50,google\n2026-03-03,70,\n"
    let log = try await TableText.read(text, TableReader(timeZone: .utc))
    let flat = try #require(log.drawn(by: .flat))
    let again = try await TableText.read(text, TableReader(timeZone: .utc, week: .flat))
    #expect(flat.pageViews.times == again.pageViews.times)
    #expect(flat.pageViews.times != log.pageViews.times)
    #expect(flat.sessions(by: Sessionizer()).touches().count { $0.source == "google" } == 50)
    let hourly = try await TableText.read(
      "dateHour,visits\n2026030210,5\n", TableReader(timeZone: .utc))
    #expect(hourly.drawn(by: .flat) == nil)
  }
}
