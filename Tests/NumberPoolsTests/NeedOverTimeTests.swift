import NumberPoolTestSupport
import NumberPools
import Testing

@Suite("What each stretch of the time needed")
struct NeedOverTimeTests {
  private static let day = Interval.days(1)

  private static func traffic(_ times: [Timestamp]) -> Traffic {
    var log = PageViewLog()
    for (index, time) in times.enumerated() {
      log.append(visitor: VisitorID(Int32(index)), at: time)
    }
    return Sessionizer().traffic(from: log)
  }

  private static func stretches(of times: [Timestamp], clock: Interval = .zero) -> TimeStretches {
    let traffic = traffic(times)
    return TrafficProfile(of: traffic, dayOffset: clock).stretches(of: traffic)
  }

  private static func at(_ day: Int, _ hour: Int = 12) -> Timestamp {
    .seconds(Int64(day * 86_400 + hour * 3600))
  }

  @Test("Under two weeks they are days, up to half a year weeks, and then four weeks each")
  func units() {
    #expect(Self.stretches(of: (0..<13).map { Self.at($0) }).unit == .day)
    #expect(Self.stretches(of: (0..<13).map { Self.at($0) }).all.count == 13)
    #expect(Self.stretches(of: (0..<14).map { Self.at($0) }).unit == .week)
    #expect(Self.stretches(of: (0..<15).map { Self.at($0) }).all.count == 3)
    #expect(Self.stretches(of: (0..<183).map { Self.at($0) }).unit == .fourWeeks)
  }

  @Test("Days begin at midnight of the log's clock")
  func clock() {
    let all = Self.stretches(of: [Self.at(0, 22), Self.at(1, 20)], clock: .hours(3)).all
    #expect(all.map(\.from) == [Self.at(0, 21)])
    #expect(all.map(\.until) == [Self.at(1, 21)])
  }

  @Test("After a gap of more than a day they begin anew, and the gap isn't covered")
  func gaps() {
    let times = [Self.at(0), Self.at(1), Self.at(9, 6), Self.at(10, 5)]
    #expect(Self.stretches(of: times).all.map(\.from) == [0, 1, 9, 10].map { Self.at($0, 0) })
    let profile = TrafficProfile(of: Self.traffic(times))
    #expect(profile.covered == .hours(24 + 23))
  }

  @Test("Silences of a few among others aren't gaps")
  func among() {
    let all = Self.traffic((0..<10).map { Self.at($0) })
    let few = Self.traffic([Self.at(0), Self.at(9)])
    let profile = TrafficProfile(of: few, among: all)
    #expect(profile.gaps.isEmpty)
    #expect(profile.covered == .days(9))
  }

  @Test("Every session is in one stretch, which is studied as a log of its own", arguments: 0..<20)
  func everySession(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    guard let random = RandomQuestion(&generator) else { return }
    let traffic = random.dataset.traffic
    guard let first = traffic.first, let last = traffic.last else { return }
    let middle = Timestamp(milliseconds: (first.milliseconds + last.milliseconds) / 2)
    var question = random.question
    question.stretches = TimeStretches(
      unit: .day,
      all: [
        TimeStretch(from: first, until: middle),
        TimeStretch(from: middle, until: last + .milliseconds(1)),
      ])
    let study = SizeStudy(question, of: random.dataset)
    #expect(study.need.stretches.reduce(0) { $0 + $1.sessions } == traffic.sessions.count)
    question.stretches = TimeStretches()
    for need in study.need.stretches {
      let own = SizeStudy(
        question, of: random.dataset.selecting { need.stretch.contains($1) })
      #expect(need.numbers == (try? own.minimum.get().numbers), "\(seed)")
      #expect(need.peak == own.curve.peak)
      if let numbers = try? study.minimum.get().numbers {
        #expect(need.coveredAtAnswer == own.curve.sessionsCovered(at: numbers))
      }
    }
  }

  @Test("One stretch serves the next, where both are whole and nothing is between them")
  func carried() {
    func need(_ day: Int, _ numbers: Int?, days: Int = 1) -> NeedOverTime.Need {
      NeedOverTime.Need(
        stretch: TimeStretch(from: Self.at(day, 0), until: Self.at(day + days, 0)), sessions: 1,
        peak: 9, numbers: numbers, coveredAtAnswer: 1)
    }
    let need = NeedOverTime(
      unit: .day,
      stretches: [need(0, 3), need(1, 5), need(2, 4), need(4, 9), need(5, nil), need(6, 1)])
    #expect(need.carried.pairs == 2)
    #expect(need.carried.met == 1)
    #expect(need.carried.mostShort == 2)
  }

  @Test("A way to save is the answer of a study that asks for it", arguments: 0..<20)
  func savings(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    guard let random = RandomQuestion(&generator) else { return }
    var dataset = random.dataset
    dataset.traffic = dataset.traffic.arriving(
      by: dataset.traffic.sessions.map { _ in
        var touch = Touch()
        if generator.next(below: 2) == 0 { touch.medium = "cpc" }
        return touch
      })
    var question = random.question
    question.rules.hold.reuseTimeout = .minutes(30)
    let study = SizeStudy(question, of: dataset)
    for saving in study.savings {
      var other = question
      var part = dataset
      switch saving.way {
      case .asAsked, .withoutBurst: continue
      case .shortTimeout: other.rules.hold.reuseTimeout = .minutes(5)
      case .onlyPaid, .onlyPaidShortTimeout:
        part = dataset.selecting { id, _ in dataset.traffic.touches[Int(id.index)].isPaid }
        if saving.way == .onlyPaidShortTimeout { other.rules.hold.reuseTimeout = .minutes(5) }
      }
      let own = SizeStudy(other, of: part)
      #expect(saving.numbers == (try? own.minimum.get().numbers), "\(seed) \(saving.way)")
      #expect(saving.eligible == part.traffic.sessions.count)
    }
  }

  @Test("How late callers call: the middle of the delays, and how many are so late at most")
  func delays() {
    let traffic = Self.traffic([Self.at(0), Self.at(1)])
    let calls = [5, 90, 10].map { Call(at: Self.at(0) + .minutes($0), session: SessionID(0)) }
    let delays = CallDelays(of: calls, in: traffic)
    #expect(delays.median == .minutes(10))
    #expect(delays.count(within: .minutes(10)) == 2)
    #expect(CallDelays(of: [], in: traffic).median == nil)
  }
}
