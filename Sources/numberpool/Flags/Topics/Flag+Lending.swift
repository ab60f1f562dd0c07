import NumberPools

extension FlagGroup {
  /// Who asks the pool, which number it lends, and whose calls they are then.
  static let lending = FlagGroup("How the pool lends and credits") {
    Flag.request
    Flag.allocation
    Flag.match
  }

  /// Several pools.
  static let pools = FlagGroup("Several pools") {
    Flag.poolBy
  }
}

extension Flag where Value == RequestRule {
  static var request: Self {
    let form = ValueForm<RequestRule>.words("WHEN") { rule in
      switch rule {
      case .everyPageView: "who was refused asks again"
      case .firstPageView: "only the first view asks"
      }
    }
    return Flag(
      "--request", form, default: .everyPageView, help: "which page views ask for a number")
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
