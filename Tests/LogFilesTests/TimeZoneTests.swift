import Foundation
import NumberPoolTestSupport
import NumberPools
import Testing

@testable import LogFiles
@testable import TrafficLogs

@Suite("Time zones by name")
struct TimeZoneTests {
  /// Places whose clocks have been set in every way that there is: never, for summers, for good,
  /// for a month of fasting, by half an hour, across a day, and by rules of the southern half.
  private static let names = [
    "Europe/Paris", "Europe/Moscow", "Africa/Casablanca", "Australia/Lord_Howe", "Asia/Kolkata",
    "America/New_York", "America/Sao_Paulo", "Pacific/Apia", "Asia/Tehran", "Africa/Cairo",
    "Antarctica/Troll", "America/Caracas",
  ]

  @Test("The table of a place says what the system says of any moment", arguments: names)
  func moments(name: String) throws {
    let zone = try #require(TimeZone(identifier: name))
    let table = try #require(LogTimeZone(name))
    var random = SplitMix64(seed: 1)
    // From 1900 to 2900, and often in the years that logs are of.
    for number in 0..<20_000 {
      let years = number % 2 == 0 ? 1000 : 130
      let time = -2_208_988_800 + Int64(random.next(below: years * 31_556_952))
      let expected = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time)))
      #expect(table.offset(at: time) == expected, "\(name) at \(time)")
    }
  }

  @Test("Clocks are set at the very second, and twice in a year of summer time")
  func seconds() throws {
    let paris = try #require(LogTimeZone("Europe/Paris"))
    // 29 March 2026, 1 o'clock UTC, and 25 October.
    for (time, offset) in [(1_774_746_000, 7200), (1_792_890_000, 3600)] as [(Int64, Int)] {
      #expect(paris.offset(at: time) == offset)
      #expect(paris.offset(at: time - 1) == 10_800 - offset)
    }
  }

  @Test("An offset needs no system, and a name without a place is none")
  func spellings() {
    #expect(LogTimeZone("+03:00") == LogTimeZone(secondsFromUTC: 10_800))
    #expect(LogTimeZone("Z") == .utc)
    #expect(LogTimeZone("Nowhere/Else") == nil)
    #expect(LogTimeZone("EST") == nil)
  }

}
