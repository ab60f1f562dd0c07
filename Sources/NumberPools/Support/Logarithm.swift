/// The natural logarithm and its inverse, the same bytes on every platform.
///
/// The standard library has neither, and C libraries differ in the last digit. Both functions are
/// within one unit in the last place of the true value. They multiply, add and divide, and never
/// fuse a product with a sum, which some processors round once and others twice.
///
/// Source: the reductions and the minimax polynomials are those of Sun Microsystems' fdlibm 5.3
/// (`e_log.c`, `e_exp.c`, 1993), whose error analysis is in its comments.
package enum Logarithm {
  /// The logarithm of 2 in two parts: products of the first with whole numbers up to 2^11 are
  /// exact.
  private static let highOfTwo = 0x1.62E42FEEp-1
  private static let lowOfTwo = 0x1.A39EF35793C76p-33

  /// The natural logarithm: of 0 minus infinity, of what is below 0 not a number.
  ///
  /// With x = 2^k (1 + f), where 1 + f lies between the roots of 1/2 and 2, and s = f / (2 + f), it
  /// is k ln 2 + 2 artanh s; the polynomial in s^2 is what artanh has beyond its first term.
  ///
  /// - Complexity: O(1).
  package static func of(_ value: Double) -> Double {
    guard value > 0, value < .infinity else {
      return value == 0 ? -.infinity : value > 0 || value.isNaN ? value : .nan
    }
    if value == 1 { return 0 }
    // A subnormal number has no leading bit to reduce by.
    let isSubnormal = value < .leastNormalMagnitude
    let pattern = (isSubnormal ? value * 0x1p54 : value).bitPattern
    // What is above the root of 2 counts as the next power, below 1.
    let shifted = pattern &+ (0x3FF0_0000_0000_0000 - rootOfHalf)
    let power = Double(Int(shifted >> 52) - 1023 - (isSubnormal ? 54 : 0))
    let reduced = Double(bitPattern: (shifted & 0xF_FFFF_FFFF_FFFF) + rootOfHalf)
    let f = reduced - 1
    let halfSquare = 0.5 * f * f
    let s = f / (2 + f)
    let z = s * s
    let w = z * z
    let even = w * (0x1.999999997FA04p-2 + w * (0x1.C71C51D8E78AFp-3 + w * 0x1.39A09D078C69Fp-3))
    let inner = 0x1.2492494229359p-2 + w * (0x1.7466496CB03DEp-3 + w * 0x1.2F112DF3E5244p-3)
    let rest = z * (0x1.5555555555593p-1 + w * inner) + even
    return s * (halfSquare + rest) + power * lowOfTwo - halfSquare + f + power * highOfTwo
  }

  /// The upper half of the bits of the root of 1/2.
  private static let rootOfHalf: UInt64 = 0x3FE6_A09E_0000_0000

  /// The number whose natural logarithm is given: infinity beyond 709.78, 0 below -745.13.
  ///
  /// With x = k ln 2 + r, where r is at most half of ln 2, it is 2^k e^r, and e^r follows from
  /// c = r - r^2 P(r^2), where r coth(r/2) = 2 + r^2 P, as 1 + r + r c / (2 - c).
  ///
  /// - Complexity: O(1).
  package static func inverse(_ logarithm: Double) -> Double {
    guard logarithm <= largestLogarithm, logarithm >= smallestLogarithm else {
      return logarithm.isNaN ? logarithm : logarithm > 0 ? .infinity : 0
    }
    let magnitude = logarithm.magnitude
    // What is so small adds nothing to its first term.
    if magnitude < 0x1p-28 { return 1 + logarithm }
    let power = magnitude > halfLogarithmOfTwo ? nearestPower(logarithm) : 0
    let high = logarithm - Double(power) * highOfTwo
    let low = Double(power) * lowOfTwo
    let r = high - low
    let z = r * r
    let inner = 0x1.1566AAF25DE2Cp-14 + z * (-0x1.BBD41C5D26BF1p-20 + z * 0x1.6376972BEA4D0p-25)
    let c = r - z * (0x1.555555555553Ep-3 + z * (-0x1.6C16C16BEBD93p-9 + z * inner))
    let value = 1 + (r * c / (2 - c) - low + high)
    if power == 0 { return value }
    // Two factors, of which the first is exact: the result may have no power of its own.
    let first = power > 1023 ? 1023 : power < -1022 ? -969 : power
    return value * twoToThe(first) * twoToThe(power - first)
  }

  private static let largestLogarithm = 0x1.62E42FEFA39EFp9
  private static let smallestLogarithm = -0x1.74910D52D3051p9
  private static let halfLogarithmOfTwo = 0x1.62E42FEFA39EFp-2

  private static func nearestPower(_ logarithm: Double) -> Int {
    Int(0x1.71547652B82FEp0 * logarithm + (logarithm < 0 ? -0.5 : 0.5))
  }

  /// 2 to a power from -1022 to 1023.
  private static func twoToThe(_ power: Int) -> Double {
    Double(bitPattern: UInt64(power + 1023) << 52)
  }
}
