import NumberPools

extension FlagGroup {
  /// How forecasts are tried.
  static let backtest = FlagGroup("What is tried") {
    Flag.target
    Flag.confidence
    Flag.split
  }
}

extension Flag where Value == TrafficPart.Length {
  static var split: Self {
    let form = ValueForm<TrafficPart.Length>.words("PART") { length in
      switch length {
      case .week: "seven days"
      case .month: "a month of the calendar"
      case .half: "half of the log"
      }
    }
    return Flag("--split", form, default: .week, help: "what the log is cut into")
  }
}
