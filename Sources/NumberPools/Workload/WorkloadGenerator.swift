/// Makes the traffic and the calls of a scenario, with the truth attached.
///
/// Every purpose and every channel has random numbers of its own, and so has every person: another
/// call model leaves all visits as they were, and another channel all others. What is made follows
/// from the scenario, its clocks and the number of the replication alone.
public struct WorkloadGenerator: Sendable {
  private let scenario: Scenario
  private let clock: ZoneOffsets
  private let key: StreamKey

  /// Why nothing can be made of a scenario.
  public struct Refusal: Error, Sendable {
    /// All that is wrong with it.
    public let problems: [Scenario.Problem]
  }

  /// Prepares to make what a scenario describes.
  ///
  /// - Parameters:
  ///   - scenario: The business.
  ///   - clock: The clocks of its zone, from 30 days before its period to its end.
  ///   - replication: Which of many such periods: each has random numbers of its own.
  /// - Throws: A ``Refusal`` of a scenario that has ``Scenario/problems(by:)``.
  public init(
    _ scenario: Scenario, clock: ZoneOffsets = .utc, replication: UInt64 = 0
  ) throws(Refusal) {
    let problems = scenario.problems(by: clock)
    guard problems.isEmpty else { throw Refusal(problems: problems) }
    self.scenario = scenario
    self.clock = clock
    key = StreamKey(seed: scenario.seed, replication: replication)
  }

  /// Makes sessions, page views and calls.
  ///
  /// - Complexity: O(n log n) at worst, and O(n) where moments are spread over the period, of page
  ///   views, those of the four weeks before the period included, and calls.
  public func workload() -> Workload {
    let period = scenario.period(by: clock)
    let firstDay = scenario.start + -.days(Int64(Scenario.daysBefore))
    let begin = clock.occurrence(of: firstDay).moment
    let hours = LocalHours(of: min(begin, period.lowerBound)..<period.upperBound, by: clock)
    let factors = DayFactors(of: scenario, over: hours, key: key)
    var made = VisitGenerator.Made()
    for (index, channel) in scenario.channels.enumerated() {
      let laws = ChannelLaws(channel, of: scenario)
      let ofChannel = key[.channel][channel.name]
      var visits = VisitGenerator(
        laws, channel: index, period: period, clock: clock, made: made)
      made = .init()
      addArrivals(
        laws, over: hours, by: factors.factors(ofSite: channel.site), ofChannel, &visits)
      addBursts(ofChannel: index, ofChannel, in: period, &visits)
      made = visits.finish()
    }
    addRobots(in: period, &made)
    addCallsWithoutVisit(in: period, &made)
    return Workload(made, of: scenario, in: period)
  }

  /// First visits of a Poisson process whose rate changes with the hour and the day: the waits of
  /// one with rate 1, each as long as it takes that much of the rate to pass.
  private func addArrivals(
    _ laws: ChannelLaws, over hours: LocalHours, by factors: [Double], _ key: StreamKey,
    _ visits: inout VisitGenerator
  ) {
    var random = RandomStream(key[.arrivals])
    let persons = key[.person]
    var person: UInt64 = 0
    var wait = random.nextExponential()
    for piece in hours.pieces {
      let rate = laws.rates[piece.hourOfWeek] * factors[piece.day]
      let whole = rate * Double(piece.length)
      var passed = 0.0
      while wait <= whole - passed {
        passed += wait
        let offset = min(Int64(passed / rate), piece.length - 1)
        visits.addPerson(persons[person], at: piece.start + offset)
        person += 1
        wait = random.nextExponential()
      }
      wait -= whole - passed
    }
  }

  private func addBursts(
    ofChannel channel: Int, _ key: StreamKey, in period: Range<Timestamp>,
    _ visits: inout VisitGenerator
  ) {
    let name = scenario.channels[channel].name
    for (index, burst) in scenario.bursts.enumerated()
    where (burst.channel ?? scenario.channels[0].name) == name {
      // ln 2: half of the visits begin within the half life.
      let mean = Double(burst.halfLife.milliseconds) / 0.693_147_180_559_945_3
      for repetition in 0..<burst.times {
        let key = key[.bursts][UInt64(index)][UInt64(repetition)]
        let begin = burst.moment(repetition, by: clock).occurrence.moment.milliseconds
        var random = RandomStream(key[.arrivals])
        let persons = key[.person]
        for person in 0..<random.nextPoisson(mean: burst.visits) {
          let time = begin + Int64(min(mean * random.nextExponential(), 1e15))
          if time < period.upperBound.milliseconds {
            visits.addPerson(persons[UInt64(person)], at: time)
          }
        }
      }
    }
  }

  private func addRobots(in period: Range<Timestamp>, _ made: inout VisitGenerator.Made) {
    guard scenario.bots.share > 0 else { return }
    var daily = 0.0
    for channel in scenario.channels { daily += channel.visitsPerDay }
    let ratio = scenario.bots.share / (1 - scenario.bots.share)
    var moments = EvenMoments(
      in: period, expected: ratio * daily * Double(scenario.days), key[.robots])
    while let time = moments.next() {
      let isDeclared = moments.random.happens(scenario.bots.declared)
      made.pageViewTimes.append(Timestamp(milliseconds: time))
      made.pageViewSessions.append(Int32(made.sessions.count))
      made.sessions.append(
        GeneratedSession(
          start: Timestamp(milliseconds: time), lastPageView: Timestamp(milliseconds: time),
          address: .init(), person: made.persons, visitor: made.visitors, pageViews: 1,
          channel: -1, number: 0, via: .first, isNotSwapped: false, isBot: true,
          isDeclared: isDeclared))
      made.persons += 1
      made.visitors += 1
    }
  }

  private func addCallsWithoutVisit(
    in period: Range<Timestamp>, _ made: inout VisitGenerator.Made
  ) {
    let calls = scenario.calls.merged(over: .standard)
    let laws = ChannelLaws(Scenario.Channel("", visitsPerDay: 0), of: scenario)
    let generator = CallGenerator(laws, clock: clock, end: period.upperBound.milliseconds)
    let days = Double(scenario.days)
    let kinds: [(StreamKey.Purpose, perDay: Double)] = [
      (.misdialled, calls.misdialledPerDay ?? 0), (.offSite, calls.offSitePerDay ?? 0),
    ]
    for (purpose, perDay) in kinds {
      var moments = EvenMoments(in: period, expected: perDay * days, key[purpose])
      while let time = moments.next() {
        let draw = moments.random.nextUnit()
        var call = generator.call(at: time, session: nil, isSaved: false, &moments.random)
        call.isOffSite = purpose == .offSite
        call.draw = call.isOffSite ? nil : draw
        made.calls.append(call)
      }
    }
  }
}

/// Moments of a Poisson process with a rate that doesn't change, ascending.
private struct EvenMoments {
  var random: RandomStream
  private let end: Double
  private let start: Int64
  private let mean: Double
  private var passed = 0.0

  init(in period: Range<Timestamp>, expected: Double, _ key: StreamKey) {
    random = RandomStream(key)
    start = period.lowerBound.milliseconds
    end = Double((period.upperBound - period.lowerBound).milliseconds)
    mean = expected > 0 ? end / expected : .infinity
  }

  mutating func next() -> Int64? {
    passed += mean * random.nextExponential()
    return passed < end ? start + Int64(passed) : nil
  }
}
