import NumberPools
import Testing

@Suite("Random numbers")
struct SplitMix64Tests {
  @Test("The published sequence")
  func published() {
    // First outputs for seed 1234567: Rosetta Code, "Pseudo-random numbers/Splitmix64".
    var generator = SplitMix64(seed: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
    #expect(generator.next() == 9_817_491_932_198_370_423)
  }

  @Test("Choices stay below their bound and reach every value")
  func bounds() {
    var generator = SplitMix64(seed: 7)
    let drawn = Set((0..<1000).map { _ in generator.next(below: 6) })
    #expect(drawn == Set(0..<6))
    #expect((0..<1000).allSatisfy { _ in (0..<1).contains(generator.nextUnit()) })
  }
}
