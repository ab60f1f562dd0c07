/// Numbers byte strings by first appearance, without a String or an allocation for each.
///
/// The numbers don't depend on the hashes, which differ from one run to the next.
package struct ByteInterner {
  /// All strings, one after the other.
  private var bytes: [UInt8] = []
  /// Where each string ends.
  private var ends: [Int] = [0]
  /// For each place 0 where it is empty, else 128 and seven bits of the hash. A byte a place keeps
  /// the table that is looked at first in the processor's cache; its length is a power of two.
  private var tags = emptyTags
  /// For each place its string's number.
  private var numbers = emptyNumbers
  /// For each string its hash.
  private var hashes: [UInt64] = []
  private let secret = Secret.ofProcess

  /// What every table begins with, so that one that stays empty costs nothing.
  private static let emptyTags = [UInt8](repeating: 0, count: 1024)
  private static let emptyNumbers = [UInt32](repeating: 0, count: 1024)

  package init() {}

  /// How many different strings there are.
  var count: Int { ends.count - 1 }

  /// The number of a string, which is new if it equals the former count.
  ///
  /// - Complexity: O(length), amortized.
  package mutating func number(of string: Span<UInt8>) -> Int {
    let hash = hash(string)
    let (place, known) = place(of: string, hash)
    if let known { return known }
    let number = count
    tags[place] = Self.tag(hash)
    numbers[place] = UInt32(number)
    hashes.append(hash)
    string.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    ends.append(bytes.count)
    if count * 2 > tags.count { grow() }
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
    place(of: string, hash(string)).number
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

  /// Where a string is, or would be put.
  private func place(of string: Span<UInt8>, _ hash: UInt64) -> (place: Int, number: Int?) {
    let mask = tags.count - 1
    let tag = Self.tag(hash)
    var place = Int(UInt32(truncatingIfNeeded: hash)) & mask
    while tags[place] != 0 {
      if tags[place] == tag, isEqual(Int(numbers[place]), string) {
        return (place, Int(numbers[place]))
      }
      place = (place + 1) & mask
    }
    return (place, nil)
  }

  /// Bits of the hash that places don't follow from.
  private static func tag(_ hash: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: hash >> 57) | 0x80 }

  private func isEqual(_ number: Int, _ string: Span<UInt8>) -> Bool {
    let start = ends[number]
    guard ends[number + 1] - start == string.count else { return false }
    return bytes.withUnsafeBytes { known in
      string.withUnsafeBytes { bytes in
        guard let left = known.baseAddress, let right = bytes.baseAddress else {
          return bytes.isEmpty
        }
        return ByteSearch.areEqual(left + start, right, bytes.count)
      }
    }
  }

  private mutating func grow() {
    tags = [UInt8](repeating: 0, count: tags.count * 2)
    numbers = [UInt32](repeating: 0, count: tags.count)
    let mask = tags.count - 1
    for (number, hash) in hashes.enumerated() {
      var place = Int(UInt32(truncatingIfNeeded: hash)) & mask
      while tags[place] != 0 { place = (place + 1) & mask }
      tags[place] = Self.tag(hash)
      numbers[place] = UInt32(number)
    }
  }

  /// What nobody who writes a log can know, or lines could be made up whose strings all share a
  /// hash.
  private struct Secret {
    static let ofProcess = Secret()
    let seed = UInt64.random(in: .min ... .max)
    /// Odd and large, so that no bit of a word is lost.
    let factor = UInt64.random(in: .min ... .max) | 0x8000_0000_0000_0001
  }

  /// Multiply and fold, eight bytes at a time.
  func hash(_ string: Span<UInt8>) -> UInt64 {
    string.withUnsafeBytes { [secret] bytes in
      var hash = UInt64(truncatingIfNeeded: bytes.count) ^ secret.seed
      var offset = 0
      func mix(_ word: UInt64) {
        let product = (hash ^ word).multipliedFullWidth(by: secret.factor)
        // With the word once more: one equal to the hash makes the product 0, but doesn't wipe out
        // what came before it.
        hash = product.low ^ product.high ^ word
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
