import Testing

@testable import NumberPools

@Suite("Free levels")
struct FreeLevelsTests {
  @Test("Behaves as a sorted set", arguments: [0, 1, 63, 64, 65, 4096, 4097, 262_145])
  func behavesAsSet(count: Int) {
    var generator = SplitMix64(seed: UInt64(count))
    var levels = FreeLevels(count: count)
    var taken: [Int] = []
    levels.withBits { levels in
      for _ in 0..<2000 {
        if generator.next(below: 3) > 0 || taken.isEmpty {
          guard let lowest = levels.lowest else {
            #expect(taken.count == count)
            break
          }
          levels.take(lowest)
          taken.append(lowest)
        } else {
          levels.free(taken[generator.next(below: taken.count)], if: 0)
          levels.free(taken.remove(at: generator.next(below: taken.count)))
        }
        let free = (1...taken.count + 1).first { !taken.contains($0) }
        #expect(levels.lowest == free.flatMap { $0 <= count ? $0 : nil })
      }
    }
  }

  @Test("Finds the lowest beyond the first summary")
  func farLevels() {
    var levels = FreeLevels(count: 300_000)
    levels.withBits { levels in
      for level in 1...300_000 {
        #expect(levels.lowest == level)
        levels.take(level)
      }
      #expect(levels.lowest == nil)
      levels.free(300_000)
      #expect(levels.lowest == 300_000)
      levels.free(5)
      #expect(levels.lowest == 5)
    }
  }
}
