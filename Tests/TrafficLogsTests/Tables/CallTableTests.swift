import LogFiles
import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Tables of calls")
struct CallTableTests {
  @Test("This package's own columns; the session comes before the visitor")
  func calls() async throws {
    let log = try await TableText.readCalls(
      """
      at,call_id,caller,dialled,duration_s,answered,session_id,visitor_id,ip,user_agent
      60,c1,+15550100,+15550199,61.5,1,s,v,192.0.2.1,x
      120,c2,,,,0,,v,192.0.2.1,x
      180,c3,,,,,,,192.0.2.1,x
      240,c4,,,,,,,,
      never,c5,,,,,,,,
      """)
    #expect(
      log.rows.map(\.truth) == [
        .session("s", visitor: "v"), .visitor("v"), .client(address: "192.0.2.1", agent: "x"),
        .unknown,
      ])
    #expect(
      log.rows.first
        == CallLog.Row(
          id: "c1", time: .seconds(60), truth: .session("s", visitor: "v"), caller: "+15550100",
          dialled: "+15550199", duration: .milliseconds(61_500), isAnswered: true))
    #expect(log.summary.unreadable == 1)
    #expect(log.summary.lines == 5)
  }

  @Test("Asterisk's records, in both orders", arguments: [false, true])
  func asterisk(isCustom: Bool) async throws {
    let clid = #""""Ann"" <5550100>""#
    let common = "5550100,5550199,from-trunk"
    let times = "2026-03-02 10:00:00,,2026-03-02 10:00:30,30,0,NO ANSWER,DOCUMENTATION"
    let row =
      isCustom
      ? "\(clid),\(common),SIP/1,SIP/2,Dial,x,\(times),acc,17.1,user"
      : "acc,\(common),\(clid),SIP/1,SIP/2,Dial,x,\(times),17.1,user"
    let log = try await TableText.readCalls(
      row + "\n", TableReader(timeZone: LogTimeZone("+03:00")))
    #expect(
      log.rows == [
        CallLog.Row(
          id: "17.1", time: Timestamp(year: 2026, month: 3, day: 2, second: 7 * 3600),
          caller: "5550100", dialled: "5550199", duration: .seconds(30), isAnswered: false)
      ])
    await #expect(throws: TableError.self) { try await TableText.readCalls(row + "\n") }
    await #expect(throws: TableError.unknownColumn("at", .asterisk, known: [])) {
      try await TableText.readCalls(row + "\n", TableReader(columns: ["at": "x"]))
    }
  }

  @Test("Twilio's calls, without legs and calls made")
  func twilio() async throws {
    let log = try await TableText.readCalls(
      """
      Sid,ParentCallSid,From,To,Status,StartTime,Duration,Direction
      CA1,,+15550100,+15550199,completed,"Mon, 02 Mar 2026 10:00:00 +0000",12,inbound
      CA2,CA1,+15550100,+15550177,completed,"Mon, 02 Mar 2026 10:00:01 +0000",11,outbound-dial
      CA3,,+15550199,+15550100,no-answer,"Mon, 02 Mar 2026 11:00:00 +0000",,outbound-api
      """)
    #expect(log.rows.map(\.id) == ["CA1"])
    #expect(log.rows.first?.duration == .seconds(12))
    #expect(log.summary.leftOut == [.notIncomingCall: 2])
  }

  @Test(
    "CallRail's calls, by the names of its API and looser ones",
    arguments: [
      "id,start_time,customer_phone_number,tracking_phone_number,duration,answered,direction",
      "ID,Start Time,Customer Phone Number,Tracking Number,Duration (seconds),Answered,Direction",
    ])
  func callRail(header: String) async throws {
    let log = try await TableText.readCalls(
      header + "\nCAL1,2026-03-02T10:00:00.000-05:00,+15550100,+15550199,12,true,inbound\n")
    #expect(
      log.rows == [
        CallLog.Row(
          id: "CAL1", time: Timestamp(year: 2026, month: 3, day: 2, second: 15 * 3600),
          caller: "+15550100", dialled: "+15550199", duration: .seconds(12), isAnswered: true)
      ])
  }
}
