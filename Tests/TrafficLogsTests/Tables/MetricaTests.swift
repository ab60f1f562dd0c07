import LogFiles
import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Tables of Yandex Metrica's Logs API")
struct MetricaTests {
  @Test("Visits: the session is known, the clock is the counter's")
  func visits() async throws {
    let text = """
      ym:s:visitID\tym:s:clientID\tym:s:dateTime\tym:s:visitDuration\tym:s:startURL\tym:s:UTMSource
      9223372036854775807\t16e17\t2026-03-02 10:00:00\t600\thttps://a.example/?yclid=1\tyandex
      9223372036854775806\t16e17\t2026-03-02 12:00:00\t0\t"https://a.example/\t
      """
    let log = try await TableText.read(text, TableReader(timeZone: LogTimeZone("+03:00")))
    #expect(
      log.pageViews.times.map(\.description) == ["2026-03-02T07:00:00Z", "2026-03-02T09:00:00Z"])
    #expect(log.sessionNames.text(1) == "9223372036854775806")
    #expect(log.visitorNames.count == 1)
    #expect(log.pageViews.heartbeats.map(\.time.description) == ["2026-03-02T07:10:00Z"])
    let touches = log.sessions(by: Sessionizer()).touches()
    #expect(touches.map(\.source) == ["yandex", nil])
    #expect(touches.first?.clickID?.value == "1")
    #expect(try await TableText.failure(text)?.contains("a time zone is needed") == true)
  }

  @Test("The column that is called UTC is three hours ahead of it")
  func visitsUTC() async throws {
    let log = try await TableText.read(
      "ym:s:dateTimeUTC\tym:s:visitID\tym:s:clientID\tym:s:dateTime\n"
        + "2026-03-02 10:00:00\t1\t2\t2026-03-02 15:00:00\n")
    #expect(log.pageViews.times.map(\.description) == ["2026-03-02T07:00:00Z"])
  }

  @Test("Hits: page views, and signs of life between them")
  func hits() async throws {
    let log = try await TableText.read(
      "ym:pv:watchID\tym:pv:dateTime\tym:pv:clientID\tym:pv:isPageView\tym:pv:URL\n"
        + "1\t2026-03-02 10:00:00\t7\t1\t/\n2\t2026-03-02 10:05:00\t7\t0\t/\n",
      TableReader(timeZone: .utc))
    #expect(log.pageViews.count == 1)
    #expect(log.pageViews.heartbeats.count == 1)
  }
}
