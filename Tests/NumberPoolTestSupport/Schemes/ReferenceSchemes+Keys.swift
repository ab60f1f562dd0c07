public import NumberPools

extension ReferenceSchemes {
  private func rule(_ scheme: Scheme) -> KeyRule {
    scheme == .bestStatic ? .goodScript : question.keys
  }

  /// The key that a sight makes; `nil` for one that the scheme doesn't see.
  func key(_ scheme: Scheme, _ sight: Sight) -> [String]? {
    var texts: [String?]
    switch sight {
    case .nothing: return nil
    case .tags(let tags):
      if isDirect(sight) { return nil }
      texts = tags.map(Self.clean)
    case .click:
      if !rule(scheme).seesClickIDs { return nil }
      texts = ["google", "cpc", nil, nil, nil]
    case .referrer(let source, let medium):
      if !rule(scheme).seesReferrers { return nil }
      texts = [Self.clean(source), Self.clean(medium), nil, nil, nil]
    }
    switch scheme {
    case .perUTM: return texts.map { $0 ?? "-" }
    case .perCampaign, .bestStatic: return texts[0..<3].map { $0 ?? "-" }
    case .perSource: return texts[0..<2].map { $0 ?? "-" }
    case .perChannel: return [Channel(source: texts[0], medium: texts[1]).rawValue]
    case .pool, .perVisitor, .single: return nil
    }
  }

  /// The key on the screen at a page view, and the visit that it comes from.
  public func key(_ scheme: Scheme, view: Int) -> ([String]?, Int?) {
    let visit = views[view].visit
    let rule = rule(scheme)
    let none: [String]? = rule.hasDirectNumber ? ["direct"] : nil
    let own = key(scheme, visits[visit].sight)
    var life: Int64
    var isFirst = false
    switch rule.memory {
    case .page: return (key(scheme, views[view].sight) ?? none, visit)
    case .session: return (own ?? none, visit)
    case .last(let interval): life = interval.milliseconds
    case .first(let interval):
      life = interval.milliseconds
      isFirst = true
    }
    var cookie: Int?
    for other in visits.indices
    where other <= visit && visits[other].visitor == visits[visit].visitor {
      let lives = cookie.map { visits[other].start - visits[$0].start <= life } ?? false
      if key(scheme, visits[other].sight) != nil, !(lives && isFirst) { cookie = other }
      if other == visit, let cookie, visits[other].start - visits[cookie].start <= life {
        return (key(scheme, visits[cookie].sight) ?? none, cookie)
      }
    }
    return (own ?? none, visit)
  }

  func labels(_ scheme: Scheme, ofKey key: [String]) -> [LabelLevel: String] {
    if key == ["direct"], scheme == .bestStatic {
      return Self.labels(Self.nothing)
    }
    if scheme == .perChannel { return [.channel: key[0]] }
    var texts: [String?] = key.map { $0 == "-" ? nil : $0 }
    while texts.count < 4 { texts.append(nil) }
    return Self.labels(Array(texts[0..<4]))
  }

  /// The visits that see each key, and the first page view that shows it.
  private func holders(_ scheme: Scheme) -> [[String]: (visits: Set<Int>, first: Int)] {
    var holders: [[String]: (visits: Set<Int>, first: Int)] = [:]
    for view in views.indices where !visits[views[view].visit].isNotSwapped {
      guard let key = key(scheme, view: view).0 else { continue }
      holders[key, default: ([], view)].visits.insert(views[view].visit)
    }
    return holders
  }

  /// The keys, those of most visits first.
  public func ranking(_ scheme: Scheme) -> [[String]] {
    holders(scheme).sorted {
      (-$0.value.visits.count, $0.value.first) < (-$1.value.visits.count, $1.value.first)
    }.map(\.key)
  }

  /// The fewest keys that hold 99 % of the visits that have one.
  public func needed(_ scheme: Scheme) -> Int {
    let holders = holders(scheme)
    let all = holders.values.reduce(into: Set<Int>()) { $0.formUnion($1.visits) }
    var held: Set<Int> = []
    for (place, key) in ranking(scheme).enumerated() {
      if Double(held.count) >= 0.99 * Double(all.count) { return place }
      held.formUnion(holders[key]?.visits ?? [])
    }
    return ranking(scheme).count
  }

  /// The number on the screen at each page view.
  private func shown(_ scheme: Scheme) -> [Int?] {
    let ranking = scheme.isStatic ? Array(ranking(scheme).prefix(question.numbers)) : []
    let visitors = visitorsByView
    var seen: [Int: Int] = [:]
    return views.indices.map { view in
      let visit = views[view].visit
      if visits[visit].isNotSwapped { return nil }
      switch scheme {
      case .pool:
        let own = pool.views.indices.filter { pool.views[$0].session == visit }
        let number = outcome.shown[own[seen[visit, default: 0]]]
        seen[visit, default: 0] += 1
        return number < 0 ? nil : number
      case .perVisitor: return visitors.firstIndex(of: visits[visit].visitor)
      default: return ranking.firstIndex { $0 == key(scheme, view: view).0 }
      }
    }
  }

  /// For each call how many visits may have made it.
  public func possibleCallers(_ scheme: Scheme) -> [Int] {
    let shown = shown(scheme)
    return calls.indices.map { call in
      let saying = say(scheme, call)
      if saying.visit != nil { return 1 }
      var visits = Set(
        views.indices.filter {
          shown[$0] == saying.number && views[$0].minute < calls[call].minute
            && views[$0].minute >= calls[call].minute - Self.day
        }.map { views[$0].visit })
      if let visit = calls[call].visit { visits.insert(visit) }
      return visits.count
    }
  }
}
