/// Notes what is wrong with a scenario while it is gone through.
struct ScenarioCheck {
  private(set) var problems: [Scenario.Problem] = []

  mutating func add(_ path: String, _ reason: String) {
    let problem = Scenario.Problem(path, reason)
    if !problems.contains(problem) { problems.append(problem) }
  }

  /// Where a value stands that a channel uses: its own, that of all, or, where nobody says
  /// anything, the timeout that the default doesn't fit.
  func source(_ key: String, _ channel: Int, _ isOwn: Bool, _ isOfAll: Bool) -> String {
    isOwn ? "channels[\(channel)].\(key)" : isOfAll ? key : "pool.session_timeout"
  }

  /// Whether something is wrong with a value or a part of it.
  func hasProblem(within path: String) -> Bool {
    problems.contains {
      $0.path == path || $0.path.hasPrefix("\(path).") || $0.path.hasPrefix("\(path)[")
    }
  }

  /// Notes a law that has too little of its mass where it is drawn until it falls.
  mutating func fit(
    _ path: String, _ what: String, _ timeout: Interval, _ isOften: () -> Bool
  ) {
    if hasProblem(within: path) || isOften() { return }
    add(
      path, "fewer than 1 in 100 such \(what) the session timeout, \(timeout): none could be drawn")
  }

  /// A number as short as it can be written.
  func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
  }

  mutating func number(
    _ value: Double, _ range: ClosedRange<Double>, _ path: String, _ what: String
  ) {
    if !range.contains(value) {
      add(
        path,
        "\(text(value)) is no \(what) (\(text(range.lowerBound)) to"
          + " \(text(range.upperBound)))")
    }
  }

  mutating func count(_ value: Int, _ range: ClosedRange<Int>, _ path: String) {
    if !range.contains(value) {
      add(path, "\(value) isn't from \(range.lowerBound) to \(range.upperBound)")
    }
  }

  mutating func share(_ value: Double?, _ path: String) {
    if let value { number(value, 0...1, path, "share") }
  }

  mutating func shareBelowOne(_ value: Double?, _ path: String) {
    if let value, !(value >= 0 && value < 1) {
      add(path, "\(text(value)) is no share below 1 (0 up to 1)")
    }
  }

  mutating func week(_ week: WeekWeights, _ path: String) {
    if !week.hours.allSatisfy({ $0 >= 0 && $0 <= 1e9 }) {
      add(path, "has a weight that isn't from 0 to 1000000000")
    } else if !week.hours.contains(where: { $0 > 0 }) {
      add(path, "has no weight above 0")
    }
  }

  mutating func law(_ law: DurationLaw?, _ path: String) {
    guard let law else { return }
    let longest = Interval.days(3650)
    switch law {
    case .exponential(let mean):
      if mean <= .zero || mean > longest { add("\(path).mean", "isn't above 0 and up to 3650d") }
    case .lognormal(let median, let sigma):
      if median <= .zero || median > longest {
        add("\(path).median", "isn't above 0 and up to 3650d")
      }
      number(sigma, 0...10, "\(path).sigma", "sigma")
    case .constant(let length):
      if length < .zero || length > longest { add("\(path).always", "isn't from 0 to 3650d") }
    case .uniform(let from, let to):
      if from < .zero || from > to { add("\(path).from", "isn't from 0 up to what `to` says") }
      if to > longest { add("\(path).to", "is longer than 3650d") }
    }
  }

  mutating func visit(_ visit: Scenario.Visit, _ path: String) {
    if let pageViews = visit.pageViews {
      number(pageViews, 1...1000, "\(path).page_views", "mean of page views")
    }
    law(visit.gap, "\(path).gap")
    law(visit.lastPage, "\(path).last_page")
  }

  mutating func returning(_ returning: Scenario.Returning, _ path: String) {
    shareBelowOne(returning.share, "\(path).share")
    law(returning.after, "\(path).after")
    share(returning.newCookie, "\(path).new_cookie")
    guard let ways = returning.as else { return }
    let named = [
      ("direct", ways.direct), ("organic", ways.organic), ("same_link", ways.sameLink),
      ("own_link", ways.ownLink),
    ]
    for (name, value) in named { weight(value, "\(path).as.\(name)") }
    if !named.contains(where: { $0.1 > 0 }) { add("\(path).as", "has no share above 0") }
  }

  /// A share of any scale.
  mutating func weight(_ value: Double, _ path: String) {
    number(value, 0...1e9, path, "share")
  }

  mutating func calls(_ calls: Scenario.Calls, _ path: String) {
    share(calls.probability, "\(path).probability")
    share(calls.duringVisit, "\(path).during_visit")
    shareBelowOne(calls.again, "\(path).again")
    law(calls.againAfter, "\(path).again_after")
    share(calls.answered, "\(path).answered")
    law(calls.duration, "\(path).duration")
    if let days = calls.open?.days {
      for stretch in days.joined() where !Self.isWithinDay(stretch) {
        add("\(path).open", "has a stretch that begins on another day or doesn't end within a day")
      }
    }
    guard let later = calls.later else { return }
    for (index, law) in later.enumerated() {
      weight(law.share, "\(path).later[\(index)].share")
      self.law(law.lag, "\(path).later[\(index)]")
    }
    if !later.contains(where: { $0.share > 0 }), calls.duringVisit != 1 {
      add("\(path).later", "has no law with a share above 0")
    }
  }

  /// Whether a stretch can be written as two times of day.
  private static func isWithinDay(_ minutes: Range<Int>) -> Bool {
    !minutes.isEmpty && 0..<1440 ~= minutes.lowerBound
      && (minutes.upperBound <= 1440 || minutes.upperBound - 1440 < minutes.lowerBound)
  }
}
