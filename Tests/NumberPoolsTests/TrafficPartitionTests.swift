import NumberPoolTestSupport
import NumberPools
import Testing

/// Several pools, against a reference that is given the page views of each pool alone.
@Suite("Several pools")
struct TrafficPartitionTests {
  private static let traffics = 20

  @Test("One shared pool is what it is without pools", arguments: UInt64(0)..<100)
  func sharedPool(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<Self.traffics {
      let random = RandomTraffic(&generator)
      let traffic = random.traffic
      let without = random.merged.traffic
      #expect(traffic.sessions == without.sessions && traffic.stays == without.stays)
      #expect(traffic.pageViewSessions == without.pageViewSessions)
      for request in RequestRule.allCases {
        #expect(
          PoolCurve(of: Holds(of: traffic, rule: random.rule), request: request)
            == PoolCurve(of: Holds(of: without, rule: random.rule), request: request))
      }
    }
  }

  @Test("Each pool is what its own page views alone make of it", arguments: UInt64(100)..<300)
  func ownPageViews(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<Self.traffics {
      let random = RandomTraffic(&generator)
      guard random.pools > 1 else { continue }
      let partition = TrafficPartition(
        of: random.traffic, into: random.pools,
        by: Sessionizer(timeout: .milliseconds(random.sessionTimeout)))
      #expect(partition.pools.map(\.pageViewTimes.count).reduce(0, +) == random.views.count)
      for group in 0..<random.pools {
        let alone = random.pool(group)
        let reference = alone.reference
        let traffic = partition.pools[group]
        let holds = Holds(of: traffic, rule: random.rule)
        #expect(traffic.sessions.count == Set(alone.views.map(\.session)).count)
        #expect(holds.starts.map(\.milliseconds) == reference.holds.map(\.start))
        #expect(holds.releases.map(\.milliseconds) == reference.holds.map(\.release))
        for request in RequestRule.allCases {
          let curve = PoolCurve(of: holds, request: request)
          for size in 0...(reference.peak + 1) {
            let expected = reference.play(numbers: size, request: request, chooseLowest: false)
            #expect(curve.sessionsCovered(at: size) == expected.covered.count)
            #expect(curve.pageViewsRefused(at: size) == expected.refused)
          }
        }
      }
      let pools = Dictionary(grouping: random.views, by: \.visitor)
        .mapValues { Set($0.map(\.group)).count }
      #expect(partition.sharedVisitors == pools.values.count { $0 > 1 })
      let ofSessions = Dictionary(grouping: random.views, by: \.session)
        .mapValues { Set($0.map(\.group)).count }
      #expect(partition.sharedSessions == ofSessions.values.count { $0 > 1 })
    }
  }

  @Test("A call belongs to the pool whose number was on the screen", arguments: UInt64(300)..<340)
  func calls(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<Self.traffics {
      let random = RandomTraffic(&generator)
      let traffic = random.traffic
      guard random.pools > 1, !traffic.sessions.isEmpty else { continue }
      let partition = TrafficPartition(
        of: traffic, into: random.pools,
        by: Sessionizer(timeout: .milliseconds(random.sessionTimeout)))
      let calls = (0..<20).map { _ in
        let session = generator.next(below: traffic.sessions.count)
        let lag = Interval.milliseconds(Int64(generator.next(below: 30)))
        return Call(at: traffic.sessions[session].start + lag, session: SessionID(Int32(session)))
      }
      let own = partition.calls(calls)
      #expect(own.map(\.count).reduce(0, +) == calls.count)
      var next = [Int](repeating: 0, count: random.pools)
      for call in calls {
        let view = traffic.pageViewSessions.indices.last {
          traffic.pageViewSessions[$0] == call.session && traffic.pageViewTimes[$0] <= call.time
        }
        guard let view else { continue }
        let group = Int(traffic.pageViewGroups[view])
        let found = own[group][next[group]]
        next[group] += 1
        let pool = partition.pools[group]
        // A pool has its page views in the order of the whole.
        let same = traffic.pageViewGroups[..<view].count { $0 == Int32(group) }
        #expect(found.time == call.time)
        #expect(pool.pageViewSessions[same] == found.session)
      }
    }
  }

  @Test("Who goes from one site to another asks in both, and comes back as a new session")
  func drawing() {
    // a on site 0 in minutes 0 and 8, on site 1 from 2 to 6; a session ends after 5 minutes.
    var log = PageViewLog()
    for (minute, group) in [(0, 0), (2, 1), (4, 1), (6, 1), (8, 0)] as [(Int64, Int32)] {
      log.append(visitor: VisitorID(0), at: .seconds(minute * 60), group: group)
    }
    let sessionizer = Sessionizer(timeout: .minutes(5))
    let traffic = sessionizer.traffic(from: log)
    #expect(traffic.sessions.map(\.pageViews) == [5])
    let partition = TrafficPartition(of: traffic, into: 2, by: sessionizer)
    #expect(partition.pools.map { $0.sessions.map(\.pageViews) } == [[1, 1], [3]])
    let holds = Holds(of: partition.pools[0], rule: HoldRule(reuseTimeout: .minutes(1)))
    #expect(holds.starts == [.seconds(0), .seconds(480)])
    #expect(holds.releases == [.seconds(60), .seconds(540)])
    let call = Call(at: .seconds(420), session: SessionID(0))
    #expect(partition.calls([call]) == [[], [Call(at: .seconds(420), session: SessionID(0))]])
  }
}
