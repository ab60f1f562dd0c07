/// The numbers that lie free at a moment of a pass, at every pool size at once, where the longest
/// idle one is lent first.
///
/// A number freed by a hold goes to the end of a queue, and while it lies there nobody is refused.
/// So at size c it is given away at the F-th request after the release, where F is how many numbers
/// are free just after it. The requests up to a call are the holds that begin by then, K, and the
/// holds refused at c at the release which view a page by then, R. The call is credited rightly
/// exactly when F > K + R. F rises with c and R falls, so there is one threshold. With levels: F is
/// the free levels up to c; R the running holds above c that view a page in time. Going down from
/// the top, each level that is free, or whose hold views a page in time, takes one from F - R: the
/// threshold is the (F - K)-th of these from the top, F counted at the top.
struct IdleQueue {
  private let chains: PageViewChains
  private let asksAgain: Bool
  /// No hold views its next page later than this after a moment at which it runs.
  private let longestGap: Interval
  /// Levels whose hold will view another page, as bits, and when.
  private var pending: [UInt64] = []
  private var nextTimes: [Timestamp] = []
  private var highest = 0
  private var running = 0

  /// Begins before the first page view.
  ///
  /// - Complexity: O(page views).
  init(of chains: PageViewChains, request: RequestRule) {
    self.chains = chains
    asksAgain = request == .everyPageView
    let times = chains.holds.pageViewTimes
    var longest = Interval.zero
    for (view, next) in chains.next.enumerated() where next >= 0 {
      longest = max(longest, times[Int(next)] - times[view])
    }
    longestGap = longest
  }

  /// Notes a page view, as the observer of a pass is told of it.
  @inline(__always)
  mutating func pageView(followedBy next: Int32, level: Int32, previous: Int32) {
    if previous == 0 { running += 1 }
    let place = Int(level)
    if place > highest {
      highest = place
      if asksAgain {
        while pending.count <= place >> 6 { pending.append(0) }
        while nextTimes.count <= place { nextTimes.append(Timestamp(milliseconds: 0)) }
      }
    }
    guard asksAgain else { return }
    if previous > 0, previous != level { clearPending(Int(previous)) }
    if next >= 0 {
      pending[place >> 6] |= 1 << UInt64(place & 63)
      nextTimes[place] = chains.holds.pageViewTimes[Int(next)]
    } else {
      clearPending(place)
    }
  }

  private mutating func clearPending(_ level: Int) {
    pending[level >> 6] &= ~(1 << UInt64(level & 63))
  }

  /// Notes that a hold ended.
  @inline(__always)
  mutating func release() { running -= 1 }

  /// The smallest size at which a number freed at a level is still its last holder's at a call.
  ///
  /// - Parameters:
  ///   - level: The level at the release.
  ///   - release: When it was freed.
  ///   - call: At or after the release.
  ///   - requests: How many holds begin from the release up to the call.
  ///   - free: The free levels just after the release.
  /// - Complexity: O(levels / 64), and O(1) once more holds have begun than levels were free.
  func threshold(
    level: Int32, release: Timestamp, call: Timestamp, requests: Int, _ free: FreeLevels.Bits
  ) -> Int32 {
    var rank = highest - running - requests
    if rank <= 0 { return max(level, Int32(truncatingIfNeeded: highest + 1 - rank)) }
    let isLong = call >= release + longestGap
    var word = highest >> 6
    // Above the highest level everything is free and doesn't count.
    var mask = UInt64.max >> UInt64(63 - highest & 63)
    while true {
      var active = free.words[word] & mask
      mask = .max
      if asksAgain {
        var waiting = pending[word]
        if isLong {
          active |= waiting
        } else {
          while waiting != 0 {
            let bit = waiting.trailingZeroBitCount
            waiting &= waiting &- 1
            if nextTimes[word << 6 | bit] <= call { active |= 1 << UInt64(bit) }
          }
        }
      }
      let count = active.nonzeroBitCount
      if count >= rank || word == 0 {
        while rank > 1, active != 0 {
          active &= ~(1 << UInt64(63 - active.leadingZeroBitCount))
          rank -= 1
        }
        let found = Int32(truncatingIfNeeded: word << 6 | (63 - active.leadingZeroBitCount))
        return max(level, found)
      }
      rank -= count
      word -= 1
    }
  }
}
