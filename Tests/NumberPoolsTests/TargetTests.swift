import NumberPools
import Testing

@Suite("Targets")
struct TargetTests {
  @Test(
    "Reads what it writes",
    arguments: [
      "coverage >= 99%", "coverage >= 99.5%, wrong <= 0.00001%", "credit@15m >= 95%",
      "bad <= 0%, unknown <= 100%", "credit@150s >= 1.25%", "correct >= 7%",
    ])
  func roundTrip(text: String) throws {
    #expect(try Target(text).description == text)
  }

  @Test("Spaces don't matter, and lengths of time may be written otherwise")
  func spellings() throws {
    #expect(try Target("coverage>=99%") == Target(" coverage >= 99.0 % "))
    #expect(try Target("credit@60s>=1%") == Target("credit@1m >= 1%"))
  }

  @Test(
    "Refuses what isn't a target",
    arguments: [
      "", "coverage", "coverage >= 99", "coverage > 99%", "coverage = 99%", "coverage >= %",
      "coverage >= 101%", "coverage >= -1%", "coverage >= 9.123456%", "coverage >= 99%,",
      "speed >= 1%", "credit@ >= 1%", "credit@15 >= 1%", "coverage >= 1e1%",
    ])
  func refuses(text: String) {
    #expect(throws: Target.ParsingError.self) { try Target(text) }
  }

  @Test("Exactly the bound is enough")
  func bounds() throws {
    let atLeast = try #require(try Target("coverage >= 99%").conditions.first)
    #expect(atLeast.holds(count: 99, of: 100))
    #expect(!atLeast.holds(count: 98_999_999, of: 100_000_000))
    let atMost = try #require(try Target("wrong <= 1%").conditions.first)
    #expect(atMost.holds(count: 1, of: 100))
    #expect(!atMost.holds(count: 2, of: 100))
  }
}
