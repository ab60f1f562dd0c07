import NumberPoolTestSupport
import NumberPools
import Testing

@Suite("The number that has been free for longest")
struct LongestIdleTests {
  @Test("Unused numbers come first, in order of index, then the one that was freed first")
  func order() {
    let timeline = Timeline(
      """
      a  v------
      b  -v-----
      c  ---v---
      d  ----v--
      """)
    // Number 0 is freed at minute 1, number 1 at minute 2; number 2 has never been lent.
    #expect(
      timeline.shown(numbers: 3, timeout: 1)
        == """
        a  0------
        b  -1-----
        c  ---2---
        d  ----0--
        """)
  }

  @Test("Like a list whose front is lent and to whose end is returned", arguments: UInt64(0)..<20)
  func queue(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let size = 1 + random.next(below: 7)
    var order = LongestIdle()
    order.begin(size: size)
    var free = Array(0..<Int32(size))
    var lent: [Int32] = []
    for step in 0..<500 {
      let time = Timestamp(milliseconds: Int64(step))
      if random.next(below: 2) == 0 {
        let expected = free.isEmpty ? nil : free.removeFirst()
        #expect(order.takeNumber(at: time)?.index == expected)
        if let expected { lent.append(expected) }
      } else if !lent.isEmpty {
        let number = lent.remove(at: random.next(below: lent.count))
        free.append(number)
        order.numberBecameFree(TrackingNumber(number), at: time)
      }
    }
  }

  @Test("A pool without numbers lends none")
  func empty() {
    var order = LongestIdle()
    order.begin(size: 0)
    #expect(order.takeNumber(at: Timestamp(milliseconds: 0)) == nil)
  }
}
