import NumberPools
import Testing

@Suite("Moments and lengths of time")
struct TimeTests {
  @Test(
    "Moments as ISO 8601",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (1_438_774_087_000, "2015-08-05T11:28:07Z"),
      (-1000, "1969-12-31T23:59:59Z"), (4_102_444_800_001, "2100-01-01T00:00:00.001Z"),
      (951_782_400_000, "2000-02-29T00:00:00Z"),
    ] as [(Int64, String)])
  func description(milliseconds: Int64, text: String) {
    #expect(Timestamp(milliseconds: milliseconds).description == text)
  }

  @Test("Dates there and back", arguments: UInt64(0)..<50)
  func civilDates(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let day = generator.next(below: 200_000) - 100_000
    let time = Timestamp(milliseconds: Int64(day) * 86_400_000 + 12_345_000)
    let date = time.civilDate
    #expect(
      Timestamp(year: date.year, month: date.month, day: date.day, second: 12_345) == time)
    #expect(time.day == day)
    #expect(date.day <= Timestamp.days(inMonth: date.month, of: date.year))
  }

  @Test(
    "Lengths as they are written",
    arguments: [
      ("30m", 1_800_000), ("2.5 min", 150_000), ("90s", 90_000), ("1h", 3_600_000),
      ("1h30m", 5_400_000), ("1h 30 min", 5_400_000), ("1d12h", 129_600_000), ("1m0.5s", 60_500),
      ("1d2h3m4s5ms", 93_784_005), ("0h0m", 0),
      ("2d", 172_800_000), ("250ms", 250), ("0", 0), ("0.001s", 1), ("1.25h", 4_500_000),
      ("100000000d", 8_640_000_000_000_000), ("8640000000000000ms", 8_640_000_000_000_000),
    ] as [(String, Int64)])
  func parsing(text: String, milliseconds: Int64) {
    #expect(Interval(text)?.milliseconds == milliseconds)
  }

  @Test(
    "What isn't a length of time",
    arguments: [
      "", "30", "m", "-1m", "1.m", ".5m", "1.2345s", "1x", "1m2", "0.5ms", "1e3s", "100000001d",
      "30m1h", "1h30", "1h1h", "1.5h30m", "0h5", "1h0", "0ms1", "99999999d24h1ms",
    ])
  func notALength(text: String) {
    #expect(Interval(text) == nil)
  }

  @Test("Lengths for people and for options")
  func lengthText() {
    #expect(Interval.minutes(30).description == "30 min")
    #expect(Interval.seconds(150).description == "2.5 min")
    #expect(Interval.days(1).description == "1 d")
    #expect(Interval.zero.description == "0 min")
    #expect(Interval.seconds(150).shorthand == "150s")
    #expect(Interval.minutes(90).shorthand == "90m")
  }
}
