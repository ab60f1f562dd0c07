import NumberPools

extension BenchmarkCase {
  /// The model in memory: from page views to every size's answer.
  static let model: [BenchmarkCase] =
    [
      BenchmarkCase(name: "sessionize/1e6") { scale in
        let visits = RandomVisits(pageViews: scale.count(1_000_000), perSession: 3)
        return Work(visits.log.count, "view") {
          Sessionizer().traffic(from: visits.log)
        } checksum: { traffic in
          var checksum = Checksum()
          for session in traffic.sessions { checksum.add(session.lastPageView.milliseconds) }
          return checksum
        }
      },
      BenchmarkCase(name: "holds/1e6") { scale in
        let traffic = Sessionizer()
          .traffic(from: RandomVisits(pageViews: scale.count(1_000_000)).log)
        return Work(traffic.sessions.count, "session") {
          Holds(of: traffic, rule: HoldRule())
        } checksum: { holds in
          var checksum = Checksum()
          for release in holds.releases { checksum.add(release.milliseconds) }
          return checksum
        }
      },
    ]
    + [("1e4", 10_000), ("1e5", 100_000), ("1e6", 1_000_000), ("1e7", 10_000_000)].map {
      curve("coverage/\($0.0)", pageViews: $0.1)
    } + [
      curve("coverage-retries/1e6", pageViews: 1_000_000, perSession: 3),
      curve("calls/1e6", pageViews: 1_000_000, hasCalls: true),
      curve("calls-retries/1e6", pageViews: 1_000_000, perSession: 3, hasCalls: true),
      curve("credit-lags/1e6", pageViews: 1_000_000, lags: CreditQuestion.reportedLags),
      curve(
        "credit-retries/1e6", pageViews: 1_000_000, perSession: 3,
        lags: CreditQuestion.reportedLags),
    ]

  /// Every size's answer from holds in memory; the holds themselves have a case of their own.
  private static func curve(
    _ name: String, pageViews: Int, perSession: Int = 1, hasCalls: Bool = false,
    lags: [Interval] = []
  ) -> BenchmarkCase {
    BenchmarkCase(name: name) { scale in
      let visits = RandomVisits(pageViews: scale.count(pageViews), perSession: perSession)
      let traffic = Sessionizer().traffic(from: visits.log)
      let holds = Holds(of: traffic, rule: HoldRule())
      let question = CreditQuestion(calls: hasCalls ? visits.calls : [], lags: lags)
      return Work(traffic.sessions.count, "session") {
        PoolCurve(of: holds, in: traffic, rules: PoolRules(), credit: question)
      } checksum: { curve in
        var checksum = Checksum()
        checksum.add(curve)
        return checksum
      }
    }
  }

  /// One size, event by event, under each order.
  static let replays: [BenchmarkCase] = [
    ("longest-idle", Allocation.longestIdle), ("lowest-first", .lowestFirst), ("random", .random),
  ].map { name, allocation in
    BenchmarkCase(name: "replay-\(name)/1e6") { scale in
      let visits = RandomVisits(pageViews: scale.count(1_000_000), perSession: 3)
      let holds = Holds(of: Sessionizer().traffic(from: visits.log), rule: HoldRule())
      return Work(holds.sessionCount, "session") {
        HoldReplay(numbers: 120).run(holds, allocation: allocation, seed: 1)
      } checksum: { outcome in
        var checksum = Checksum()
        for assignment in outcome.assignments { checksum.add(assignment.number.index) }
        return checksum
      }
    }
  }
}
