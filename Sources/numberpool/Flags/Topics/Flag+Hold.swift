import NumberPools

extension FlagGroup {
  /// When a visitor gets a number, and how long it stays.
  static let hold = FlagGroup("When a number is given, and how long it is held") {
    Flag.sessionTimeout
    Flag.reuseTimeout
    Flag.presence
    Flag.lastPageTime
    Flag.request
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

extension HoldRule {
  /// The rule that the flags of ``FlagGroup/hold`` make.
  init(_ values: FlagValues) {
    self.init(
      reuseTimeout: values[.reuseTimeout], presence: values[.presence],
      lastPageTime: values[.lastPageTime])
  }
}
