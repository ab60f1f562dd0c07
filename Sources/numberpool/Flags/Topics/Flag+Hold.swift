import NumberPools

extension FlagGroup {
  /// How long a number stays with a visitor.
  static let hold = FlagGroup("How long a number is held") {
    Flag.sessionTimeout
    Flag.reuseTimeout
    Flag.presence
    Flag.lastPageTime
  }
}

extension Flag where Value == Interval {
  static var sessionTimeout: Self {
    Flag(
      "--session-timeout", .length, default: .minutes(30),
      help: "a longer gap between page views ends a session")
  }

  static var reuseTimeout: Self {
    Flag(
      "--reuse-timeout", .length, default: .minutes(30),
      help: "how long after the last sign of life nobody else gets the number; 0 is allowed")
  }

  static var lastPageTime: Self {
    Flag(
      "--last-page-time", .length, default: .zero,
      help: "reading time assumed after the last page view")
  }
}

extension Flag where Value == Presence {
  static var presence: Self {
    let form = ValueForm<Presence>.words("PRESENCE") { presence in
      switch presence {
      case .tabOpen: "the page stays open between page views"
      case .views: "only page views count"
      }
    }
    return Flag(
      "--presence", form, default: .tabOpen, help: "what keeps a visitor's number during a visit")
  }
}

extension HoldRule {
  /// The rule that the flags of ``FlagGroup/hold`` make.
  init(_ values: FlagValues) {
    self.init(
      reuseTimeout: values[.reuseTimeout], presence: values[.presence],
      lastPageTime: values[.lastPageTime])
  }
}
