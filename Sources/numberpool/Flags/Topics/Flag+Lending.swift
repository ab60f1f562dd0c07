import NumberPools

extension FlagGroup {
  /// Which number the pool lends, and whose calls they are then.
  static let lending = FlagGroup("How the pool lends and credits") {
    Flag.allocation
    Flag.match
  }

  /// Several pools.
  static let pools = FlagGroup("Several pools") {
    Flag.poolBy
  }
}

extension Flag where Value == [Allocation] {
  static var allocation: Self {
    Flag(
      "--allocation",
      .words(
        "ORDER",
        [
          ("longest-idle", [.longestIdle], "the one that has been free for longest"),
          ("random", [.random], "any"),
          ("lowest-first", [.lowestFirst], "the one with the lowest index"),
          ("unknown", [.longestIdle, .random], "from longest-idle to random"),
        ]),
      default: [.longestIdle], help: "which free number is lent")
  }
}

extension Flag where Value == MatchRule {
  static var match: Self {
    Flag("--match", .match, default: .lastHolder, help: "whom a call is credited to")
  }
}

extension Flag where Value == PoolDivision? {
  static var poolBy: Self {
    Flag("--pool-by", .division, help: "the answer for several pools as well as for one")
  }
}
