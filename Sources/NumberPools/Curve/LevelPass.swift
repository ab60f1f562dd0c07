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
    let ends = holds.releaseOrder.times.span
    let order = holds.releaseOrder.positions.span
    let retries = request == .everyPageView
    var levels = [Int32](unfilled: times.count)
    var current = [Int32](repeating: 0, count: holds.count)
    var peak: Int32 = 0
    var peakTime: Timestamp?
    var free = FreeLevels(count: holds.count)
    free.withBits { lent in
      // A copy of its own can stay in registers.
      var free = lent
      defer { lent = free }
      var releases = Releases()
      var holdLevels = current.mutableSpan
      var viewLevels = levels.mutableSpan
      var begun = 0
      for view in times.indices {
        let time = times[unchecked: view]
        releases.play(upTo: time, ends, order, holdLevels, begun: begun, &free, &observer)
        let hold = Int(viewHolds[unchecked: view])
        let previous = holdLevels[unchecked: hold]
        var level = previous
        if previous == 0 || (retries && previous > 1), let lowest = free.lowest {
          let offered = Int32(truncatingIfNeeded: lowest)
          if previous == 0 || offered < previous {
            free.take(lowest)
            if previous > 0 { free.free(Int(previous)) } else { begun += 1 }
            level = offered
            holdLevels[unchecked: hold] = level
            if level > peak {
              peak = level
              peakTime = time
            }
          }
        }
        viewLevels[unchecked: view] = level
        observer.pageView(view, hold: hold, level: level, previous: previous)
      }
      releases.playRest(order, holdLevels, begun: begun, &free, &observer)
    }
    self.levels = levels
    self.peak = Int(peak)
    self.peakTime = peakTime
  }

  /// How far the ends of holds have been played, in their order.
  private struct Releases {
    private var next = 0

    /// Ends the holds that are due before a page view at a moment; one at least isn't, as that
    /// page view's own comes later.
    ///
    /// How many are due can't be foretold, and a branch guessed wrong costs more than freeing. So
    /// they go two by two, each freed if it is due, without a branch.
    @inline(__always)
    mutating func play(
      upTo time: Timestamp, _ ends: borrowing Span<Timestamp>, _ order: borrowing Span<Int32>,
      _ levels: borrowing MutableSpan<Int32>, begun: Int,
      _ free: inout FreeLevels.Bits, _ observer: inout some Observer
    ) {
      var more: Int
      repeat {
        let then = min(next &+ 1, order.count &- 1)
        let first = Int(order[unchecked: next])
        let second = Int(order[unchecked: then])
        let due = Self.isDue(ends[unchecked: next], by: time)
        more = Self.isDue(ends[unchecked: then], by: time)
        let level = levels[unchecked: first]
        let other = levels[unchecked: second]
        free.free(Int(level), if: due)
        if due != 0 { observer.release(first, level: level, begun: begun, free: free) }
        free.free(Int(other), if: more)
        if more != 0 { observer.release(second, level: other, begun: begun, free: free) }
        next = next &+ due &+ more
      } while more != 0
    }

    /// 1 where a hold's release isn't later than a moment, else 0: the sign of a difference rather
    /// than a comparison, which would become a branch.
    @inline(__always)
    private static func isDue(_ release: Timestamp, by time: Timestamp) -> Int {
      let ahead = release.milliseconds &- time.milliseconds &- 1
      return Int(truncatingIfNeeded: UInt64(bitPattern: ahead) &>> 63)
    }

    /// Ends the holds that outlast every page view.
    mutating func playRest(
      _ order: borrowing Span<Int32>, _ levels: borrowing MutableSpan<Int32>, begun: Int,
      _ free: inout FreeLevels.Bits, _ observer: inout some Observer
    ) {
      while next < order.count {
        let hold = Int(order[next])
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
