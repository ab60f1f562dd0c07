import NumberPools

/// What was needed over time, what would do with less, and why there is no answer.
extension English {
  func words(_ finding: PeriodFinding) -> String {
    switch finding {
    case .range(let unit, let range, let without):
      needed(unit, range) + (without == 0 ? "" : misses(unit, without)) + "."
    case .worst(let unit, let need, let answer):
      "In the worst, \(beginning(unit, need.stretch)), \(count(answer, .number)) would have served"
        + " \(percent(need.coveredAtAnswer ?? 0, of: need.sessions)) of"
        + " \(count(need.sessions, .session))."
    case .coming(let unit, let carried): coming(unit, carried)
    case .mostNeeded(let shown, let all, let unit):
      "The \(shown) of \(count(all)) \(plural(unit)) that needed most."
    case .cheaper(let ways):
      "Fewer would do: "
        + ways.map { "\(count($0.numbers)) \(condition($0.way))" }.joined(separator: ", ")
        + " (see what that loses below)."
    case .savings(let sessions):
      "Served: of \(count(sessions, .session)) those that would see a number. Right after 1 h: those"
        + " of them to whom a call 1 h after the last page view would be credited."
    }
  }

  private func needed(_ unit: TimeStretch.Unit, _ range: ClosedRange<Int>?) -> String {
    let by = by(unit)
    guard let range else { return "\(by) no pool meets the target" }
    return range.lowerBound == range.upperBound
      ? "\(by) \(count(range.lowerBound, .number)) \(range.lowerBound == 1 ? "was" : "were") needed"
      : "\(by) \(count(range.lowerBound)) to \(count(range.upperBound, .number)) were needed"
  }

  private func misses(_ unit: TimeStretch.Unit, _ without: Int) -> String {
    "; in \(without) no pool meets the target"
  }

  private func coming(_ unit: TimeStretch.Unit, _ carried: NeedOverTime.Carried) -> String {
    let next =
      switch unit {
      case .day: "The coming days"
      case .week, .fourWeeks: "The coming weeks"
      }
    guard carried.pairs > 0 else {
      return "\(next) may differ, and this log is too short to tell by how much."
    }
    let times =
      carried.pairs == 1
      ? (carried.met == 1 ? "was" : "was not")
      : "was in \(count(carried.met)) of \(count(carried.pairs)) cases"
    let less =
      carried.mostShort > 0
      ? ", and short by \(carried.pairs == 1 ? "" : "up to ")\(count(carried.mostShort, .number))"
      : ""
    return "\(next) may differ: here what one \(singular(unit)) needed \(times) enough for the next"
      + "\(less)."
  }

  private func by(_ unit: TimeStretch.Unit) -> String {
    switch unit {
    case .day: "Day by day"
    case .week: "Week by week"
    case .fourWeeks: "By four weeks each"
    }
  }

  private func singular(_ unit: TimeStretch.Unit) -> String {
    switch unit {
    case .day: "day"
    case .week: "week"
    case .fourWeeks: "four weeks"
    }
  }

  private func plural(_ unit: TimeStretch.Unit) -> String {
    switch unit {
    case .day: "days"
    case .week: "weeks"
    case .fourWeeks: "stretches of four weeks"
    }
  }

  private func beginning(_ unit: TimeStretch.Unit, _ stretch: TimeStretch) -> String {
    unit == .day ? date(stretch.from) : "from \(date(stretch.from))"
  }

  /// A stretch in a table.
  func words(_ stretch: TimeStretch, isWhole: Bool) -> String {
    let days = Int((stretch.until - stretch.from).milliseconds / 86_400_000)
    return date(stretch.from) + (isWhole ? "" : " (\(count(days, .day)))")
  }

  /// A way to save, in a table.
  func words(_ way: Saving.Way) -> String {
    switch way {
    case .asAsked: "as asked"
    case .onlyPaid: "only paid sessions (--only paid)"
    case .shortTimeout: "free after 5 min (--reuse-timeout 5m)"
    case .onlyPaidShortTimeout: "both"
    case .withoutBurst: "had the busiest 15 min not been"
    }
  }

  private func condition(_ way: Saving.Way) -> String {
    switch way {
    case .asAsked: "as asked"
    case .onlyPaid: "for paid sessions only"
    case .shortTimeout: "with a reuse timeout of 5 min"
    case .onlyPaidShortTimeout: "with both"
    case .withoutBurst: "without the busiest 15 min"
    }
  }

  /// The time that an answer is of: `these 14 days`.
  func these(_ time: Interval) -> String {
    func rounded(_ unit: Interval) -> Int {
      Int((time.milliseconds + unit.milliseconds / 2) / unit.milliseconds)
    }
    if time >= .days(2) { return "these \(count(rounded(.days(1)), .day))" }
    if time >= .hours(2) { return "these \(count(rounded(.hours(1)), .hour))" }
    if time >= .minutes(2) { return "these \(count(rounded(.minutes(1)))) minutes" }
    if time >= .seconds(2) { return "these \(count(rounded(.seconds(1)))) seconds" }
    return "this moment"
  }

  func words(_ reason: NoAnswer) -> String {
    switch reason {
    case .meaningless(let warning): "No answer. \(words(warning))"
    case .nobody(let lines, let mostly, let affected):
      "No answer: no page view of a person is among \(count(lines, .line))."
        + (mostly.map { reason in
          " \(count(affected)) \(affected == 1 ? "is" : "are") left out as \(name(of: reason))"
            + " (\(meaning(of: reason)))."
        } ?? "")
    case .nobodyEligible(let eligibility, let sessions):
      "No answer: none of \(count(sessions, .session)) is \(word(for: eligibility))"
        + " (--only \(eligibility.rawValue)), so nobody gets a number."
    }
  }

  private func word(for eligibility: Eligibility) -> String {
    switch eligibility {
    case .all: "there"
    case .tagged: "tagged"
    case .paid: "paid"
    }
  }
}
