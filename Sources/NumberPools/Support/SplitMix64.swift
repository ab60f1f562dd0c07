/// The generator behind every random choice: 64 bits of state, the same sequence everywhere.
///
/// The standard library doesn't promise that its own sampling stays the same from one release to
/// the next, so both the generator and the sampling are the package's own. Source: G. Steele,
/// D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
public struct SplitMix64: Sendable {
  private var state: UInt64

  /// Starts the sequence of a seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 random bits.
  ///
  /// - Complexity: O(1).
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from 0 up to but not including a bound, each equally likely to within 2^-32
  /// of the bound's inverse.
  ///
  /// - Parameter bound: At least 1.
  /// - Complexity: O(1).
  public mutating func next(below bound: Int) -> Int {
    precondition(bound > 0, "A random choice needs at least one possibility")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number in the half-open range from 0 to 1, in steps of 2^-53.
  ///
  /// - Complexity: O(1).
  public mutating func nextUnit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }
}
