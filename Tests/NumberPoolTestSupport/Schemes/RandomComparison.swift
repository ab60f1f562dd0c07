public import NumberPools

/// A comparison of schemes with every option drawn, of small random traffic; in the words of the
/// product and of the reference.
public struct RandomComparison {
  /// What the product compares.
  public var input: ComparedTraffic
  /// What is asked.
  public var question: SchemeQuestion
  /// The reference's schemes.
  public var reference: ReferenceSchemes

  /// Draws a comparison; `nil` where there is no page view.
  public init?(_ generator: inout SplitMix64) {
    func one<Value>(_ values: [Value]) -> Value { values[generator.next(below: values.count)] }
    var random = RandomTraffic(&generator).merged
    if !random.namesSessions { random.deriveSessions() }
    guard !random.views.isEmpty else { return nil }
    // So that a day, a month, or the 90 days of a touch are a few steps.
    random.stretch(by: one([1, 3_600_000, 14_400_000, 86_400_000, 5 * 86_400_000, 604_800_000]))
    let traffic = random.traffic
    let knowsTruth = generator.next(below: 10) < 7
    var words = RandomTouches(&generator)
    let visits = words.visits(of: traffic, knowsTruth: knowsTruth, &generator)
    let first = traffic.firstPageViews()
    let views = traffic.pageViewSessions.enumerated().map { view, session in
      let visit = Int(session.index)
      let isBare = generator.next(below: 10) < 7
      let sight = isBare ? .nothing : words.sight(&generator)
      return ReferenceSchemes.View(
        minute: traffic.pageViewTimes[view].milliseconds, visit: visit,
        sight: first[visit] == view ? visits[visit].sight : sight)
    }
    let calls = Self.calls(of: visits, step: random.sessionTimeout, &generator)
    question = Self.question(random, &generator)
    input = Self.input(traffic, visits, views, calls, knowsTruth: knowsTruth)
    reference = ReferenceSchemes(
      visits: visits, views: views, calls: calls, question: question,
      pool: random.asking(visits, of: traffic).reference)
  }

  private static func calls(
    of visits: [ReferenceSchemes.Visit], step: Int64, _ generator: inout SplitMix64
  ) -> [ReferenceSchemes.Telephone] {
    func one<Value>(_ values: [Value]) -> Value { values[generator.next(below: values.count)] }
    return (0..<one([1, 5, 12])).map { _ in
      let visit = generator.next(below: visits.count)
      let wait = step * Int64(generator.next(below: one([1, 4, 30]))) / one([1, 2, 3])
      let isStray = generator.next(below: 7) == 0
      let isDrawn = generator.next(below: 2) == 0
      return ReferenceSchemes.Telephone(
        minute: visits[visit].start + wait, visit: isStray ? nil : visit,
        draw: isStray && isDrawn ? generator.nextUnit() : nil)
    }
  }

  private static func question(
    _ random: RandomTraffic, _ generator: inout SplitMix64
  ) -> SchemeQuestion {
    func one<Value>(_ values: [Value]) -> Value { values[generator.next(below: values.count)] }
    let step = random.sessionTimeout
    let memories: [KeyRule.Memory] = [
      .page, .session, .first(.milliseconds(step * 3)), .last(.milliseconds(step * 3)),
      .last(.days(30)), .first(.days(30)),
    ]
    let matches: [MatchRule] = [
      .lastHolder, .lastHolder, .currentHolderOnly,
      .lastHolderWithin(.milliseconds(step * Int64(generator.next(below: 5)))),
    ]
    return SchemeQuestion(
      numbers: one([0, 1, 1, 2, 3, 5, 20]), poolMinimum: one([nil, 3]),
      rules: PoolRules(
        allocation: one([.longestIdle, .lowestFirst]), hold: random.rule,
        request: one(RequestRule.allCases), match: one(matches)),
      keys: KeyRule(
        memory: one(memories), seesClickIDs: one([true, false]), seesReferrers: one([true, false])))
  }

  /// The columns of the product.
  private static func input(
    _ traffic: Traffic, _ visits: [ReferenceSchemes.Visit], _ views: [ReferenceSchemes.View],
    _ calls: [ReferenceSchemes.Telephone], knowsTruth: Bool
  ) -> ComparedTraffic {
    var book = TouchBook()
    let visible = visits.map { book.note($0.sight) }
    let pageViews = views.map { book.note($0.sight) }
    var paid: [TouchNumber] = []
    if knowsTruth {
      paid = visits.map { visit in
        let texts = visit.paid ?? [nil, nil, nil, nil]
        return book.tagged(
          source: texts[0], medium: texts[1], campaign: texts[2], term: texts[3],
          clickID: visit.click)
      }
    }
    var input = ComparedTraffic(traffic: traffic, book: book, visible: visible)
    input.pageViews = pageViews
    if knowsTruth {
      input.paid = paid
      input.persons = visits.map { Int32($0.person) }
      input.arrivals = visits.map(\.arrival)
    }
    if visits.contains(where: \.isNotSwapped) { input.isNotSwapped = visits.map(\.isNotSwapped) }
    input.calls = calls.map { call in
      ComparedCall(
        at: Timestamp(milliseconds: call.minute),
        session: call.visit.map { SessionID(Int32($0)) }, draw: call.draw)
    }
    return input
  }
}

