extension Scenario {
  /// Something that is wrong with a scenario.
  public struct Problem: Error, Hashable, Sendable {
    /// Where, by the names of scenario files: `channels[2].calls.probability`.
    public var path: String
    /// What, as the end of a sentence.
    public var reason: String

    /// Creates a problem.
    public init(_ path: String, _ reason: String) {
      self.path = path
      self.reason = reason
    }
  }

  /// The most page views that a scenario may have, to be expected from its rates.
  public static let largestPageViews = 20_000_000.0

  /// All that is wrong with the scenario.
  ///
  /// - Parameter clock: The clocks of its zone.
  /// - Returns: Nothing for one that traffic can be made from; each problem once.
  /// - Complexity: O(channels + campaigns + bursts x times).
  public func problems(by clock: ZoneOffsets) -> [Problem] {
    var check = ScenarioCheck()
    checkWhole(&check)
    checkChannels(&check)
    // What follows reckons with the figures above, as far as these are right.
    if !check.hasProblem(within: "start"), !check.hasProblem(within: "days") {
      checkBursts(by: clock, &check)
    }
    if !check.hasProblem(within: "pool.session_timeout") { checkFits(&check) }
    if check.problems.isEmpty { checkSize(&check) }
    return check.problems
  }

  private func checkWhole(_ check: inout ScenarioCheck) {
    check.count(days, 1...3650, "days")
    if start.millisecondOfDay != 0 { check.add("start", "is no date") }
    if !(1970...2400).contains(Timestamp(milliseconds: start.milliseconds).civilDate.year) {
      check.add("start", "isn't from 1970 to 2400")
    }
    check.week(week, "week")
    if !(growthPerWeek > -1 && growthPerWeek <= 10) {
      check.add("growth_per_week", "\(check.text(growthPerWeek)) isn't above -1 and up to 10")
    }
    check.number(dayToDay.common, 0...3, "day_to_day.common", "sigma")
    check.number(dayToDay.own, 0...3, "day_to_day.own", "sigma")
    check.visit(visit, "visit")
    check.returning(returning, "returning")
    check.calls(calls, "calls")
    check.number(
      calls.misdialledPerDay ?? 0, 0...1e6, "calls.misdialled_per_day", "number of calls")
    check.number(calls.offSitePerDay ?? 0, 0...1e6, "calls.off_site_per_day", "number of calls")
    check.share(sharedLinks, "shared_links")
    check.share(notSwapped, "not_swapped")
    check.shareBelowOne(bots.share, "bots.share")
    check.share(bots.declared, "bots.declared")
    if let numbers = pool.numbers { check.count(numbers, 0...1_000_000, "pool.numbers") }
    let timeouts = [
      (pool.sessionTimeout, "pool.session_timeout"), (pool.reuseTimeout, "pool.reuse_timeout"),
      (pool.lastPageTime, "pool.last_page_time"),
    ]
    for (timeout, path) in timeouts where timeout.map({ $0 > .days(400) }) ?? false {
      check.add(path, "is longer than 400 days")
    }
    if sessionTimeout < .seconds(1) {
      check.add("pool.session_timeout", "is shorter than a second: no visit would end")
    }
    if let match = pool.match, case .lastHolderWithin(let window) = match, window > .days(400) {
      check.add("pool.match", "is longer than 400 days")
    }
  }

  private func checkChannels(_ check: inout ScenarioCheck) {
    if channels.isEmpty { check.add("channels", "names no channel") }
    var names: Set<String> = []
    for (index, channel) in channels.enumerated() {
      let path = "channels[\(index)]"
      check.name(channel.name, "\(path).name")
      if Self.reservedNames.contains(channel.name) {
        check.add(
          "\(path).name", "'\(channel.name)' is what calls or robots without a channel have")
      } else if !names.insert(channel.name).inserted {
        check.add("\(path).name", "'\(channel.name)' is the name of another channel as well")
      }
      check.number(channel.visitsPerDay, 0...1e8, "\(path).visits_per_day", "number of visits")
      check.channel(channel, path)
    }
    if !channels.isEmpty, bursts.isEmpty, !channels.contains(where: { $0.visitsPerDay != 0 }) {
      check.add("channels", "bring no visit: set visits_per_day in one of them")
    }
  }

  /// What the identifiers begin with of what belongs to no channel.
  static let reservedNames = ["robot", "misdialled", "off-site"]

