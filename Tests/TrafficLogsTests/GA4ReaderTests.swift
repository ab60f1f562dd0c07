import LogFiles
import NumberPoolTestSupport
import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Reading GA4's export")
struct GA4ReaderTests {
  private let start: Int64 = 1_772_445_600_000_000

  /// An event so many seconds after the start, written as BigQuery writes it.
  private func event(
    _ second: Int, _ name: String = "page_view", visitor: String? = "11.22", session: String? = "7",
    page: String = "https://www.shop.example/chairs?page=2", referrer: String = "",
    extra: String = ""
  ) -> String {
    var parameters = [
      #"{"key":"page_location","value":{"string_value":"\#(page)"}}"#,
      #"{"key":"page_referrer","value":{"string_value":"\#(referrer)"}}"#,
    ]
    if let session {
      parameters.append(#"{"key":"ga_session_id","value":{"int_value":"\#(session)"}}"#)
    }
    let pseudo = visitor.map { #""user_pseudo_id":"\#($0)","# } ?? ""
    return #"{"event_date":"20260302","event_timestamp":"\#(start + Int64(second) * 1_000_000)","#
      + #""event_name":"\#(name)","event_params":[\#(parameters.joined(separator: ","))],\#(pseudo)"#
      + #""device":{"category":"mobile"}\#(extra)}"#
  }

  private func read(
    _ lines: [String], _ reader: GA4Reader = GA4Reader(), end: String = "\n"
  ) async throws -> TrafficLog {
    try await TemporaryFile.with(Array(lines.map { $0 + end }.joined().utf8)) {
      try reader.read([.file($0.path)])
    }
  }

  @Test("Page views, signs of life and what is left out add up to the lines")
  func counts() async throws {
    let log = try await read([
      event(0), event(10, "scroll"), event(20), event(5, visitor: nil), "{\"event_name\":",
      "nonsense",
      event(30, visitor: "33.44", session: "7"),
    ])
    #expect(log.summary.lines == 7)
    #expect(log.summary.unreadable == 2)
    #expect(log.summary.problems.map(\.line) == [5, 6])
    #expect(log.summary.problems[0].reason == "it ends too early, at byte 15")
    #expect(log.summary.leftOut == [.noVisitor: 1, .notPageView: 1])
    #expect(log.summary.outOfOrder == 1)
    #expect(log.summary.visitorBasis == .identifier)
    #expect(log.summary.offsets.map(\.lines) == [5])
    #expect(log.pageViews.count == 3)
    #expect(log.pageViews.heartbeats.count == 1)
    #expect(log.summary.span?.lowerBound == Timestamp(milliseconds: start / 1000))
    #expect(log.summary.span?.upperBound == Timestamp(milliseconds: start / 1000 + 30_000))
  }

  @Test("A session is visitor and session id together")
  func sessions() async throws {
    let log = try await read([
      event(0), event(7200), event(7201, session: "8"), event(7202, visitor: "33.44", session: "7"),
    ])
    let traffic = Sessionizer().traffic(from: log.pageViews)
    #expect(traffic.sessions.map(\.pageViews) == [2, 1, 1])
    #expect(traffic.visitorCount == 2)
    #expect((0..<3).map(log.sessionNames.text) == ["11.22.7", "11.22.8", "33.44.7"])
    #expect((0..<2).map(log.visitorNames.text) == ["11.22", "33.44"])
  }

  @Test("Numbers are taken as numbers and as strings, and escapes undone")
  func spellings() async throws {
    let line =
      #"{"event_params":[{"value":{"int_value":7,"string_value":null},"key":"ga_session_id"}],"#
      + #""user_pseudo_id":"11.2\u0032","event_timestamp":1772445600000999,"#
      + #""event_name":"page\u005fview"}"#
    let log = try await read([event(0), line])
    #expect(log.pageViews.count == 2)
    #expect(log.pageViews.times[0] == log.pageViews.times[1])
    #expect(log.visitorNames.count == 1)
    #expect(log.sessionNames.count == 1)
  }

  @Test("Without any session id sessions are derived; without some, each visitor has one more")
  func missingSessions() async throws {
    let none = try await read([event(0, session: nil), event(10, "scroll", session: "7")])
    #expect(none.pageViews.sessions.isEmpty)
    #expect(none.pageViews.heartbeats.map(\.session) == [nil])
    let some = try await read([
      event(0, session: nil), event(10), event(20, session: nil),
      event(30, "scroll", session: nil), event(40, visitor: "33.44", session: nil),
    ])
    let named = some.pageViews.sessions.map { some.sessionNames.text(Int($0.index)) }
    #expect(named == ["11.22.", "11.22.7", "11.22.", "33.44."])
    #expect(some.pageViews.heartbeats.map(\.session) == [some.pageViews.sessions[0]])
  }

  @Test("How a session arrived is told by the event's own source, never the user's first")
  func touches() async throws {
    let first = #","traffic_source":{"source":"first","medium":"cpc","name":"old"}"#
    let tagged =
      #","collected_traffic_source":{"manual_source":"news","manual_medium":"email","#
      + #""manual_campaign_name":"spring","gclid":null}"#
    let click = #","collected_traffic_source":{"gclid":"abc"}"#
    let found = #","collected_traffic_source":{"manual_source":"bing","manual_medium":"organic"}"#
    let log = try await read([
      event(0, referrer: "https://www.google.com/", extra: first), event(10, extra: tagged),
      event(20, extra: click), event(30, extra: tagged + first), event(40, extra: found),
    ])
    #expect(log.origins.touchNumbers == [-1, 0, 1, 0, 2])
    let touches = log.origins.touches.map(\.touch)
    #expect(touches.map(\.sourceAndMedium) == ["news / email", "google / cpc", "bing / organic"])
    #expect(touches.map(\.isTagged) == [true, true, false])
    #expect(touches[0].campaign == "spring")
    #expect(touches[1].clickID == Touch.ClickID(parameter: "gclid", value: "abc"))
    #expect(log.origins.requestNumbers == [0, 1, 1, 1, 1])
    #expect(log.origins.requests.text(0) == "/chairs?page=2\nhttps://www.google.com/")
    #expect(log.origins.siteNames == ["shop.example"])
    let bare = try await read([event(0, extra: tagged)], GA4Reader(keepsTouches: false))
    #expect(bare.origins.touchNumbers.isEmpty && bare.origins.requestNumbers.isEmpty)
  }

  @Test("Tags in the address are enough where the event names no source")
  func addressTags() async throws {
    let page = "https://www.shop.example/?utm_source=maps&utm_medium=cpc&gclid=x1"
    let log = try await read([event(0, page: page), event(10)])
    #expect(log.origins.touchNumbers.isEmpty)
    #expect(log.summary.clickIDs == 1)
    #expect(log.sessions(by: Sessionizer()).touches().map(\.sourceAndMedium) == ["maps / cpc"])
  }

  @Test("Pools by file and by the site of the page, as of web logs")
  func groups() throws {
    let files = [
      [
        event(-1, "scroll", page: ""), event(0), event(60, page: "https://Shop.example:8443/"),
        event(70, "scroll"),
      ],
      [event(7200, session: "8", page: "https://blog.example/"), event(7210, session: nil)],
    ].enumerated().map { number, lines in
      LogInput.bytes(name: "day\(number)", Array(lines.joined(separator: "\n").utf8))
    }
    func read(_ grouping: WebLogReader.Grouping) throws -> TrafficLog {
      try TrafficReader(webLogs: WebLogReader(grouping: grouping)).read(files)
    }
    let one = try read(.none)
    #expect(one.groups.isEmpty && one.pageViews.groups.isEmpty)
    let byFile = try read(.file)
    #expect(byFile.groups == ["day0", "day1"])
    #expect(byFile.pageViews.groups == [0, 0, 1, 1])
    #expect(byFile.visitorNames.count == 1)
    let sessions = byFile.sessions(by: Sessionizer())
    let traffic = sessions.traffic
    #expect(traffic.pageViewGroups == [0, 0, 1, 1])
    #expect((0..<3).map(byFile.sessionNames.text) == ["11.22.7", "11.22.8", "11.22."])
    #expect(traffic.heartbeats.count == 1)
    let byHost = try read(.host)
    #expect(byHost.groups == ["shop.example", "blog.example"])
    var calls = CallLog()
    calls.rows = [CallLog.Row(time: one.pageViews.times[3], truth: .visitor("11.22"))]
    #expect(calls.linked(to: sessions).calls.map(\.session) == [SessionID(2)])
  }

  @Test("An array with an object a line reads like lines; any other is counted as unreadable")
  func array() async throws {
    let events = [event(0), event(10), event(20, session: "8")]
    let rows = events.joined(separator: ",\n")
    for text in ["[\n\(rows)\n]\n", "[\(rows)]", "\u{FEFF}[ \(rows) ] \n\n"] {
      let log = try await read([text], end: "")
      #expect(log.pageViews.count == 3)
      #expect(log.summary.lines == 3)
      #expect(log.summary.unreadable == 0)
    }
    let pretty = try await read(["[\n  {\n    \"event_name\": \"page_view\"\n  }\n]\n"], end: "")
    #expect(pretty.summary.unreadable == pretty.summary.lines)
  }

  @Test("Times out of reach are unreadable, not a trap")
  func extremes() async throws {
    let log = try await read(
      ["9223372036854775807", "-9223372036854775808", "\"x\"", "1e15", "null", "-1"].map {
        #"{"event_timestamp":\#($0),"event_name":"page_view","user_pseudo_id":"1.2"}"#
      })
    #expect(log.summary.unreadable == 5)
    #expect(log.pageViews.times == [Timestamp(milliseconds: -1)])
  }

  @Test("Lines cut and mutated are counted once each", arguments: UInt64(0)..<10)
  func hostile(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let lines = (0..<200).map { second in
      var bytes = Array(event(second).utf8)
      for _ in 0..<random.next(below: 3) {
        let place = random.next(below: bytes.count)
        if random.next(below: 2) == 0 {
          bytes.removeSubrange(place...)
          bytes.append(UInt8(ascii: "}"))
        } else {
          bytes[place] = UInt8(32 + random.next(below: 90))
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    let log = try await read(lines)
    let summary = log.summary
    #expect(
      summary.lines
        == log.pageViews.count + summary.linesLeftOut
        + summary.unreadable)
    _ = Sessionizer().traffic(from: log.pageViews)
  }
}
