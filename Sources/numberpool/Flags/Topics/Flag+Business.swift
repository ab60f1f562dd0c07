extension FlagGroup {
  /// A business of which there is no log.
  static let business = FlagGroup("Without a log") {
    Flag.visitsPerDay
    Flag.pageViews
    Flag.peakHourShare
    Flag.paidShare
    Flag.callsPerDay
    Flag.businessDays
    Flag.saveScenario
  }
}

extension Flag where Value == Int? {
  static var visitsPerDay: Self {
    Flag(
      "--visits-per-day", .count("NUMBER", atLeast: 1),
      help: "answers for a business with so many visits, in place of a log; --visit-length says how"
        + " long they last from the first page view to the last")
  }
}

extension Flag where Value == Int {
  static var businessDays: Self {
    Flag(
      "--days", .count("NUMBER", atLeast: 1), default: 28,
      help: "how many days of such a business are made up")
  }
}

extension Flag where Value == Double {
  static var pageViews: Self {
    Flag(
      "--page-views", .decimal("NUMBER", 1...1000), default: 2.8,
      help: "how many pages such a visit has in the mean")
  }

  static var peakHourShare: Self {
    Flag(
      "--peak-hour-share", .share, default: 0.1,
      help: "how much of a weekday's visits its busiest hour has")
  }

  static var paidShare: Self {
    Flag("--paid-share", .share, default: 0.3, help: "how many of these visits are paid for")
  }

  static var callsPerDay: Self {
    Flag(
      "--calls-per-day", .decimal("NUMBER", 0...1_000_000), default: 0,
      help: "how many calls such visits lead to")
  }
}

extension Flag where Value == String? {
  static var saveScenario: Self {
    Flag(
      "--save-scenario", .file,
      help: "writes the scenario behind such an answer, to be edited and used in place of a log")
  }
}
