import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Tables of counts")
struct CountedVisitsTests {
  private let text = """
    # from 2 to 3 March
    minute,visits
    2026-03-02T10:05:00Z,2
    2026-03-02T10:00:00Z,1
    2026-03-02T10:01:00Z,3
    total,6
    """

  @Test("As many visits as counted, each within its stretch, by a visitor of its own")
  func visits() async throws {
    let log = try await TableText.read(text)
    #expect(
      log.pageViews.times.map { String($0.description.prefix(16).suffix(5)) } == [
        "10:00", "10:01", "10:01", "10:01", "10:05", "10:05",
      ])
    #expect(log.pageViews.outOfOrder == 0)
    #expect(Sessionizer().traffic(from: log.pageViews).visitorCount == 6)
    #expect(log.summary.unreadable == 0 && log.summary.leftOut == [.total: 1])
    #expect(
      log.summary.assumptions == [
        .drawnVisits(6, seed: 1, length: .minutes(3)), .totals(rows: 1),
      ])
    let touches = log.sessions(by: Sessionizer()).touches()
    #expect(touches.count == 6)
  }

  @Test("The same seed draws the same moments, another seed others")
  func seeds() async throws {
    let first = try await TableText.read(text).pageViews.times
    #expect(try await TableText.read(text).pageViews.times == first)
    #expect(try await TableText.read(text, TableReader(seed: 2)).pageViews.times != first)
  }

  @Test("Moments are uniform within their stretch", arguments: UInt64(1)...3)
  func uniform(seed: UInt64) async throws {
    let log = try await TableText.read(
      "hour;Visits\n2026-03-02T00:00:00Z;10000\n2026-03-02T01:00:00Z;0\n", TableReader(seed: seed))
    let start = log.pageViews.times[0].milliseconds / 3_600_000 * 3_600_000
    let offsets = log.pageViews.times.map { Double($0.milliseconds - start) / 3_600_000 }
    let mean = offsets.reduce(0, +) / 10000
    // The mean of 10,000 uniform draws has a standard error of 0.0029.
    #expect(abs(mean - 0.5) < 4 * 0.0029)
    #expect(offsets.allSatisfy { (0..<1).contains($0) })
  }

  @Test("Visits may last, and belong to groups and sources")
  func details() async throws {
    let log = try await TableText.read(
      "dateHour,sessions,source,medium\n2026030210,2,google,cpc\n2026030211,1,,\n",
      TableReader(
        timeZone: .utc, grouping: .column("source")))
    #expect(log.pageViews.heartbeats.count == 3)
    #expect(
      zip(log.pageViews.heartbeats, log.pageViews.times).allSatisfy {
        $0.time - $1 == .minutes(3)
      })
    #expect(log.groups == ["google", ""])
    let touches = log.sessions(by: Sessionizer()).touches()
    #expect(touches.map(\.source) == ["google", "google", nil])
  }

  @Test("Russian headers, spaces between thousands, numbered minutes")
  func headers() async throws {
    let russian = try await TableText.read(
      "Дата и время визита;Визиты\n2026-03-02 10:00:00;1 001\n2026-03-02 10:01:00;0\n",
      TableReader(timeZone: .utc))
    #expect(russian.pageViews.count == 1001)
    let numbered = try await TableText.read("nthMinute,sessions\n0000,1\n0001,1\n0003,1\n")
    #expect(numbered.pageViews.times.map { $0.milliseconds / 60_000 } == [0, 1, 3])
    #expect(numbered.summary.assumptions.last == .timeFrom1970)
  }

  @Test("Numbered steps past the year 9999 are unreadable", arguments: ["Minute", "Hour"])
  func farSteps(step: String) async throws {
    let log = try await TableText.read(
      "nth\(step),sessions\n0,1\n999999999999999,1\n4223371680,1\n1,1\n")
    #expect(log.pageViews.count == 2)
    #expect(log.summary.unreadable == 2)
    #expect(
      log.summary.problems.map(\.reason)
        == Array(repeating: "its time isn't a whole number", count: 2))
  }

  @Test("A single stretch has no length")
  func single() async throws {
    #expect(
      try await TableText.failure("datetime,visits\n2026-03-02T10:00:00Z,1\n")
        == "'table.csv' has one time only, so nothing tells how long it lasts.")
  }
}
