import TrafficLogs

/// Exchanges numbers of one length for one another: as many digits, as many zeros at the end, each
/// one pseudonym, and no two the same.
///
/// Readers tell identifiers that a spreadsheet program has rounded by their length and their zeros,
/// and those of a copy are to be told as well. A Feistel network over the digits that aren't such
/// zeros; the walk along a cycle goes on until the first isn't a zero and the last isn't either.
struct DigitPermutation: Sendable {
  private let hash: SipHash

  /// So many digits fit the network.
  static let mostDigits = 18

  init(_ hash: SipHash) {
    self.hash = hash
  }

  /// Adds the pseudonym of a number.
  ///
  /// - Parameter digits: Its digits without zeros at the end, of which there is one at least, and
  ///   at most ``mostDigits``.
  /// - Complexity: O(1).
  func append(_ digits: Span<UInt8>, to output: inout [UInt8]) {
    var size: UInt64 = 1
    var number: UInt64 = 0
    for index in digits.indices {
      size *= 10
      number = number * 10 + UInt64(digits[index] - 0x30)
    }
    let bits = (UInt64(UInt64.bitWidth - (size - 1).leadingZeroBitCount) + 1) / 2
    repeat {
      number = permuted(number, halfBits: bits, length: digits.count)
    } while number >= size || number < size / 10 || number % 10 == 0
    output.append(contentsOf: String(number).utf8)
  }

  private func permuted(_ number: UInt64, halfBits: UInt64, length: Int) -> UInt64 {
    let mask = (1 << halfBits) - 1 as UInt64
    var left = number >> halfBits
    var right = number & mask
    for round in 0..<UInt64(8) {
      let mixed = hash.hash(UInt64(length) << 48 | round << 40 | right)
      (left, right) = (right, (left ^ mixed) & mask)
    }
    return left << halfBits | right
  }
}
