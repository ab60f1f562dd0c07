import NumberPools

extension FlagGroup {
  /// The coming days.
  static let forecast = FlagGroup("The coming days") {
    Flag.forecastDays
    Flag.confidence
  }
}

extension Flag where Value == Int? {
  static var forecastDays: Self {
    Flag(
      "--forecast", .days, default: 28,
      help: "how many days to come are foretold, where the log has 7 days at least; or none")
  }
}

extension Flag where Value == Double {
  static var confidence: Self {
    Flag(
      "--confidence", .chance, default: 0.95,
      help: "in which share of the futures the target has to be met")
  }
}
