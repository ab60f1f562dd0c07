import NumberPoolTestSupport
import NumberPools
import Testing

@Suite("A plan plays equal variations once")
struct StudyPlanTests {
  /// Two page views of one visitor a minute apart, and one of another.
  private var dataset: Dataset {
    var log = PageViewLog()
    log.append(visitor: VisitorID(0), at: .seconds(0))
    log.append(visitor: VisitorID(0), at: .seconds(60))
    log.append(visitor: VisitorID(1), at: .seconds(4000))
    let traffic = Sessionizer().traffic(from: log)
    return Dataset(traffic: traffic, calls: [Call(at: .seconds(4001), session: SessionID(1))])
  }

  private func played(_ variations: [Variation], _ rules: PoolRules) -> StudyOutcomes<Variation> {
    var plan = StudyPlan(rules, of: dataset)
    for variation in variations { plan.add(variation) }
    return plan.play(on: SerialMap()) { variation, _, _ in variation }
  }

  @Test("Both readings of a silence are one where no silence is as long as the timeout")
  func silences() {
    let long = Variation.reuseTimeout(.minutes(5), .views)
    let short = Variation.reuseTimeout(.seconds(30), .views)
    let open = Variation.reuseTimeout(.minutes(5), .tabOpen)
    let found = played([.asAsked, open, long, short], PoolRules())
    #expect(found[.asAsked] == .asAsked)
    #expect(found[long] == open)
    #expect(found[short] == short)
    // A window runs from the last sign of life, which differs.
    let window = PoolRules(match: .lastHolderWithin(.minutes(9)))
    #expect(played([open, long], window)[long] == long)
  }

  @Test("What is asked for anyway is played once, under the name that came first")
  func asked() {
    let same = Variation.reuseTimeout(.minutes(30), .tabOpen)
    #expect(played([.asAsked, same], PoolRules())[same] == .asAsked)
    #expect(played([same, .asAsked], PoolRules())[.asAsked] == same)
    let none = Variation.longerReading(by: .zero)
    #expect(played([.asAsked, none], PoolRules())[none] == .asAsked)
  }

  @Test("A window that is left out takes its sessions and their calls along")
  func windows() throws {
    let window = try #require(BusiestWindow(of: .minutes(15), in: dataset.traffic))
    let rest = Variation.without(window).dataset(changedFrom: dataset)
    #expect(rest.traffic.sessions.map(\.start) == [.seconds(4000)])
    #expect(rest.calls == [Call(at: .seconds(4001), session: SessionID(0))])
    #expect(Variation.asAsked.dataset(changedFrom: dataset).calls == dataset.calls)
  }
}
