/// A fingerprint of bytes that come in blocks of any size: the same for the same bytes.
///
/// It tells inputs and records apart that people give by mistake; it isn't made against malice.
struct ContentDigest {
  private var lanes: SIMD4<UInt64> = [
    0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x27D4_EB2F_1656_67C5,
  ]
  private var count = 0
  /// The bytes behind the last whole stripe.
  private var rest: [UInt8] = []

  private static let stripe = 32

  /// The fingerprint of some bytes alone.
  static func digest(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    var digest = Self()
    digest.add(bytes)
    return digest.value
  }

  /// The fingerprint of some bytes alone.
  static func digest(of bytes: Span<UInt8>) -> UInt64 {
    bytes.withUnsafeBufferPointer { digest(of: UnsafeRawBufferPointer($0)) }
  }

  /// Takes up more bytes.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    count += bytes.count
    var start = 0
    if !rest.isEmpty {
      start = min(Self.stripe - rest.count, bytes.count)
      rest.append(contentsOf: bytes[..<start])
      guard rest.count == Self.stripe else { return }
      rest.withUnsafeBytes { mix($0, at: 0) }
      rest.removeAll(keepingCapacity: true)
    }
    while start + Self.stripe <= bytes.count {
      mix(bytes, at: start)
      start += Self.stripe
    }
    if start < bytes.count { rest.append(contentsOf: bytes[start...]) }
  }

  /// The fingerprint of all bytes so far.
  var value: UInt64 {
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    for lane in lanes.indices { hash = Self.mixed(hash ^ lanes[lane]) }
    var word: UInt64 = 0
    for (index, byte) in rest.enumerated() {
      word = word << 8 | UInt64(byte)
      if index & 7 == 7 {
        hash = Self.mixed(hash ^ word)
        word = 0
      }
    }
    return Self.mixed(hash ^ word)
  }

  private mutating func mix(_ bytes: UnsafeRawBufferPointer, at start: Int) {
    let words = bytes.loadUnaligned(fromByteOffset: start, as: SIMD4<UInt64>.self)
    lanes = (lanes ^ words) &* 0x9FB2_1C65_1E98_DF25
    lanes ^= lanes &>> 32
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    var word = (word ^ word >> 32) &* 0xD6E8_FEB8_6659_FD93
    word = (word ^ word >> 32) &* 0xD6E8_FEB8_6659_FD93
    return word ^ word >> 32
  }
}
