import NumberPoolTestSupport
import NumberPools
import Testing

@Suite("Clocks of a place")
struct ZoneOffsetsTests {
  private let clock = SmallBusiness.berlin

  @Test("Times that come once, twice and never")
  func occurrences() {
    let spring = { LocalTime(year: 2026, month: 3, day: 29, second: $0) }
    let autumn = { LocalTime(year: 2026, month: 10, day: 25, second: $0) }
    let change = Timestamp(year: 2026, month: 3, day: 29, second: 3600)
    let back = Timestamp(year: 2026, month: 10, day: 25, second: 3600)
    #expect(clock.occurrence(of: spring(7199)) == .once(change - .seconds(1)))
    #expect(clock.occurrence(of: spring(7200)) == .never(skippedAt: change))
    #expect(clock.occurrence(of: spring(10_799)) == .never(skippedAt: change))
    #expect(clock.occurrence(of: spring(10_800)) == .once(change))
    #expect(clock.occurrence(of: autumn(7199)) == .once(back - .seconds(3601)))
    #expect(clock.occurrence(of: autumn(7200)) == .twice(first: back - .seconds(3600)))
    #expect(clock.occurrence(of: autumn(10_799)) == .twice(first: back - .seconds(1)))
    #expect(clock.occurrence(of: autumn(10_800)) == .once(back + .seconds(3600)))
  }

  @Test("What a clock shows is when it shows it", arguments: UInt64(1)...20)
  func roundTrip(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var changes: [ZoneOffsets.Change] = []
    var time = Timestamp(milliseconds: 0)
    for _ in 0..<6 {
      time = time + .hours(Int64(60 + random.next(below: 4000)))
      changes.append(.init(at: time, to: .minutes(Int64(random.next(below: 1500)) - 720)))
    }
    let clock = ZoneOffsets(.minutes(345), changes: changes)
    for _ in 0..<2000 {
      let moment = Timestamp(milliseconds: Int64(random.next(below: 90_000_000_000)))
      switch clock.occurrence(of: clock.localTime(at: moment)) {
      case .once(let found): #expect(found == moment)
      case .twice(let first):
        #expect(first <= moment)
        #expect(clock.localTime(at: first) == clock.localTime(at: moment))
      case .never: Issue.record("A clock shows it")
      }
      let shown = LocalTime(milliseconds: Int64(random.next(below: 90_000_000_000)))
      if case .never(let skipped) = clock.occurrence(of: shown) {
        #expect(clock.localTime(at: skipped) > shown)
        #expect(clock.localTime(at: skipped - .milliseconds(1)) < shown)
      } else {
        #expect(clock.localTime(at: clock.occurrence(of: shown).moment) == shown)
      }
    }
  }

  @Test("Dates and times of day, as they are written")
  func texts() {
    #expect(LocalTime("2026-03-02")?.description == "2026-03-02")
    #expect(LocalTime("2026-03-02T20:15")?.description == "2026-03-02 20:15")
    #expect(LocalTime("2026-03-02 20:15:30")?.description == "2026-03-02 20:15:30")
    #expect(LocalTime("2026-03-02")?.weekday == 0)
    let wrong = [
      "", "2026-3-2", "2026-02-30", "2026-13-01", "2026-03-02 24:00", "2026-03-02 1:00",
      "2026-03-02x", "2026-03-02 20:15:60", "02.03.2026", "2026-03-02 20:15Z",
    ]
    for text in wrong { #expect(LocalTime(text) == nil, "\(text)") }
  }
}
