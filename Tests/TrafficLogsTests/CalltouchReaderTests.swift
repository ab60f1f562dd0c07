import Foundation
import LogFiles
import NumberPoolTestSupport
import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Reading Calltouch's journal of calls")
struct CalltouchReaderTests {
  private func read(_ text: String, zone: String? = "Europe/Moscow") async throws -> CallLog {
    let reader = CalltouchReader(timeZone: zone.flatMap { LogTimeZone($0) })
    return try await TemporaryFile.with(Array(text.utf8), name: "calls.json") {
      try reader.read([.file($0.path)])
    }
  }

  private let first =
    #"{"date":"02/03/2026 13:00:00","callId":9007199254740993,"#
    + #""callerNumber":"79160000001","phoneNumber":"74950000002","duration":65,"#
    + #""callTags":[{"names":["a"]}],"sessionId":18446744073709551615}"#
  private let second =
    #"{"timestamp":1772445660,"date":"01/01/1999 00:00:00","callId":"b","#
    + #""callerNumber":null,"duration":"12","sessionId":0,"clientId":"11.22","ctClientId":3}"#
  private let third = #"{"timestamp":"1772445600","ctClientId":44}"#

  private func check(_ log: CallLog) {
    #expect(log.summary.lines == 3)
    #expect(log.summary.unreadable == 0)
    #expect(log.summary.outOfOrder == 1)
    #expect(
      log.rows == [
        CallLog.Row(
          id: "9007199254740993", time: .seconds(1_772_445_600),
          truth: .session("18446744073709551615"), caller: "79160000001", dialled: "74950000002",
          duration: .seconds(65)),
        CallLog.Row(
          id: "b", time: .seconds(1_772_445_660), truth: .visitor("11.22"), duration: .seconds(12)),
        CallLog.Row(time: .seconds(1_772_445_600), truth: .visitor("44")),
      ])
  }

  @Test("The API's answer, an array and lines hold the same calls")
  func shapes() async throws {
    let rows = [first, second, third]
    let array = "[\n  " + rows.joined(separator: ",\n  ") + "\n]"
    check(try await read(rows.joined(separator: "\n")))
    check(try await read(array))
    check(try await read(#"{"recordsTotal":3,"records":\#(array),"page":1}"#))
    check(try await read(rows.map { #"{"records":[\#($0)]}"# }.joined(separator: "\n")))
  }

  @Test("A date needs a time zone, and a call needs a time")
  func times() async throws {
    let log = try await read([first, #"{"callId":1}"#, third].joined(separator: "\n"), zone: nil)
    #expect(log.rows.count == 1)
    #expect(log.summary.unreadable == 2)
    #expect(
      log.summary.problems.map(\.reason) == [
        "its date has no time zone", "it has neither a timestamp nor a date",
      ])
    #expect(log.summary.problems.map(\.line) == [1, 2])
  }

  @Test(
    "Dates on the clock of the account",
    arguments: [
      ("02/03/2026 12:00:00", "2026-03-02T11:00:00Z", 0),
      ("02/07/2026 12:00:00", "2026-07-02T10:00:00Z", 0),
      // Clocks skip 02:30 on the first of these days and show it twice on the second.
      ("29/03/2026 02:30:00", "2026-03-29T01:30:00Z", 1),
      ("25/10/2026 02:30:00", "2026-10-25T00:30:00Z", 1),
      ("25/10/2026 03:00:00", "2026-10-25T02:00:00Z", 0),
      ("29/03/2026 03:00:00", "2026-03-29T01:00:00Z", 0),
    ])
  func zones(written: String, moment: String, ambiguous: Int) async throws {
    let log = try await read(#"{"date":"\#(written)"}"#, zone: "Europe/Paris")
    #expect(log.rows.map(\.time.description) == [moment])
    #expect(log.summary.ambiguousTimes == ambiguous)
  }

  @Test(
    "What isn't a date",
    arguments: [
      "", "2026-03-02 12:00:00", "31/02/2026 12:00:00", "1/1/2026", "02/03/2026 24:00:00",
      "99999999999/1/2026 1:1:1",
    ])
  func badDates(text: String) {
    #expect(CalltouchBuilder.wallClock(text) == nil)
  }

  @Test("A broken line costs that line")
  func brokenLine() async throws {
    let lines = try await read([first, #"{"timestamp":1"#, "7", third, ""].joined(separator: "\n"))
    #expect(lines.rows.count == 2)
    #expect(lines.summary.unreadable == 2)
    #expect(lines.summary.lines == 4)
  }

  @Test("A broken array is refused, as nothing tells how much of it is lost")
  func brokenArray() throws {
    let array = LogInput.bytes(
      name: "journal", Array("[\(first),\n{\"timestamp\":},\n\(third)]".utf8))
    #expect(throws: InputError.broken("journal", line: 2, reason: "a value is missing in it")) {
      try CalltouchReader(timeZone: .utc).read([array])
    }
  }

  @Test("Any damage is counted or refused, never a trap", arguments: UInt64(0)..<20)
  func hostile(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var bytes = Array("[\(first),\n\(second),\n\(third)]\n\(first)\n".utf8)
    for _ in 0..<(1 + random.next(below: 4)) {
      bytes[random.next(below: bytes.count)] = UInt8(truncatingIfNeeded: random.next())
    }
    bytes.removeLast(random.next(below: 100))
    do {
      let log = try CalltouchReader(timeZone: .utc).read([.bytes(name: "journal", bytes)])
      #expect(log.summary.lines == log.rows.count + log.summary.unreadable)
    } catch InputError.broken(let name, _, _) {
      #expect(name == "journal")
    }
  }
}
