/// Plays holds against a pool of one size, event by event.
///
/// It is fast because holds are finished before it begins: nothing in them depends on whether a
/// number was obtained. Mechanics that break this (a number taken from its holder, shared, or given
/// back by a call) need a simulator that makes holds as it goes; it belongs beside this one, and
/// gives an ``Outcome`` too.
///
/// Events of one moment come in the order release, page view; each kind by ordinal of the hold. A
/// number freed at noon can therefore serve a visitor who lands at noon.
public struct HoldReplay: Sendable {
  /// How many numbers the pool has.
  public var numbers: Int
  /// Which page views ask for a number.
  public var request: RequestRule

  /// Creates a replay.
  ///
  /// - Parameters:
  ///   - numbers: The size of the pool, from 0.
  ///   - request: Which page views ask for a number.
  public init(numbers: Int, request: RequestRule = .everyPageView) {
    precondition(numbers >= 0, "A pool can't have \(numbers) numbers")
    self.numbers = numbers
    self.request = request
  }

  /// Plays holds under one of the package's allocation orders.
  ///
  /// - Parameters:
  ///   - holds: What the pool owes to whom, and when.
  ///   - allocation: Which free number is lent.
  ///   - seed: Decides the choices of ``Allocation/random``; the others make none.
  /// - Complexity: O(page views + holds).
  public func run(_ holds: Holds, allocation: Allocation, seed: UInt64 = 0) -> Outcome {
    // Dispatched once, out here, so that each loop is compiled for its order.
    switch allocation {
    case .longestIdle: run(holds, order: LongestIdle())
    case .random: run(holds, order: RandomOrder(seed: seed))
    case .lowestFirst: run(holds, order: LowestFirst())
    }
  }

  /// Plays holds under any allocation order.
  ///
  /// - Parameters:
  ///   - holds: What the pool owes to whom, and when.
  ///   - order: The order, which begins anew; yours isn't changed.
  /// - Complexity: O(page views + holds), times that of the order.
  public func run(_ holds: Holds, order: some AllocationOrder) -> Outcome {
    var order = order
    order.begin(size: numbers)
    var outcome = Outcome(holds)
    var states = [HoldState](repeating: .notBegun, count: holds.count)
    var next = 0
    for view in holds.pageViewTimes.indices {
      let time = holds.pageViewTimes[view]
      while next < holds.count, holds.releaseOrder.time(at: next) <= time {
        let ending = holds.releaseOrder.position(at: next)
        if case .assigned(let number) = states[ending] {
          order.numberBecameFree(number, at: holds.releaseOrder.time(at: next))
        }
        next += 1
      }
      let hold = Int(holds.pageViewHolds[view])
      switch states[hold] {
      case .assigned(let number):
        outcome.shown[view] = number
      case .refused where request == .firstPageView:
        break
      case .notBegun, .refused:
        if let number = order.takeNumber(at: time) {
          states[hold] = .assigned(number)
          outcome.shown[view] = number
          outcome.assignments.append(
            Assignment(
              number: number, hold: Int32(hold), from: time, until: holds.releases[hold]))
        } else {
          states[hold] = .refused
          outcome.isRefusal[view] = true
        }
      }
    }
    return outcome
  }

  private enum HoldState {
    case notBegun
    case refused
    case assigned(TrackingNumber)
  }
}
