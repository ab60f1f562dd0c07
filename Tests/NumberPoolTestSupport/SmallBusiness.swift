package import NumberPools

/// Scenarios to look at one law at a time.
package enum SmallBusiness {
  /// A channel of direct visits at all hours alike.
  package static func flat(visitsPerDay: Double, days: Int = 28, seed: UInt64 = 1) -> Scenario {
    var scenario = Scenario(channels: [Scenario.Channel("all", visitsPerDay: visitsPerDay)])
    scenario.days = days
    scenario.seed = seed
    scenario.week = .flat
    return scenario
  }

  /// Clocks of Berlin in 2026, which are turned forward on 29 March and back on 25 October.
  package static let berlin = ZoneOffsets(
    .hours(1),
    changes: [
      .init(at: Timestamp(year: 2026, month: 3, day: 29, second: 3600), to: .hours(2)),
      .init(at: Timestamp(year: 2026, month: 10, day: 25, second: 3600), to: .hours(1)),
    ])
}

extension Scenario {
  /// What it makes; a scenario with a problem makes nothing.
  package func made(
    by clock: ZoneOffsets = .utc, replication: UInt64 = 0
  ) throws -> Workload {
    try WorkloadGenerator(self, clock: clock, replication: replication).workload()
  }
}
