/// Plays traffic once against an unlimited pool that hands out the lowest free level, and so
/// learns what happens at every pool size.
///
/// A hold is refused at size c exactly when its level is above c: the places 1 to c never notice
/// the places above them. Where refused visitors ask again, a hold trades its level for the lowest
/// free one at each of its page views, if that is lower; the page view shows the fallback at c
/// exactly when c is below the level after it. The manual has the proof.
struct LevelPass {
  /// For each page view in the order of play the smallest pool size at which it shows a number.
  let levels: [Int32]
  /// The highest level, which is the largest number of holds at once.
  let peak: Int
  /// The earliest moment at which the peak was reached; `nil` without traffic.
  let peakTime: Timestamp?

  /// Looks on while a pass is played. In one module with the pass, so that its calls are compiled
  /// into the loop, or out of it.
  protocol Observer {
    /// A page view was played.
    ///
    /// - Parameters:
    ///   - view: Its position in the order of play.
    ///   - hold: Its hold.
    ///   - level: The level after it.
    ///   - previous: The level before it; 0 for the first page view of a hold.
    mutating func pageView(_ view: Int, hold: Int, level: Int32, previous: Int32)

    /// A hold ended.
    ///
    /// - Parameters:
    ///   - hold: Which.
    ///   - level: Its level, which is free now.
    ///   - begun: How many holds have begun so far.
    ///   - free: The free levels.
    mutating func release(_ hold: Int, level: Int32, begun: Int, free: FreeLevels.Bits)
  }

  /// Plays the holds without an observer.
  ///
  /// - Complexity: O(page views + holds), but for pools beyond 4096 numbers.
  init(_ holds: Holds, request: RequestRule) {
    var nobody = Nobody()
    self.init(holds, request: request, observer: &nobody)
  }

  /// Plays the holds.
  ///
  /// - Complexity: O(page views + holds), but for pools beyond 4096 numbers; and the observer's.
  init(_ holds: Holds, request: RequestRule, observer: inout some Observer) {
    // Indices are those that the holds were numbered by: they aren't looked at again.
    let times = holds.pageViewTimes.span
    let viewHolds = holds.pageViewHolds.span
    let order = holds.releaseOrder
    let retries = request == .everyPageView
    var levels = [Int32](unfilled: times.count)
    var current = [Int32](repeating: 0, count: holds.count)
    var free = FreeLevels(count: holds.count)
    free.withBits { lent in
      // A copy of its own can stay in registers.
      var free = lent
      defer { lent = free }
      var releases = Releases(count: holds.count, mask: order.positionMask)
      let keys = order.keys.span
      var holdLevels = current.mutableSpan
      var viewLevels = levels.mutableSpan
      var begun = 0
      for view in times.indices {
        let time = times[unchecked: view]
        releases.play(
          upTo: order.bound(after: time), keys, holdLevels, begun: begun, &free, &observer)
        let hold = Int(viewHolds[unchecked: view])
        let previous = holdLevels[unchecked: hold]
        var level = previous
        if previous == 0 || (retries && previous > 1), let lowest = free.lowest {
          if previous == 0 {
            begun += 1
            free.take(lowest)
            level = Int32(truncatingIfNeeded: lowest)
            holdLevels[unchecked: hold] = level
          } else if lowest < previous {
            free.take(lowest)
            free.free(Int(previous))
            level = Int32(truncatingIfNeeded: lowest)
            holdLevels[unchecked: hold] = level
          }
        }
        viewLevels[unchecked: view] = level
        observer.pageView(view, hold: hold, level: level, previous: previous)
      }
      releases.playRest(keys, holdLevels, begun: begun, &free, &observer)
    }
    self.levels = levels
    // Afterwards: in the loop it would cost as much as lending does.
    var peak: Int32 = 0
    for level in levels { peak = max(peak, level) }
    self.peak = Int(peak)
    peakTime = levels.firstIndex(of: peak).map { holds.pageViewTimes[$0] }
  }

  /// How far the ends of holds have been played, in their order.
  private struct Releases {
    private var next = 0
    private let count: Int
    private let mask: UInt64

    /// Begins before the first end.
    ///
    /// - Parameters:
    ///   - count: How many holds there are.
    ///   - mask: Which bits of a key say the hold.
    init(count: Int, mask: UInt64) {
      self.count = count
      self.mask = mask
    }

    /// Ends the holds that are due before a page view at a moment; one at least isn't, as that
    /// page view's own comes later.
    ///
    /// How many are due can't be foretold, and a branch guessed wrong costs more than freeing. So
    /// they go two by two, each freed if it is due, without a branch.
    @inline(__always)
    mutating func play(
      upTo bound: UInt64, _ keys: borrowing Span<UInt64>, _ levels: borrowing MutableSpan<Int32>,
      begun: Int, _ free: inout FreeLevels.Bits, _ observer: inout some Observer
    ) {
      var more: Int
      repeat {
        // The last key is nobody's, and never due.
        let key = keys[unchecked: next]
        let then = keys[unchecked: next &+ 1]
        let first = hold(of: key)
        let second = hold(of: then)
        let due = Self.isDue(key, bound)
        more = Self.isDue(then, bound)
        let level = levels[unchecked: first]
        let other = levels[unchecked: second]
        free.free(Int(level), if: due)
        if due != 0 { observer.release(first, level: level, begun: begun, free: free) }
        free.free(Int(other), if: more)
        if more != 0 { observer.release(second, level: other, begun: begun, free: free) }
        next = next &+ due &+ more
      } while more != 0
    }

    @inline(__always)
    private func hold(of key: UInt64) -> Int { Int(truncatingIfNeeded: key & mask) }

    /// 1 where a key is below a bound, else 0: the sign of a difference rather than a comparison,
    /// which would become a branch.
    @inline(__always)
    private static func isDue(_ key: UInt64, _ bound: UInt64) -> Int {
      Int(truncatingIfNeeded: (key &- bound) &>> 63)
    }

    /// Ends the holds that outlast every page view.
    mutating func playRest(
      _ keys: borrowing Span<UInt64>, _ levels: borrowing MutableSpan<Int32>, begun: Int,
      _ free: inout FreeLevels.Bits, _ observer: inout some Observer
    ) {
      while next < count {
        let hold = hold(of: keys[next])
        free.free(Int(levels[hold]))
        observer.release(hold, level: levels[hold], begun: begun, free: free)
        next += 1
      }
    }
  }

  private struct Nobody: Observer {
    @inline(__always)
    func pageView(_ view: Int, hold: Int, level: Int32, previous: Int32) {}
    @inline(__always)
    func release(_ hold: Int, level: Int32, begun: Int, free: FreeLevels.Bits) {}
  }
}
