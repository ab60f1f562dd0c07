#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Numbers byte strings by first appearance, without a String or an allocation for each.
struct ByteInterner {
  /// All strings, one after the other.
  private var bytes: [UInt8] = []
  /// Where each string ends.
  private var ends: [Int] = [0]
  /// Hash in the upper half, number + 1 in the lower; 0 is empty. The length is a power of two.
  private var slots = [UInt64](repeating: 0, count: 1024)

  /// How many different strings there are.
  var count: Int { ends.count - 1 }

  /// The number of a string, which is new if it equals the former count.
  ///
  /// - Complexity: O(length), amortized.
  mutating func number(of string: Span<UInt8>) -> Int {
    let hash = Self.hash(string)
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[index] != 0 {
      let slot = slots[index]
      if (slot ^ hash) >> 32 == 0, isEqual(Int(slot & 0xFFFF_FFFF) - 1, string) {
        return Int(slot & 0xFFFF_FFFF) - 1
      }
      index = (index + 1) & mask
    }
    let number = count
    slots[index] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
    string.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    ends.append(bytes.count)
    if count * 2 > slots.count { grow() }
    return number
  }

  /// The number of a string, which is new if it equals the former count.
  ///
  /// - Complexity: O(length), amortized.
  mutating func number(of string: [UInt8]) -> Int {
    number(of: string.span)
  }

  /// The number of a string that is known already.
  ///
  /// - Complexity: O(length).
  func existingNumber(of string: Span<UInt8>) -> Int? {
    let hash = Self.hash(string)
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[index] != 0 {
      let slot = slots[index]
      if (slot ^ hash) >> 32 == 0, isEqual(Int(slot & 0xFFFF_FFFF) - 1, string) {
        return Int(slot & 0xFFFF_FFFF) - 1
      }
      index = (index + 1) & mask
    }
    return nil
  }

  /// The number of a string that is known already.
  ///
  /// - Complexity: O(length).
  func existingNumber(of string: [UInt8]) -> Int? {
    existingNumber(of: string.span)
  }

  /// The string with a number.
  subscript(number: Int) -> ArraySlice<UInt8> {
    bytes[ends[number]..<ends[number + 1]]
  }

  /// The string with a number as text; what isn't UTF-8 is replaced.
  func text(_ number: Int) -> String {
    String(decoding: self[number], as: UTF8.self)
  }

  private func isEqual(_ number: Int, _ string: Span<UInt8>) -> Bool {
    let start = ends[number]
    guard ends[number + 1] - start == string.count else { return false }
    return bytes.withUnsafeBytes { known in
      string.withUnsafeBytes { bytes in
        guard let left = known.baseAddress, let right = bytes.baseAddress else {
          return bytes.isEmpty
        }
        return memcmp(left + start, right, bytes.count) == 0
      }
    }
  }

  private mutating func grow() {
    // The upper half of each hash is kept, which is all that a place follows from.
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    let mask = slots.count - 1
    for slot in old where slot != 0 {
      var index = Int(truncatingIfNeeded: slot >> 32) & mask
      while slots[index] != 0 { index = (index + 1) & mask }
      slots[index] = slot
    }
  }

  /// Multiply and fold, eight bytes at a time.
  private static func hash(_ string: Span<UInt8>) -> UInt64 {
    string.withUnsafeBytes { bytes in
      var hash = UInt64(truncatingIfNeeded: bytes.count) ^ 0x9E37_79B9_7F4A_7C15
      var offset = 0
      func mix(_ word: UInt64) {
        let product = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        hash = product.low ^ product.high
      }
      while offset + 8 <= bytes.count {
        mix(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
      }
      var rest: UInt64 = 0
      while offset < bytes.count {
        rest = rest << 8 | UInt64(bytes[offset])
        offset += 1
      }
      mix(rest ^ 0xA5A5_A5A5)
      mix(0x1234_5678_9ABC_DEF1)
      return hash
    }
  }
}
