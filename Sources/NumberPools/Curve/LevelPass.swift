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

  /// Plays the holds.
  ///
  /// - Complexity: O(page views + holds), but for pools beyond 262,144 numbers.
  init(_ holds: Holds, request: RequestRule) {
    let times = holds.pageViewTimes
    let viewHolds = holds.pageViewHolds
    let releases = holds.releases
    let releaseOrder = holds.releaseOrder
    let retries = request == .everyPageView
    var levels = [Int32](repeating: 0, count: times.count)
    var current = [Int32](repeating: 0, count: holds.count)
    var peak: Int32 = 0
    var peakTime: Timestamp?
    var free = FreeLevels(count: holds.count)
    free.withBits { free in
      var holdLevels = current.mutableSpan
      var viewLevels = levels.mutableSpan
      var next = 0
      for view in times.indices {
        let time = times[view]
        while next < releaseOrder.count {
          let ending = Int(releaseOrder[next])
          guard releases[ending] <= time else { break }
          free.free(Int(holdLevels[ending]) - 1)
          next += 1
        }
        let hold = Int(viewHolds[view])
        var level = holdLevels[hold]
        if level == 0 || (retries && level > 1), let lowest = free.lowest {
          let offered = Int32(truncatingIfNeeded: lowest + 1)
          if level == 0 || offered < level {
            free.take(lowest)
            if level > 0 { free.free(Int(level) - 1) }
            level = offered
            holdLevels[hold] = level
            if level > peak {
              peak = level
              peakTime = time
            }
          }
        }
        viewLevels[view] = level
      }
    }
    self.levels = levels
    self.peak = Int(peak)
    self.peakTime = peakTime
  }
}
