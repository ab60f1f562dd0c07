import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Formats told by content")
struct FormatDetectorTests {
  private func format(
    _ text: String, _ kind: FileFormat.Kind = .traffic, columns: [String: String] = [:]
  ) -> FileFormat? {
    FormatDetector(kind: kind, columns: columns).format(of: Array(text.utf8).span)
  }

  private static let line =
    #"192.0.2.1 - - [02/Mar/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1 "-" "Firefox/1""#

  @Test(
    "Traffic",
    arguments: [
      (line, FileFormat.webLog), ("nonsense\n" + line, .webLog),
      ("at,visitor_id\n1,a\n", .pageViews), ("\u{FEFF}AT;Session ID\r\n", .pageViews),
      ("start,session_id\n", .sessions), ("ym:s:visitID\tym:s:dateTime\n", .metricaVisits),
      ("ym:pv:watchID\tym:pv:dateTime\n", .metricaHits), ("minute,visits\n", .counts),
      ("# a remark\n\ndateHour,sessions\n", .counts), ("Время визита;Визиты\n", .counts),
      (#"{"event_date":"20260302","event_timestamp":"1772446530000000"}"#, .ga4),
      ("at,visitor_id,dialled\n", .calls), ("a,b\n", .pageViews),
    ])
  func traffic(text: String, expected: FileFormat) {
    #expect(format(text) == expected)
  }

  @Test(
    "Calls",
    arguments: [
      ("at,session_id\n", FileFormat.calls), ("Sid,From,To,StartTime\n", .twilio),
      ("From,Start Time,End Time,Duration,Status\n", .twilio),
      ("Start Time,Tracking Number\n", .callrail),
      (#"{"records":[{"callId":1}]}"#, .calltouch), (#"[{"callId":1}]"#, .calltouch),
    ])
  func calls(text: String, expected: FileFormat) {
    #expect(format(text, .calls) == expected)
  }

  @Test("What tells nothing", arguments: ["", "\n\n", "hello", "{}", "1,2,3\n", "Ann,+15550100\n"])
  func nothing(text: String) {
    #expect(format(text) == nil)
  }

  @Test("Names of the file's own count")
  func mapping() {
    #expect(format("call_start,caller_id\n", .calls, columns: ["at": "call_start"]) == .calls)
    #expect(format("t,start,who\n", columns: ["at": "t", "visitor_id": "who"]) == .pageViews)
  }
}
