import NumberPools

extension FlagGroup {
  /// What the pool is asked.
  static let question = FlagGroup("What is asked") {
    Flag.target
    Flag.quote
    Flag.lags
    Flag.timeouts
  }
}

extension Flag where Value == Target {
  static var target: Self {
    Flag(
      "--target", .target, default: .usual,
      help: "what the pool must achieve, in the metrics coverage, credit@LAG, and with calls"
        + " correct, wrong, unknown, bad")
  }
}

extension Flag where Value == Int? {
  static var quote: Self {
    Flag("--quote", .count("NUMBERS", atLeast: 0), help: "judges an offer of so many numbers")
  }
}

extension Flag where Value == [Interval] {
  static var lags: Self {
    Flag(
      "--lags", .lengths, default: CreditQuestion.reportedLags,
      help: "how long after the visit calls come whose credit is shown; or none")
  }

  static var timeouts: Self {
    Flag(
      "--timeouts", .lengths, default: SizeStudy.usualTimeouts,
      help: "reuse timeouts to compare; or none")
  }
}

extension Target {
  /// What is asked where nothing else is.
  static let usual = Target([
    .init(.coverage, .atLeast, units: Target.Condition.whole / 100 * 99),
    .init(.credit(.minutes(15)), .atLeast, units: Target.Condition.whole / 100 * 95),
  ])
}
