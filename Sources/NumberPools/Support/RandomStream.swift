/// Random numbers for one purpose, by laws of the package's own.
///
/// The standard library promises neither its sampling nor its logarithm from one release to the
/// next; here the same key gives the same numbers everywhere.
struct RandomStream: Sendable {
  private var bits: SplitMix64
  /// Normal numbers are made in pairs.
  private var spareNormal = Double.nan

  init(_ key: StreamKey) {
    bits = SplitMix64(seed: key.value)
  }

  /// The next 64 random bits.
  mutating func nextBits() -> UInt64 { bits.next() }

  /// A number from 0 up to but not including 1.
  @inline(__always)
  mutating func nextUnit() -> Double { bits.nextUnit() }

  /// Whether something of a probability happens.
  @inline(__always)
  mutating func happens(_ probability: Double) -> Bool { bits.nextUnit() < probability }

  /// An exponential number with mean 1.
  @inline(__always)
  mutating func nextExponential() -> Double {
    // From 2^-53 up to and including 1, so that there always is a logarithm.
    -Logarithm.of(Double((bits.next() >> 11) + 1) * 0x1p-53)
  }

  /// A normal number with mean 0 and deviation 1.
  ///
  /// Method: G. Marsaglia and T. Bray, "A convenient method for generating normal variables",
  /// SIAM Review 6, 1964.
  @inline(__always)
  mutating func nextNormal() -> Double {
    if spareNormal == spareNormal {
      let spare = spareNormal
      spareNormal = .nan
      return spare
    }
    while true {
      let first = 2 * bits.nextUnit() - 1
      let second = 2 * bits.nextUnit() - 1
      let square = first * first + second * second
      if square >= 1 || square == 0 { continue }
      let scale = (-2 * Logarithm.of(square) / square).squareRoot()
      spareNormal = second * scale
      return first * scale
    }
  }

  /// A Poisson number: how many unit waits end before a mean is over.
  ///
  /// - Complexity: O(mean).
  mutating func nextPoisson(mean: Double) -> Int {
    var count = 0
    var time = nextExponential()
    while time <= mean {
      count += 1
      time += nextExponential()
    }
    return count
  }
}

/// What a stream of random numbers is for: the seed, and then whatever tells it from others.
///
/// Keys are hashed, never counted, so that a purpose or a channel more changes no other stream.
struct StreamKey: Sendable {
  private(set) var value: UInt64

  /// The key of a scenario's replication.
  init(seed: UInt64, replication: UInt64) {
    value = Self.mixed(seed &+ 0x9E37_79B9_7F4A_7C15)
    self = self[replication]
  }

  private init(_ value: UInt64) {
    self.value = value
  }

  /// The key of a purpose within this one.
  subscript(_ purpose: Purpose) -> Self { self[UInt64(purpose.rawValue) | 1 << 32] }

  /// The key of a thing by its number within this one.
  @inline(__always)
  subscript(_ number: UInt64) -> Self {
    Self(Self.mixed(value ^ Self.mixed(number &+ 0xD1B5_4A32_D192_ED03)))
  }

  /// The key of a thing by its name within this one: FNV-1a over its bytes.
  subscript(_ name: String) -> Self {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    return self[hash]
  }

  /// What random numbers are for.
  enum Purpose: UInt8 {
    case channel = 1
    case arrivals
    case person
    case visits
    case returns
    case tags
    case calls
    case days
    case bursts
    case shared
    case robots
    case misdialled
    case offSite
  }

  /// A permutation after which every bit depends on every other: that of SplitMix64.
  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
