import TrafficLogs

/// Exchanges addresses of version 4 for one another: each has one pseudonym, and no two the same.
///
/// A balanced Feistel network of eight rounds over two halves of 16 bits; whatever its rounds
/// compute, it is a permutation.
struct AddressPermutation: Sendable {
  private let hash: SipHash

  init(_ hash: SipHash) {
    self.hash = hash
  }

  /// The pseudonym of an address.
  func pseudonym(of address: UInt32) -> UInt32 {
    var left = UInt16(address >> 16)
    var right = UInt16(truncatingIfNeeded: address)
    for round in 0..<UInt64(8) {
      let mixed = UInt16(truncatingIfNeeded: hash.hash(round << 32 | UInt64(right)))
      (left, right) = (right, left ^ mixed)
    }
    return UInt32(left) << 16 | UInt32(right)
  }
}
