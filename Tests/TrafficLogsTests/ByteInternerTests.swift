import NumberPools
import Testing

@testable import TrafficLogs

@Suite("Numbered byte strings")
struct ByteInternerTests {
  @Test("Numbers by first appearance, and gives the strings back", arguments: UInt64(0)..<20)
  func numbers(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var interner = ByteInterner()
    var known: [[UInt8]: Int] = [:]
    for _ in 0..<5000 {
      let string = (0..<generator.next(below: 20)).map { _ in UInt8(generator.next(below: 3)) }
      let expected = known[string] ?? known.count
      known[string] = expected
      #expect(interner.number(of: string) == expected)
    }
    #expect(interner.count == known.count)
    for (string, number) in known { #expect(Array(interner[number]) == string) }
  }
}
