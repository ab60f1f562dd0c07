import NumberPools

extension ScenarioDecoder {
  /// The line of a value, or of the nearest one around it that the file has.
  func line(of path: String) -> Int? {
    var path = path[...]
    while true {
      if let line = lines[String(path)] { return line }
      guard let cut = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { return nil }
      path = path[..<cut]
    }
  }

  /// The scenario that an object describes, as far as it can be understood.
  mutating func scenario(_ object: ScenarioObject) -> Scenario {
    if object["channels"] == nil {
      complain(
        object.line, "channels",
        "is missing: it names who visits, for example"
          + " [{\"name\": \"all\", \"visits_per_day\": 1000}]")
    }
    var scenario = Scenario(channels: channels(object["channels"], "channels") ?? [])
    scenario.question = text(object["question"], "question")
    if let zone = text(object["time_zone"], "time_zone") { scenario.timeZone = zone }
    if let start = localTime(object["start"], "start", example: "2026-03-02") {
      scenario.start = start
    }
    if let days = count(object["days"], "days") { scenario.days = days }
    if let seed = seed(object["seed"]) { scenario.seed = seed }
    if let week = week(object["week"], "week") { scenario.week = week }
    if let growth = share(object["growth_per_week"], "growth_per_week", wanted: "growth") {
      scenario.growthPerWeek = growth
    }
    scenario.dayToDay = dayToDay(object["day_to_day"])
    scenario.bursts = bursts(object["bursts"], "bursts")
    scenario.visit = visit(object["visit"], "visit")
    scenario.returning = returning(object["returning"], "returning")
    scenario.sharedLinks = share(object["shared_links"], "shared_links") ?? 0
    scenario.notSwapped = share(object["not_swapped"], "not_swapped") ?? 0
    if let bots = self.object(object["bots"], "bots", .bots) {
      scenario.bots = Scenario.Bots(
        share: share(bots["share"], "bots.share") ?? 0,
        declared: share(bots["declared"], "bots.declared") ?? 0)
    }
    scenario.calls = calls(object["calls"], "calls")
    scenario.pool = pool(object["pool"], "pool")
    scenario.target = target(object["target"])
    scenario.pricePerNumber = amount(object["price_per_number"], "price_per_number")
    scenario.valuePerCall = amount(object["value_per_call"], "value_per_call")
    scenario.assumptions = paths(object["assumptions"])
    scenario.sources = sources(object["sources"])
    return scenario
  }

  /// A number of 64 bits, read to the last digit.
  private mutating func seed(_ node: RemarkedJSONNode?) -> UInt64? {
    guard let node else { return nil }
    if case .number(let text) = node.value, let seed = UInt64(text) { return seed }
    guard let number = number(node, "seed", wanted: "a whole number") else { return nil }
    if number >= 0, number < 0x1p63, number == number.rounded() { return UInt64(number) }
    complain(node.line, "seed", "\(Self.written(node)) is no whole number from 0 to 2^64 - 1")
    return nil
  }

  private mutating func dayToDay(_ node: RemarkedJSONNode?) -> Scenario.DayToDay {
    guard let node else { return .init() }
    if case .object = node.value {
      guard let object = object(node, "day_to_day", .dayToDay) else { return .init() }
      return Scenario.DayToDay(
        common: number(object["common"], object.path("common")) ?? 0,
        own: number(object["own"], object.path("own")) ?? 0)
    }
    return Scenario.DayToDay(
      common: number(node, "day_to_day", wanted: "a sigma, or {\"common\": 0.1, \"own\": 0.2}")
        ?? 0)
  }

  private mutating func target(_ node: RemarkedJSONNode?) -> Target? {
    guard let node, let text = text(node, "target") else { return nil }
    do throws(Target.ParsingError) {
      return try Target(text)
    } catch {
      complain(node.line, "target", error.description)
      return nil
    }
  }

  private mutating func paths(_ node: RemarkedJSONNode?) -> [String] {
    (list(node, "assumptions", of: "paths") ?? []).compactMap { element, path in
      guard let text = text(element, path) else { return nil }
      check(path: text, element.line, path)
      return text
    }
  }

  private mutating func sources(_ node: RemarkedJSONNode?) -> [String: String] {
    guard let object = object(node, "sources", .sources) else { return [:] }
    var sources: [String: String] = [:]
    for key in object.keys {
      check(path: key, object.lines[key] ?? object.line, object.path(key))
      if let text = text(object[key], object.path(key)) { sources[key] = text }
    }
    return sources
  }

  private mutating func check(path: String, _ line: Int, _ place: String) {
    if ScenarioSchema.hasPath(path) { return }
    let nearest = NearestWord.of(path, among: ScenarioSchema.paths) ?? ""
    complain(
      line, place, "\"\(path.prefix(60))\" is no path of a scenario; the nearest is '\(nearest)'")
  }
}
