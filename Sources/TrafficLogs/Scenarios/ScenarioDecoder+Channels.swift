import NumberPools

extension ScenarioDecoder {
  mutating func channels(_ node: RemarkedJSONNode?, _ path: String) -> [Scenario.Channel]? {
    guard let elements = list(node, path, of: "channels") else { return nil }
    return elements.compactMap { element, path in channel(element, path) }
  }

  private mutating func channel(_ node: RemarkedJSONNode, _ path: String) -> Scenario.Channel? {
    guard let object = object(node, path, .channel, wanted: "a channel") else { return nil }
    if object["name"] == nil { complain(object.line, object.path("name"), "is missing") }
    // Where a name is missing or no text that is said, and others shouldn't clash with it.
    let name = text(object["name"], object.path("name")) ?? "channel \(path)"
    let visits = number(object["visits_per_day"], object.path("visits_per_day"))
    var channel = Scenario.Channel(name, visitsPerDay: visits ?? 0)
    if let site = text(object["site"], object.path("site")) { channel.site = site }
    channel.source = text(object["source"], object.path("source"))
    channel.medium = text(object["medium"], object.path("medium"))
    channel.campaigns = campaigns(object["campaigns"], object.path("campaigns"))
    channel.tagging = tagging(object["tagging"], object.path("tagging"))
    let beside = object.path("click_id_beside_utm")
    if case .truth(let isBeside) = object["click_id_beside_utm"]?.value {
      channel.clickIDBesideUTM = isBeside ? 1 : 0
    } else if let share = share(object["click_id_beside_utm"], beside) {
      channel.clickIDBesideUTM = share
    }
    channel.costPerClick = number(object["cost_per_click"], object.path("cost_per_click"))
    channel.week = week(object["week"], object.path("week"))
    channel.visit = visit(object["visit"], object.path("visit"))
    channel.returning = returning(object["returning"], object.path("returning"))
    channel.calls = calls(object["calls"], object.path("calls"))
    return channel
  }

  private mutating func campaigns(_ node: RemarkedJSONNode?, _ path: String) -> Scenario.Campaigns {
    guard let node else { return .none }
    if case .object = node.value {
      guard let object = object(node, path, .campaigns) else { return .none }
      if object["count"] == nil {
        complain(object.line, object.path("count"), "is missing: how many campaigns there are")
      }
      return .zipf(
        count: count(object["count"], object.path("count")) ?? 1,
        exponent: number(object["zipf"], object.path("zipf")) ?? 1,
        terms: count(object["terms"], object.path("terms")) ?? 0)
    }
    guard let elements = list(node, path, of: "campaigns") else { return .none }
    var objects: [ScenarioObject] = []
    for (element, path) in elements {
      if let object = object(element, path, .campaign, wanted: "a campaign") {
        objects.append(object)
      }
    }
    let shares = shares(of: objects)
    var campaigns: [Scenario.Campaign] = []
    for (object, share) in zip(objects, shares) {
      if object["name"] == nil { complain(object.line, object.path("name"), "is missing") }
      campaigns.append(
        Scenario.Campaign(
          text(object["name"], object.path("name")) ?? "campaign \(object.path)", share: share,
          terms: count(object["terms"], object.path("terms")) ?? 0,
          zipf: number(object["zipf"], object.path("zipf")) ?? 1,
          tagging: tagging(object["tagging"], object.path("tagging"))))
    }
    return campaigns.isEmpty ? .none : .list(campaigns)
  }

  private mutating func tagging(_ node: RemarkedJSONNode?, _ path: String) -> Scenario.Tagging? {
    guard let object = object(node, path, .tagging) else { return nil }
    return Scenario.Tagging(
      utm: share(object["utm"], object.path("utm")) ?? 0,
      clickID: share(object["click_id"], object.path("click_id")) ?? 0,
      mistyped: share(object["mistyped"], object.path("mistyped")) ?? 0)
  }

  mutating func bursts(_ node: RemarkedJSONNode?, _ path: String) -> [Scenario.Burst] {
    guard let elements = list(node, path, of: "bursts") else { return [] }
    return elements.compactMap { element, path in burst(element, path) }
  }

  private mutating func burst(_ node: RemarkedJSONNode, _ path: String) -> Scenario.Burst? {
    guard let object = object(node, path, .burst, wanted: "a burst") else { return nil }
    for key in ["at", "visits", "half_life"] where object[key] == nil {
      complain(object.line, object.path(key), "is missing")
    }
    let at = localTime(object["at"], object.path("at"), example: "2026-03-11 20:15")
    let visits = number(object["visits"], object.path("visits"))
    let halfLife = duration(object["half_life"], object.path("half_life"))
    let channel = text(object["channel"], object.path("channel"))
    let every = duration(object["every"], object.path("every"))
    let times = count(object["times"], object.path("times"))
    if object["every"] != nil, object["times"] == nil {
      complain(object.line, object.path("times"), "is missing beside `every`: how often it comes")
    }
    guard let at, let visits, let halfLife else { return nil }
    return Scenario.Burst(
      at: at, visits: visits, halfLife: halfLife, channel: channel, every: every,
      times: times ?? 1)
  }

  mutating func pool(_ node: RemarkedJSONNode?, _ path: String) -> Scenario.Pool {
    var pool = Scenario.Pool()
    guard let object = object(node, path, .pool) else { return pool }
    pool.numbers = count(object["numbers"], object.path("numbers"))
    pool.sessionTimeout = duration(object["session_timeout"], object.path("session_timeout"))
    pool.reuseTimeout = duration(object["reuse_timeout"], object.path("reuse_timeout"))
    pool.lastPageTime = duration(object["last_page_time"], object.path("last_page_time"))
    pool.request = word(
      object["request"], object.path("request"), RequestRule.allCases.map { ($0.rawValue, $0) })
    var orders: [(name: String, value: [Allocation])] = Allocation.allCases.map { order in
      (name: order.rawValue, value: [order])
    }
    orders.append((name: "unknown", value: [.longestIdle, .random]))
    pool.allocation = word(object["allocation"], object.path("allocation"), orders)
    pool.presence = word(
      object["presence"], object.path("presence"), Presence.allCases.map { ($0.rawValue, $0) })
    pool.match = match(object["match"], object.path("match"))
    return pool
  }

  private mutating func match(_ node: RemarkedJSONNode?, _ path: String) -> MatchRule? {
    let within = "last-holder-within="
    if case .text(let text) = node?.value, text.hasPrefix(within), let line = node?.line {
      if let window = Interval(text.dropFirst(within.count)) { return .lastHolderWithin(window) }
      complain(line, path, "\"\(text.prefix(40))\" needs a length of time: last-holder-within=1h")
      return nil
    }
    return word(
      node, path,
      [
        ("last-holder", .lastHolder), ("current-holder", .currentHolderOnly),
        ("last-holder-within=1h", .lastHolderWithin(.hours(1))),
      ])
  }
}
