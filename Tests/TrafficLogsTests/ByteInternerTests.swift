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

  @Test("Strings made up to collide under a hash without a secret don't")
  func madeUpStrings() {
    // The second word is what an earlier hash was after the first, so that their product was 0.
    let strings = (0..<10_000).map { (number: UInt64) in
      let first = 0x3030_3030_3030_3030 + number
      let start = 16 ^ 0x9E37_79B9_7F4A_7C15 as UInt64
      let product = (start ^ first).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      return [first, product.low ^ product.high].flatMap { word in
        (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
      }
    }
    let interner = ByteInterner()
    #expect(Set(strings.map { interner.hash($0.span) }).count == strings.count)
  }

  @Test("Strings that differ in one bit have different hashes")
  func nearStrings() {
    let interner = ByteInterner()
    for length in 0..<40 {
      let string = [UInt8](repeating: 0x61, count: length)
      var hashes: Set = [interner.hash(string.span)]
      for bit in 0..<(length * 8) {
        var near = string
        near[bit / 8] ^= 1 << UInt8(bit % 8)
        hashes.insert(interner.hash(near.span))
      }
      #expect(hashes.count == length * 8 + 1)
    }
  }
}
