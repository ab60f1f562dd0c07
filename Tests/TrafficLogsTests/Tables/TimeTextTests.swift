import LogFiles
import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Times in tables")
struct TimeTextTests {
  private func read(
    _ texts: [String], zone: String? = nil, style: TimeText.Style = .standard
  ) throws -> [String] {
    var times = TimeText(zone: zone.flatMap { LogTimeZone($0) }, style: style)
    return try texts.map { text in
      let bytes = Array(text.utf8)
      return try times.time(bytes.span, 0..<bytes.count).description
    }
  }

  @Test(
    "Moments written in many ways",
    arguments: [
      "1772446530", "1772446530.0", "1772446530000", "1772446530000000", "2026-03-02T10:15:30Z",
      "2026-03-02 10:15:30Z", "2026-03-02T10:15:30+00:00", "2026-03-02T13:15:30.000+0300",
      "2026-03-02T05:15:30-05", "2026-03-02 10:15:30 UTC", "Mon, 02 Mar 2026 10:15:30 +0000",
      "2 Mar 2026 11:15:30 +0100", "Mon, 02 Mar 2026 10:15:30 GMT", "02.03.2026 10:15:30 +00:00",
    ])
  func moments(text: String) throws {
    #expect(try read([text]) == ["2026-03-02T10:15:30Z"])
  }

  @Test("The first number tells the unit of all")
  func unit() throws {
    #expect(
      try read(["1772446530.25", "0", "7.5"])
        == ["2026-03-02T10:15:30.250Z", "1970-01-01T00:00:00Z", "1970-01-01T00:00:07.500Z"])
    #expect(
      try read(["1772446530250", "7500"]) == [
        "2026-03-02T10:15:30.250Z", "1970-01-01T00:00:07.500Z",
      ])
    #expect(throws: TimeText.Problem.notTime) { try read(["1772446530", "1772446530000"]) }
  }

  @Test(
    "What is no time",
    arguments: [
      "", "x", "-5", "2026-02-30T10:00:00Z", "2026-13-01T10:00:00Z", "2026-03-02T24:00:00Z",
      "2026-03-02T10:60:00Z", "2026-03-02T10:00:00+0", "2026-03-02T10:00:00Zx", "2026-03-02",
      "02/03/2026 10:15", "1.7e9", "99999999999999999999", "2026-03-02T10:15:30.", "12:15",
      "2026-03-02T10:00:00+01:5",
    ])
  func noTime(text: String) {
    #expect(throws: TimeText.Problem.self) { try read([text], zone: "UTC") }
  }

  @Test("Without an offset a time zone is needed")
  func noZone() async throws {
    #expect(throws: TimeText.Problem.noZone) { try read(["2026-03-02 10:15:30"]) }
    #expect(try read(["2026-03-02 10:15:30"], zone: "+03:00") == ["2026-03-02T07:15:30Z"])
    #expect(try read(["2026-03-02 10:15"], zone: "Europe/Paris") == ["2026-03-02T09:15:00Z"])
    #expect(
      try await TableText.failure("visitor_id,at\na,2026-03-02 10:00\n")
        == "The time in line 2 of 'table.csv' has no offset from UTC, so a time zone is needed.")
  }

  @Test("Hours that the clocks showed twice or not at all")
  func summerTime() throws {
    var times = TimeText(zone: LogTimeZone("Europe/Paris"))
    func time(_ text: String) throws -> String {
      let bytes = Array(text.utf8)
      return try times.time(bytes.span, 0..<bytes.count).description
    }
    #expect(try time("2026-10-25 01:59:59") == "2026-10-24T23:59:59Z")
    #expect(times.ambiguous == 0)
    // 02:30 came at 00:30 and at 01:30 UTC.
    #expect(try time("2026-10-25 02:30:00") == "2026-10-25T00:30:00Z")
    #expect(times.ambiguous == 1)
    #expect(try time("2026-10-25 03:00:00") == "2026-10-25T02:00:00Z")
    #expect(try time("2026-03-29 01:59:59") == "2026-03-29T00:59:59Z")
    // At 02:00 the clocks showed 03:00.
    #expect(try time("2026-03-29 02:30:00") == "2026-03-29T01:30:00Z")
    #expect(times.ambiguous == 2)
    #expect(try time("2026-03-29 03:00:00") == "2026-03-29T01:00:00Z")
    #expect(times.ambiguous == 2)
  }

  @Test("Clocks west of Greenwich and half an hour's change")
  func otherZones() throws {
    #expect(
      try read(["2026-11-01 01:30:00", "2026-11-01 02:30:00"], zone: "America/New_York")
        == ["2026-11-01T05:30:00Z", "2026-11-01T07:30:00Z"])
    #expect(
      try read(["2026-04-05 01:29:00", "2026-04-05 01:45:00"], zone: "Australia/Lord_Howe")
        == ["2026-04-04T14:29:00Z", "2026-04-04T14:45:00Z"])
  }

  @Test("Stretches of time in tables of counts")
  func buckets() throws {
    #expect(
      try read(
        ["2026030210", "202603021015", "20260302", "2026-03-02"], zone: "UTC", style: .buckets)
        == [
          "2026-03-02T10:00:00Z", "2026-03-02T10:15:00Z", "2026-03-02T00:00:00Z",
          "2026-03-02T00:00:00Z",
        ])
    #expect(try read(["1772446530"], style: .buckets) == ["2026-03-02T10:15:30Z"])
  }

  @Test(
    "Names of clocks", arguments: ["Z", "UTC", "+3", "+03", "-0530", "Europe/Paris", "Nowhere/X"])
  func zones(text: String) {
    #expect((LogTimeZone(text) == nil) == ["+3", "Nowhere/X"].contains(text))
  }

  @Test("Offsets of more than 18 hours are none, and never UTC instead")
  func largeOffsets() throws {
    #expect(try read(["2026-03-02 10:15"], zone: "+18:00") == ["2026-03-01T16:15:00Z"])
    #expect(try read(["2026-03-02 10:15"], zone: "-1800") == ["2026-03-03T04:15:00Z"])
    for text in ["+18:01", "-18:30", "+19:00", "-99"] { #expect(LogTimeZone(text) == nil) }
  }
}
