import NumberPoolTestSupport
import Testing

@testable import NumberPools

/// Laws of forecasts: whatever is drawn, these hold.
@Suite("Forecast")
struct ForecastTests {
  private func question(days: Int = 14, seed: UInt64 = 1) -> ForecastQuestion {
    ForecastQuestion(target: .usual, days: days, futures: 200, seed: seed)
  }

  @Test("The order in which days are played makes no difference", arguments: UInt64(1)...3)
  func orderOfPlay(seed: UInt64) throws {
    let traffic = PoissonDays(means: [80, 120, 90, 100, 70, 40, 30, 90], open: 8..<20)
      .traffic(seed: seed)
    let plan = try #require(ForecastPlan(question(seed: seed), of: traffic))
    let forecast = plan.forecast()
    #expect(plan.forecast(on: BackwardMap()) == forecast)
    let again = try #require(ForecastPlan(question(seed: seed), of: traffic))
    #expect(again.forecast() == forecast)
  }

  @Test("A day needs what an ordinary study of its sessions says", arguments: UInt64(1)...8)
  func ordinaryStudy(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let traffic = Self.tangledTraffic(&random)
    var question = question(seed: seed)
    question.rules.hold.presence = seed.isMultiple(of: 2) ? .views : .tabOpen
    question.rules.hold.reuseTimeout = .minutes(Int64(random.next(below: 60)))
    question.rules.request = random.next(below: 2) == 0 ? .everyPageView : .firstPageView
    if question.rules.request == .firstPageView, random.next(below: 2) == 0 {
      question.rules.allocation = .lowestFirst
    }
    let plan = try #require(ForecastPlan(question, of: traffic))
    for _ in 0..<20 {
      let day = plan.traffic(ofDay: random.next(below: plan.dayCount))
      let whole = DayTraffic(
        of: day.traffic, isCounted: day.traffic.sessions.map { _ in true })
      var pooled = PooledDays(lags: question.lags)
      pooled.add(DayCounts(of: whole, under: question))
      let curve = PoolCurve(
        of: day.traffic, rules: question.rules, credit: CreditQuestion(lags: question.lags))
      #expect(
        pooled.need(for: question.target)
          == (try? MinimumPool(for: question.target, on: curve).numbers))
      let counted = zip(day.traffic.sessions, day.isCounted).filter(\.1).map(\.0)
      #expect(counted.allSatisfy { (0..<LogDay.length).contains($0.start.milliseconds) })
      #expect(DayCounts(of: day, under: question).sessions == counted.count)
    }
  }

  @Test("Each day as it was, together, needs what the log needs", arguments: UInt64(1)...5)
  func theLogItself(seed: UInt64) throws {
    // Nobody comes at night, so days don't touch.
    let traffic = PoissonDays(means: Array(repeating: 60, count: 9), open: 8..<20, pageViews: 3)
      .traffic(seed: seed)
    let question = question(seed: seed)
    let plan = try #require(ForecastPlan(question, of: traffic))
    var pooled = PooledDays(lags: question.lags)
    for day in plan.itself { pooled.add(plan.counts(ofDay: Int(day))) }
    let curve = PoolCurve(
      of: traffic, rules: question.rules, credit: CreditQuestion(lags: question.lags))
    #expect(pooled.sessions == traffic.sessions.count)
    #expect(
      pooled.need(for: question.target)
        == (try MinimumPool(for: question.target, on: curve).numbers))
  }

  @Test("More confidence never asks for fewer numbers")
  func confidence() throws {
    let traffic = PoissonDays(means: Array(repeating: 100, count: 10)).traffic(seed: 3)
    let forecast = try #require(ForecastPlan(question(), of: traffic)).forecast()
    let points = stride(from: 0.05, through: 1, by: 0.05).map { forecast.numbers(in: $0) ?? .max }
    #expect(points == points.sorted())
    #expect(forecast.numbers == forecast.numbers(in: 0.95))
    for share in [0.5, 0.8, 0.95] {
      let numbers = try #require(forecast.numbers(in: share))
      #expect(forecast.share(metBy: numbers) >= share)
      #expect(forecast.share(metBy: numbers - 1) < share)
    }
  }

  @Test("Seven equal days ask for Erlang's numbers and a margin", arguments: UInt64(1)...4)
  func equalDays(seed: UInt64) throws {
    let perDay = 480.0
    let traffic = PoissonDays(means: Array(repeating: perDay, count: 7)).traffic(seed: seed)
    let target = Target([Target.Condition(.coverage, .atLeast, units: 9_900_000)])
    let plan = try #require(
      ForecastPlan(ForecastQuestion(target: target, futures: 300, seed: seed), of: traffic))
    let numbers = try #require(plan.forecast().numbers)
    // Half an hour each, ten at once on average; refused visitors don't ask again.
    let erlang = ErlangB.numbers(load: perDay / 48, refusingAtMost: 0.01)
    #expect(erlang <= numbers)
    #expect(Double(numbers) <= 1.7 * Double(erlang))
  }

  @Test("Fewer than seven days foretell nothing, nor do rules that one pass can't play")
  func refusals() {
    func plan(days: Int, _ change: (inout ForecastQuestion) -> Void = { _ in }) -> ForecastPlan? {
      var question = question()
      change(&question)
      return ForecastPlan(
        question, of: PoissonDays(means: Array(repeating: 50, count: days)).traffic(seed: 1))
    }
    #expect(plan(days: 6) == nil)
    #expect(plan(days: 7) != nil)
    #expect(plan(days: 7) { $0.rules.allocation = .random } == nil)
    #expect(
      ForecastPlan(question(), of: Traffic()) == nil)
  }

  /// Visitors who return, sessions with a name that outlast silences, and signs of life.
  private static func tangledTraffic(_ random: inout SplitMix64) -> Traffic {
    var log = PageViewLog()
    let namesSessions = random.next(below: 2) == 0
    for visit in 0..<500 {
      let visitor = VisitorID(Int32(random.next(below: 300)))
      var time = Timestamp.seconds(Int64(random.next(below: 9 * 86_400)))
      for _ in 0...random.next(below: 4) {
        if namesSessions {
          log.append(session: SessionID(Int32(visit)), visitor: visitor, at: time)
        } else {
          log.append(visitor: visitor, at: time)
        }
        if random.next(below: 3) == 0 {
          log.appendHeartbeat(
            visitor: visitor, session: namesSessions ? SessionID(Int32(visit)) : nil,
            at: time + .seconds(Int64(random.next(below: 1200))))
        }
        time = time + .seconds(Int64(random.next(below: 4000)))
      }
    }
    return Sessionizer().traffic(from: log)
  }
}
