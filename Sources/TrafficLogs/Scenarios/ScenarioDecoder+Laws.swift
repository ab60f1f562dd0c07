import NumberPools

extension ScenarioDecoder {
  mutating func law(_ node: RemarkedJSONNode?, _ path: String) -> DurationLaw? {
    guard let node else { return nil }
    if case .text(let text) = node.value {
      let hint =
        Interval(text) == nil
        ? Self.lawForms : "write {\"mean\": \"\(text)\"} or {\"always\": \"\(text)\"}"
      complain(node.line, path, "is text, and should be a law: \(hint)")
      return nil
    }
    guard let object = object(node, path, .law, wanted: "a law") else { return nil }
    return law(object)
  }

  private static let lawForms =
    "{\"mean\": \"3m\"}, {\"median\": \"40s\", \"sigma\": 1.1}, {\"median\": \"20m\", \"p90\":"
    + " \"3h\"}, {\"always\": \"3m\"} or {\"from\": \"1m\", \"to\": \"5m\"}"

  /// A law of lengths of time, whatever else the object holds.
  mutating func law(_ object: ScenarioObject) -> DurationLaw? {
    let own = Set(ScenarioSchema.law.keys.map { $0.name })
    let keys = object.keys.filter(own.contains)
    func duration(_ key: String, _ decoder: inout Self) -> Interval? {
      decoder.duration(object[key], object.path(key))
    }
    switch Set(keys) {
    case ["mean"]:
      return duration("mean", &self).map { .exponential(mean: $0) }
    case ["always"]:
      return duration("always", &self).map { .constant($0) }
    case ["from", "to"]:
      let from = duration("from", &self)
      let to = duration("to", &self)
      guard let from, let to else { return nil }
      return .uniform(from: from, to: to)
    case ["median", "sigma"]:
      let median = duration("median", &self)
      let sigma = number(object["sigma"], object.path("sigma"))
      guard let median, let sigma else { return nil }
      return .lognormal(median: median, sigma: sigma)
    case ["median", "p90"]:
      let median = duration("median", &self)
      let p90 = duration("p90", &self)
      guard let median, let p90 else { return nil }
      guard median > .zero, p90 >= median else {
        complain(
          object.lines["p90"] ?? object.line, object.path("p90"),
          "\(p90.shorthand) isn't at least the median, \(median.shorthand), or that isn't above 0")
        return nil
      }
      return .lognormal(median: median, p90: p90)
    case ["median"]:
      complain(object.line, object.path, "a median needs a sigma or a p90 beside it")
    case ["sigma"], ["p90"]:
      complain(object.line, object.path, "\(keys[0]) needs a median beside it")
    case ["from"], ["to"]: complain(object.line, object.path, "`from` and `to` need each other")
    case []: complain(object.line, object.path, "names no law: write \(Self.lawForms)")
    default:
      complain(
        object.line, object.path,
        "\(keys.joined(separator: ", ")) make no law together: write \(Self.lawForms)")
    }
    return nil
  }

  mutating func visit(_ node: RemarkedJSONNode?, _ path: String) -> Scenario.Visit {
    guard let object = object(node, path, .visit) else { return .init() }
    return Scenario.Visit(
      pageViews: number(object["page_views"], object.path("page_views")),
      gap: law(object["gap"], object.path("gap")),
      lastPage: law(object["last_page"], object.path("last_page")))
  }

  mutating func returning(_ node: RemarkedJSONNode?, _ path: String) -> Scenario.Returning {
    guard let object = object(node, path, .returning) else { return .init() }
    var returning = Scenario.Returning(
      share: share(object["share"], object.path("share")),
      after: law(object["after"], object.path("after")),
      newCookie: share(object["new_cookie"], object.path("new_cookie")))
    if let ways = self.object(object["as"], object.path("as"), .ways) {
      func weight(_ key: String, _ decoder: inout Self) -> Double {
        decoder.share(ways[key], ways.path(key)) ?? 0
      }
      returning.as = Scenario.ReturnWays(
        direct: weight("direct", &self), organic: weight("organic", &self),
        sameLink: weight("same_link", &self), ownLink: weight("own_link", &self))
    }
    return returning
  }

  mutating func calls(_ node: RemarkedJSONNode?, _ path: String) -> Scenario.Calls {
    var calls = Scenario.Calls()
    guard let object = object(node, path, .calls) else { return calls }
    calls.probability = share(object["probability"], object.path("probability"))
    calls.duringVisit = share(object["during_visit"], object.path("during_visit"))
    calls.later = later(object["later"], object.path("later"))
    calls.open = openingHours(object["open"], object.path("open"))
    calls.again = share(object["again"], object.path("again"))
    calls.againAfter = law(object["again_after"], object.path("again_after"))
    calls.misdialledPerDay = number(
      object["misdialled_per_day"], object.path("misdialled_per_day"))
    calls.offSitePerDay = number(object["off_site_per_day"], object.path("off_site_per_day"))
    calls.answered = share(object["answered"], object.path("answered"))
    calls.duration = law(object["duration"], object.path("duration"))
    return calls
  }

  private mutating func later(_ node: RemarkedJSONNode?, _ path: String) -> [Scenario.LaterCalls]? {
    guard let elements = list(node, path, of: "laws") else { return nil }
    var objects: [ScenarioObject] = []
    for (element, path) in elements {
      if let object = object(element, path, .later, wanted: "a law") { objects.append(object) }
    }
    let shares = shares(of: objects)
    var later: [Scenario.LaterCalls] = []
    for (object, share) in zip(objects, shares) {
      let isSaved = truth(object["saved_number"], object.path("saved_number"))
      if let law = law(object) {
        later.append(.init(share: share, lag: law, savedNumber: isSaved ?? false))
      }
    }
    // What is left of a list with faults in it is no list that was meant.
    return later.count == elements.count ? later : nil
  }

  /// The shares of some objects; alike where none of them says any.
  mutating func shares(of objects: [ScenarioObject]) -> [Double] {
    if objects.allSatisfy({ $0["share"] == nil }) {
      return [Double](repeating: 1, count: objects.count)
    }
    return objects.map { object in
      if object["share"] == nil {
        complain(object.line, object.path("share"), "is missing, and others have one")
      }
      return share(object["share"], object.path("share")) ?? 1
    }
  }
}
