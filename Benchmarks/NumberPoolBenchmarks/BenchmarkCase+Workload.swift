import NumberPools

extension BenchmarkCase {
  /// Traffic and calls made of a scenario.
  static let workloads: [BenchmarkCase] = [
    BenchmarkCase(name: "generate/1e6") { scale in
      let generator = try WorkloadGenerator(scenario(pageViews: scale.count(1_000_000)))
      return Work(generator.workload().pageViewTimes.count, "view") {
        generator.workload()
      } checksum: { workload in
        var checksum = Checksum()
        for time in workload.pageViewTimes { checksum.add(time.milliseconds) }
        for session in workload.pageViewSessions { checksum.add(session.index) }
        for session in workload.sessions { checksum.add(session.visitor) }
        for call in workload.calls { checksum.add(call.time.milliseconds) }
        return checksum
      }
    }
  ]

  /// Four weeks of a business with everything that a scenario can have.
  private static func scenario(pageViews: Int) -> Scenario {
    let visits = Double(pageViews) / 28 / 2.8
    var paid = Scenario.Channel("paid-search", visitsPerDay: visits * 0.5)
    (paid.source, paid.medium) = ("google", "cpc")
    paid.campaigns = .zipf(count: 12, exponent: 1, terms: 40)
    paid.tagging = Scenario.Tagging(utm: 0.6, clickID: 0.3, mistyped: 0.02)
    var organic = Scenario.Channel("organic", visitsPerDay: visits * 0.3)
    (organic.source, organic.medium) = ("google", "organic")
    var scenario = Scenario(
      channels: [paid, organic, Scenario.Channel("direct", visitsPerDay: visits * 0.2)])
    scenario.dayToDay.common = 0.15
    scenario.returning.share = 0.2
    scenario.returning.newCookie = 0.1
    scenario.sharedLinks = 0.01
    scenario.notSwapped = 0.05
    scenario.bots = Scenario.Bots(share: 0.05, declared: 0.8)
    scenario.calls.probability = 0.05
    scenario.calls.again = 0.15
    return scenario
  }
}
