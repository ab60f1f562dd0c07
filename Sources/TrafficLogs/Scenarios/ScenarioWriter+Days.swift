import NumberPools

extension ScenarioWriter {
  private static let dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// Runs of days that are alike.
  private static func runs<Day: Equatable>(of days: [Day]) -> [(name: String, day: Day)] {
    var runs: [(first: Int, last: Int)] = []
    for index in days.indices {
      if let run = runs.last, days[run.first] == days[index] {
        runs[runs.count - 1].last = index
      } else {
        runs.append((index, index))
      }
    }
    return runs.map { run in
      let first = dayNames[run.first]
      return (run.first == run.last ? first : "\(first)-\(dayNames[run.last])", days[run.first])
    }
  }

  mutating func week(_ week: WeekWeights) {
    if let name = week.name {
      add("week", Self.quoted(name))
      return
    }
    let days = (0..<7).map { Array(week.hours[($0 * 24)..<($0 * 24 + 24)]) }
    object("week") { writer in
      for run in Self.runs(of: days) {
        let weights = run.day.map(Self.number).joined(separator: ", ")
        writer.line("\"\(run.name)\": [\(weights)],")
      }
    }
  }

  mutating func open(_ open: OpeningHours) {
    guard let days = open.days else {
      add("open", Self.quoted("always"))
      return
    }
    object("open") { writer in
      for run in Self.runs(of: days) where !run.day.isEmpty {
        let stretches = run.day.map { "\(Self.clock($0.lowerBound))-\(Self.clock($0.upperBound))" }
        writer.add(run.name, Self.quoted(stretches.joined(separator: ", ")))
      }
    }
  }

  private static func clock(_ minute: Int) -> String {
    // The end of a day is its own; what is later is the next one's.
    let ofDay = minute > 1440 ? minute - 1440 : minute
    func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    return "\(padded(ofDay / 60)):\(padded(ofDay % 60))"
  }
}
