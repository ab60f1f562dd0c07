import Foundation
import Testing

@testable import NumberPools

@Suite("Logarithm and exponential are the C library's to one unit in the last place")
struct LogarithmTests {
  /// How many doubles lie between two of one sign.
  private func distance(_ left: Double, _ right: Double) -> UInt64 {
    if left == right || (left.isNaN && right.isNaN) { return 0 }
    guard left.sign == right.sign, !left.isNaN, !right.isNaN else { return .max }
    let bits = (left.bitPattern, right.bitPattern)
    return max(bits.0, bits.1) - min(bits.0, bits.1)
  }

  // An expectation for each of a million values would take a minute.

  private func check(logarithmOf value: Double) {
    if distance(Logarithm.of(value), log(value)) > 1 { Issue.record("log \(value)") }
  }

  private func check(inverseOf value: Double) {
    if distance(Logarithm.inverse(value), exp(value)) > 1 { Issue.record("exp \(value)") }
  }

  @Test("Any bits at all, and the ranges in which chances lie", arguments: UInt64(0)..<40)
  func drawn(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<2000 {
      check(logarithmOf: Double(bitPattern: random.next() >> 1))
      check(logarithmOf: random.nextUnit())
      check(logarithmOf: 1 + (random.nextUnit() - 0.5) * 0x1p-20)
      check(logarithmOf: 1 - 1 / Double(2 + random.next(below: 1 << 40)))
      check(logarithmOf: Double(bitPattern: random.next() >> 13))
      check(inverseOf: -random.nextUnit())
      check(inverseOf: (random.nextUnit() - 0.5) * 1420)
      check(inverseOf: -708 - 40 * random.nextUnit())
      check(inverseOf: (random.nextUnit() - 0.5) * 0x1p-25)
      check(inverseOf: Double(bitPattern: random.next()))
    }
  }

  @Test("Each power of 2 and what is next to it")
  func powers() {
    for exponent in -1022...1023 {
      let power = Double(sign: .plus, exponent: exponent, significand: 1)
      for value in [power.nextDown, power, power.nextUp, power * 2.0.squareRoot()] {
        check(logarithmOf: value)
      }
      for step in -2...2 {
        check(inverseOf: (Double(exponent) + 0.5) * 0.693147180559945309 + Double(step) * 1e-13)
      }
    }
  }

  @Test("Nothing, infinity, what isn't a number, and where results end")
  func specialValues() {
    #expect(Logarithm.of(0) == -.infinity && Logarithm.of(-0.0) == -.infinity)
    #expect(Logarithm.of(1) == 0 && Logarithm.of(.infinity) == .infinity)
    #expect(Logarithm.of(-1).isNaN && Logarithm.of(.nan).isNaN && Logarithm.of(-.infinity).isNaN)
    #expect(Logarithm.inverse(0) == 1 && Logarithm.inverse(-0.0) == 1)
    #expect(Logarithm.inverse(.infinity) == .infinity && Logarithm.inverse(-.infinity) == 0)
    #expect(Logarithm.inverse(.nan).isNaN)
    let largest = 709.782712893384
    #expect(Logarithm.inverse(largest).isFinite && Logarithm.inverse(largest.nextUp) == .infinity)
    check(inverseOf: largest)
    for value in [-745.2, -745.1332191019412, -745.1332191019411, -744.4, -708.4, -708.3] {
      check(inverseOf: value)
    }
    for value in [Double.leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude] {
      check(logarithmOf: value)
    }
  }
}