extension TouchBook {
  fileprivate mutating func note(_ sight: ReferenceSchemes.Sight) -> TouchNumber {
    switch sight {
    case .nothing: .direct
    case .tags(let texts):
      tagged(
        source: texts[0], medium: texts[1], campaign: texts[2], term: texts[3], content: texts[4])
    case .click(let id): clicked(Touch.ClickID(parameter: "gclid", value: id))
    case .referrer(let source, let medium): referred(source: source, medium: medium)
    }
  }
}

extension RandomTraffic {
  /// What is seen of it by a pool, under the numbers of the visits: those who see numbers.
  func asking(_ visits: [ReferenceSchemes.Visit], of traffic: Traffic) -> RandomTraffic {
    var visitOfName: [Int: Int] = [:]
    for (visit, name) in names(of: traffic).enumerated() { visitOfName[name] = visit }
    func visit(_ session: Int) -> Int? {
      visitOfName[session].flatMap { visits[$0].isNotSwapped ? nil : $0 }
    }
    var asking = self
    asking.views = views.compactMap { view in
      var view = view
      guard let visit = visit(view.session) else { return nil }
      view.session = visit
      return view
    }
    asking.heartbeats = heartbeats.compactMap { beat in
      var beat = beat
      guard let visit = visit(beat.session) else { return nil }
      beat.session = visit
      return beat
    }
    return asking
  }

  /// The same with every time so many times as long.
  mutating func stretch(by factor: Int64) {
    for index in views.indices { views[index].minute *= factor }
    for index in heartbeats.indices {
      heartbeats[index].minute *= factor
      heartbeats[index].since *= factor
    }
    sessionTimeout *= factor
    reuseTimeout *= factor
    lastPageTime *= factor
  }
}

/// Touches from a handful of words, so that many are alike.
struct RandomTouches {
  private var clicks = 0
  private let share: Int

  init(_ generator: inout SplitMix64) {
    share = generator.next(below: 4)
  }

  private func one<Value>(_ values: [Value], _ generator: inout SplitMix64) -> Value {
    values[generator.next(below: values.count)]
  }

  private mutating func texts(_ generator: inout SplitMix64) -> [String?] {
    [
      one(["google", "Google", "bing", "news"], &generator),
      one(["cpc", "CPC ", "email", nil], &generator), one(["a", "b", nil], &generator),
      one(["x", "y", nil], &generator),
    ]
  }

  /// Visits for the sessions of some traffic.
  mutating func visits(
    of traffic: Traffic, knowsTruth: Bool, _ generator: inout SplitMix64
  ) -> [ReferenceSchemes.Visit] {
    let unswapped = one([0, 0, 30], &generator)
    let isNotSwapped = (0..<traffic.visitorCount).map { _ in
      generator.next(below: 100) < unswapped
    }
    return traffic.sessions.map { session in
      let visitor = Int(session.visitor.index)
      var visit = ReferenceSchemes.Visit(
        visitor: visitor, person: visitor, sight: sight(&generator),
        start: session.start.milliseconds, end: session.end.milliseconds)
      visit.isNotSwapped = isNotSwapped[visitor]
      if knowsTruth {
        setTruth(of: &visit, &generator)
        // Some visitors are the same person.
        visit.person = visitor % max(1, traffic.visitorCount - traffic.visitorCount / 3)
        visit.arrival = one(
          [.first, .first, .first] + ComparedTraffic.Arrival.allCases, &generator)
      }
      return visit
    }
  }

  /// What a page view shows.
  mutating func sight(_ generator: inout SplitMix64) -> ReferenceSchemes.Sight {
    switch generator.next(below: 4 + share) {
    case 0: .nothing
    case 1: .click(one(["G1", "G2", "g1", "G4"], &generator))
    case 2:
      one([.referrer("google", "organic"), .referrer("blog.example", "referral")], &generator)
    default:
      .tags(texts(&generator) + [one([nil, nil, "1"], &generator)])
    }
  }

  /// What was paid for: mostly what is seen.
  mutating func setTruth(of visit: inout ReferenceSchemes.Visit, _ generator: inout SplitMix64) {
    switch visit.sight {
    case _ where generator.next(below: 3) == 0:
      visit.paid = one([[nil, nil, nil, nil], texts(&generator)], &generator)
    case .nothing: visit.paid = [nil, nil, nil, nil]
    case .click(let id):
      visit.paid = ["google", "cpc", one(["a", nil], &generator), one(["x", nil], &generator)]
      if generator.next(below: 4) > 0 { visit.click = id }
    case .referrer(let source, let medium): visit.paid = [source, medium, nil, nil]
    case .tags(let texts): visit.paid = Array(texts[0..<4])
    }
    if visit.click == nil, generator.next(below: 5) == 0 {
      visit.click = one(["G1", "G2"], &generator)
    }
  }
}
