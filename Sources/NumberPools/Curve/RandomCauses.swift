/// The chance of each cause of a call that isn't right, where a pool of one size lends a random
/// number.
///
/// Whoever is served takes a given number with chance q/F: q is the chance that it is free, F how
/// many are. What is taken comes back with the end of the hold. So from a release on, the chance
/// that a hold was the last to have the number follows from one walk over the requests served.
struct RandomCauses {
  private let chains: PageViewChains
  private let levels: [Int32]
  private let numbers: Int
  private let stays: StayFinder
  private let chances: RandomChances
  /// The holds in order of release.
  private let releases: [Int]
  /// The requests served of each visitor, to know who came back.
  private let servedOfVisitors: [Int32: [Int32]]

  /// Prepares the chances of a pool of one size.
  ///
  /// - Complexity: O(page views).
  init(_ chains: PageViewChains, levels: [Int32], numbers: Int, traffic: Traffic) {
    let holds = chains.holds
    self.chains = chains
    self.levels = levels
    self.numbers = numbers
    stays = StayFinder(of: traffic)
    chances = RandomChances(chains, levels: levels, numbers: numbers)
    releases = (0..<holds.count).map { holds.releaseOrder.position(at: $0) }
    let firstViews = holds.firstPageViews()
    var servedOfVisitors: [Int32: [Int32]] = [:]
    for (served, hold) in chances.servedHolds.enumerated() {
      let view = Int(firstViews[Int(hold)])
      let stay = stays.stay(of: holds.pageViewSessions[view], at: holds.pageViewTimes[view])
      servedOfVisitors[stay.visitor.index, default: []].append(Int32(truncatingIfNeeded: served))
    }
    self.servedOfVisitors = servedOfVisitors
  }

  /// What is to be expected of calls.
  ///
  /// - Complexity: O(calls x log(requests)), and O(requests served) for a call whose visitor came
  ///   back before it, after the end of the hold.
  func expected(_ dialled: DialledCalls) -> CauseCounts {
    var counts = CauseCounts()
    for (call, view) in zip(dialled.calls, dialled.views) {
      guard let view, Int(levels[view]) <= numbers else {
        counts.add(right: 0, causes: [(.fallbackShown, 1)])
        continue
      }
      let isOvertaken = chains.isOvertaken(view, by: call.time)
      let hold = Int(chains.holds.pageViewHolds[view])
      let stay = stays.stay(of: call.session, at: chains.holds.pageViewTimes[view])
      var kept = 1.0
      var returned = 0.0
      if chains.isOver(view, at: call.time) {
        let until = chances.served(by: call.time)
        kept = chances.survival(of: hold, until: until)
        returned = chanceOfReturn(after: hold, to: stay.visitor, until: until, by: call.time)
      }
      let lost: Cause =
        call.time < stay.lastPageView ? .changedMidVisit : .reassignedBeforeCall
      counts.add(
        right: isOvertaken ? 0 : kept,
        causes: [
          (.ownLaterSession, returned + (isOvertaken ? kept : 0)),
          (lost, max(0, 1 - kept - returned)),
        ])
    }
    return counts
  }

  /// The chance that a number freed by a hold was lent last, by a moment, to another hold of the
  /// same visitor.
  private func chanceOfReturn(
    after hold: Int, to visitor: VisitorID, until: Int, by time: Timestamp
  ) -> Double {
    let holds = chains.holds
    let from = Int(chances.servedAtRelease[hold])
    let own = servedOfVisitors[visitor.index] ?? []
    var nextOwn = own.partitioningIndex { Int($0) >= from }
    guard nextOwn < own.count, Int(own[nextOwn]) < until else { return 0 }

    var isFree = 1.0
    var taken: [Int: Double] = [:]
    var returned = 0.0
    let release = holds.releases[hold]
    var nextRelease = releases.partitioningIndex { holds.releases[$0] > release }
    for served in from..<until {
      while nextRelease < releases.count,
        holds.releases[releases[nextRelease]] <= chances.times[served]
      {
        isFree += taken.removeValue(forKey: releases[nextRelease]) ?? 0
        nextRelease += 1
      }
      let holder = Int(chances.servedHolds[served])
      let share = isFree / Double(chances.freeNumbers[served])
      isFree -= share
      taken[holder] = share
      if nextOwn < own.count, Int(own[nextOwn]) == served {
        nextOwn += 1
        let isOver = holds.releases[holder] <= time
        returned += share * (isOver ? chances.survival(of: holder, until: until) : 1)
      }
    }
    return returned
  }
}
