/// The chance that each call is credited rightly by a pool of one size that lends a random number.
///
/// While a number lies free, everyone who asks is served, and takes it with chance 1/F, F being how
/// many numbers are free. Who asks when, and how many are free, doesn't depend on the choices. So
/// the chance that a number is still its last holder's is the product of 1 - 1/F over the requests
/// served since the release: exact, without a draw.
struct RandomChances {
  private let chains: PageViewChains
  private let levels: [Int32]
  private let numbers: Int
  /// The requests served, in order: when, whose, how many numbers were free, and the sum of the
  /// logarithms of 1 - 1/F before each.
  private(set) var times: [Timestamp] = []
  private(set) var servedHolds: [Int32] = []
  private(set) var freeNumbers: [Int] = []
  private var logarithms: [Double] = [0]
  /// How many requests before each took the only free number.
  private var certainties: [Int32] = [0]
  /// For each hold how many requests had been served at its release.
  private(set) var servedAtRelease: [Int32]

  init(_ chains: PageViewChains, levels: [Int32], numbers: Int) {
    let holds = chains.holds
    self.chains = chains
    self.levels = levels
    self.numbers = numbers
    servedAtRelease = Array(repeating: 0, count: holds.count)
    var hasNumber = [Bool](repeating: false, count: holds.count)
    var free = numbers
    var next = 0
    func release(upTo time: Timestamp?) {
      while next < holds.count {
        if let time, time < holds.releaseOrder.time(at: next) { break }
        let ending = holds.releaseOrder.position(at: next)
        servedAtRelease[ending] = Int32(times.count)
        if hasNumber[ending] { free += 1 }
        next += 1
      }
    }
    for view in holds.pageViewTimes.indices {
      let time = holds.pageViewTimes[view]
      release(upTo: time)
      let hold = Int(holds.pageViewHolds[view])
      // The pass knows who is served: a page view shows a number exactly from its level on.
      guard !hasNumber[hold], Int(levels[view]) <= numbers else { continue }
      hasNumber[hold] = true
      times.append(time)
      servedHolds.append(Int32(truncatingIfNeeded: hold))
      freeNumbers.append(free)
      let isCertain = free == 1
      certainties.append(certainties[times.count - 1] + (isCertain ? 1 : 0))
      logarithms.append(
        logarithms[times.count - 1] + (isCertain ? 0 : Logarithm.of(1 - 1 / Double(free))))
      free -= 1
    }
    release(upTo: nil)
  }

  /// How many of the calls of each column are to be expected right.
  func expected(_ columns: [DialledCalls]) -> [Double] {
    columns.map { dialled in
      var sum = 0.0
      for (call, view) in zip(dialled.calls, dialled.views) {
        if let view { sum += chance(view: view, call: call.time) }
      }
      return sum
    }
  }

  private func chance(view: Int, call: Timestamp) -> Double {
    guard Int(levels[view]) <= numbers, !chains.isOvertaken(view, by: call) else { return 0 }
    guard chains.isOver(view, at: call) else { return 1 }
    return survival(of: Int(chains.holds.pageViewHolds[view]), until: served(by: call))
  }

  /// How many requests had been served by a moment, its own among them.
  func served(by time: Timestamp) -> Int { times.partitioningIndex { $0 > time } }

  /// The chance that the number of a hold isn't lent again once it is free.
  ///
  /// - Parameters:
  ///   - hold: Which.
  ///   - until: How many requests have been served by then; no fewer than at its release.
  func survival(of hold: Int, until: Int) -> Double {
    let from = Int(servedAtRelease[hold])
    guard certainties[from] == certainties[until] else { return 0 }
    return Logarithm.inverse(logarithms[until] - logarithms[from])
  }
}