  /// Paths of bursts; each of their moments has to exist and to lie within the period.
  private func checkBursts(by clock: ZoneOffsets, _ check: inout ScenarioCheck) {
    let period = period(by: clock)
    for (index, burst) in bursts.enumerated() {
      let path = "bursts[\(index)]"
      check.number(burst.visits, 0...1e8, "\(path).visits", "number of visits")
      if burst.halfLife <= .zero || burst.halfLife > .days(3650) {
        check.add("\(path).half_life", "isn't above 0 and up to 3650 days")
      }
      check.count(burst.times, 1...100_000, "\(path).times")
      if let name = burst.channel {
        if !channels.contains(where: { $0.name == name }) {
          check.add("\(path).channel", "there is no channel '\(name)'")
        }
      } else if channels.count > 1 {
        check.add("\(path)", "needs a channel, as there are several")
      }
      if burst.times > 1, (burst.every ?? .zero) <= .zero {
        let key = burst.every == nil ? "times" : "every"
        check.add("\(path).\(key)", "to come again, a burst needs an `every` above 0")
        continue
      }
      checkMoments(of: burst, path, in: period, by: clock, &check)
    }
  }

  private func checkMoments(
    of burst: Burst, _ path: String, in period: Range<Timestamp>, by clock: ZoneOffsets,
    _ check: inout ScenarioCheck
  ) {
    guard 1...100_000 ~= burst.times else { return }
    for repetition in 0..<burst.times {
      let (shown, occurrence) = burst.moment(repetition, by: clock)
      let key = repetition == 0 ? "at" : "times"
      let which = repetition == 0 ? "" : ", its time \(repetition + 1),"
      if case .never = occurrence {
        check.add(
          "\(path).\(key)", "\(shown)\(which) doesn't exist: clocks are turned forward over it")
        return
      }
      if !period.contains(occurrence.moment) {
        check.add(
          "\(path).\(key)",
          "\(shown)\(which) isn't within the period, from \(start) up to"
            + " \(start + .days(Int64(days)))")
        return
      }
    }
  }

  /// Laws have to have some of their mass where they are drawn again until they fall.
  private func checkFits(_ check: inout ScenarioCheck) {
    let timeout = sessionTimeout
    for (index, channel) in channels.enumerated() {
      let visit = visit(of: channel)
      let returning = returning(of: channel)
      let calls = calls(of: channel)
      if let gap = visit.gap, visit.pageViews ?? 1 > 1 {
        let path = check.source(
          "visit.gap", index, channel.visit.gap != nil, self.visit.gap != nil)
        check.fit(path, "gaps are below", timeout) { gap.isOftenBelow(timeout) }
      }
      if let lastPage = visit.lastPage, calls.probability ?? 0 > 0, calls.duringVisit ?? 0 > 0 {
        let path = check.source(
          "visit.last_page", index, channel.visit.lastPage != nil, self.visit.lastPage != nil)
        check.fit(path, "times on the last page are below", timeout) {
          lastPage.isOftenBelow(timeout)
        }
      }
      if let after = returning.after, returning.share ?? 0 > 0 || sharedLinks > 0 {
        let path = check.source(
          "returning.after", index, channel.returning.after != nil, self.returning.after != nil)
        check.fit(path, "returns come no earlier than", timeout) { after.isOftenAtLeast(timeout) }
      }
    }
  }

  private func checkSize(_ check: inout ScenarioCheck) {
    let expected = expectedPageViews()
    if expected.inPeriod > Self.largestPageViews {
      let millions = Int((expected.inPeriod / 1e6).rounded(.up))
      check.add(
        "channels",
        "about \(millions) million page views would come, and 20 million at most can: reduce"
          + " visits_per_day, days, growth_per_week or page_views")
    } else if expected.before > 5 * Self.largestPageViews {
      check.add(
        "growth_per_week",
        "falls so fast that the four weeks before the period have more page views than can be made")
    }
  }
}

extension Scenario.Burst {
  /// A time at which it comes: what the clock shows, and when that is.
  ///
  /// - Parameters:
  ///   - repetition: From 0.
  ///   - clock: The clocks of the place.
  func moment(
    _ repetition: Int, by clock: ZoneOffsets
  ) -> (shown: LocalTime, occurrence: ZoneOffsets.Occurrence) {
    let every = every ?? .zero
    let (wait, isTooLong) = every.milliseconds.multipliedReportingOverflow(by: Int64(repetition))
    // A time beyond all periods, where there is none.
    let later = Interval.milliseconds(isTooLong ? 1 << 52 : min(wait, 1 << 52))
    if every.milliseconds % Interval.days(1).milliseconds == 0 {
      return (at + later, clock.occurrence(of: at + later))
    }
    let first = clock.occurrence(of: at)
    if repetition == 0 { return (at, first) }
    let moment = first.moment + later
    return (clock.localTime(at: moment), .once(moment))
  }
}
