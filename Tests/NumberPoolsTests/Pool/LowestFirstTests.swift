import NumberPoolTestSupport
import NumberPools
import Testing

@Suite("The free number with the lowest index")
struct LowestFirstTests {
  @Test("A low number is lent again at once, and the high ones rest")
  func order() {
    let timeline = Timeline(
      """
      a  v------
      b  -v-----
      c  ---v---
      d  ---v---
      """)
    #expect(
      timeline.shown(numbers: 3, timeout: 1, allocation: .lowestFirst)
        == """
        a  0------
        b  -0-----
        c  ---0---
        d  ---1---
        """)
  }

  @Test("Like a sorted list whose front is lent", arguments: UInt64(0)..<20)
  func lowest(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    // More than one word of bits, and more than one word of words.
    let size = [1, 7, 64, 65, 300, 5000][random.next(below: 6)]
    var order = LowestFirst()
    order.begin(size: size)
    var free = Set(0..<Int32(size))
    var lent: [Int32] = []
    for step in 0..<500 {
      let time = Timestamp(milliseconds: Int64(step))
      if random.next(below: 3) > 0 {
        let expected = free.min()
        #expect(order.takeNumber(at: time)?.index == expected)
        if let expected {
          free.remove(expected)
          lent.append(expected)
        }
      } else if !lent.isEmpty {
        let number = lent.remove(at: random.next(below: lent.count))
        free.insert(number)
        order.numberBecameFree(TrackingNumber(number), at: time)
      }
    }
  }

  @Test("A pool without numbers lends none")
  func empty() {
    var order = LowestFirst()
    order.begin(size: 0)
    #expect(order.takeNumber(at: Timestamp(milliseconds: 0)) == nil)
  }
}
