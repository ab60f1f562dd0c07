/// An address of the internet, or all that begin with the same bits: `192.0.2.7`, `10.0.0.0/8`,
/// `2001:db8::/32`.
public struct AddressRange: Hashable, Sendable {
  private let first: NumericAddress
  private let bits: Int

  /// Reads an address, or a range with the number of its leading bits behind a slash.
  ///
  /// - Returns: `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let address = parts.first, parts.count <= 2 else { return nil }
    let bytes = Array(address.utf8)
    guard let first = NumericAddress(bytes.span) else { return nil }
    // The short form is written within the long one, behind 96 bits.
    let offset = bytes.contains(UInt8(ascii: ":")) ? 0 : 96
    var bits = 128
    if parts.count == 2 {
      guard parts[1].utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let count = Int(parts[1]),
        count + offset <= 128
      else { return nil }
      bits = count + offset
    }
    self.bits = bits
    self.first = first
  }

  /// Whether an address, with or without a port, is in the range.
  ///
  /// - Complexity: O(length).
  func contains(_ address: NumericAddress) -> Bool {
    address.begins(as: first, bits: bits)
  }
}

/// An address as a number of 128 bits; one of 32 bits stands behind `::ffff:`.
struct NumericAddress: Hashable, Sendable {
  private var high: UInt64 = 0
  private var low: UInt64 = 0

  /// Whether the leading bits are the same.
  func begins(as other: Self, bits: Int) -> Bool {
    if bits <= 64 { return bits == 0 || (high ^ other.high) >> UInt64(64 - bits) == 0 }
    return high == other.high && (low ^ other.low) >> UInt64(128 - bits) == 0
  }

  /// Reads an address as logs write it: with brackets, a port, or the name of an interface.
  ///
  /// - Returns: `nil` for a name, and for anything else.
  init?(_ bytes: Span<UInt8>) {
    var start = 0
    var end = bytes.count
    if end > 0, bytes[0] == UInt8(ascii: "[") {
      start = 1
      end = 1
      while end < bytes.count, bytes[end] != UInt8(ascii: "]") { end += 1 }
    }
    var colons = 0
    for index in start..<max(start, end) where bytes[index] == UInt8(ascii: ":") { colons += 1 }
    if colons < 2 {
      guard let value = Self.short(bytes, start..<end) else { return nil }
      low = 0xFFFF_0000_0000 | UInt64(value)
    } else if !readLong(bytes, start..<end) {
      return nil
    }
  }

  /// Four numbers with dots between them; a port may follow.
  private static func short(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32? {
    var value: UInt32 = 0
    var part: UInt32 = 0
    var digits = 0
    var dots = 0
    for index in range {
      switch bytes[index] {
      case 0x30...0x39 where digits < 3:
        part = part * 10 + UInt32(bytes[index] - 0x30)
        digits += 1
      case UInt8(ascii: ".") where digits > 0 && part < 256 && dots < 3:
        value = value << 8 | part
        (part, digits) = (0, 0)
        dots += 1
      case UInt8(ascii: ":") where dots == 3 && digits > 0 && part < 256:
        return value << 8 | part
      default: return nil
      }
    }
    return dots == 3 && digits > 0 && part < 256 ? value << 8 | part : nil
  }

  /// Up to eight groups of four hexadecimal digits, `::` for groups of zeros.
  private mutating func readLong(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var groups = 0
    var gap: Int?
    var index = range.lowerBound
    while index < range.upperBound, bytes[index] != UInt8(ascii: "%") {
      if bytes[index] == UInt8(ascii: ":") {
        let isDouble = index + 1 < range.upperBound && bytes[index + 1] == UInt8(ascii: ":")
        if isDouble {
          guard gap == nil else { return false }
          gap = groups
        } else if groups == 0 {
          return false
        }
        index += isDouble ? 2 : 1
        continue
      }
      var end = index
      var hasDot = false
      while end < range.upperBound, bytes[end] != UInt8(ascii: ":"),
        bytes[end] != UInt8(ascii: "%")
      {
        if bytes[end] == UInt8(ascii: ".") { hasDot = true }
        end += 1
      }
      if hasDot {
        guard groups <= 6, let value = Self.short(bytes, index..<end) else { return false }
        append(UInt64(value >> 16))
        append(UInt64(value & 0xFFFF))
        groups += 2
      } else {
        guard groups < 8, end - index <= 4, let value = Self.group(bytes, index..<end) else {
          return false
        }
        append(value)
        groups += 1
      }
      index = end
    }
    guard let gap else { return groups == 8 }
    guard groups < 8 else { return false }
    insertZeros(8 - groups, before: groups - gap)
    return true
  }

  private static func group(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64? {
    var value: UInt64 = 0
    for index in range {
      switch bytes[index] {
      case 0x30...0x39: value = value << 4 | UInt64(bytes[index] - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt64((bytes[index] | 0x20) - 0x57)
      default: return nil
      }
    }
    return value
  }

  /// Moves all groups but the last few ahead, so that they begin the address.
  private mutating func insertZeros(_ zeros: Int, before last: Int) {
    let read = self
    self = NumericAddress()
    for index in zeros..<(8 - last) { append(read.group(at: index)) }
    for _ in 0..<zeros { append(0) }
    for index in (8 - last)..<8 { append(read.group(at: index)) }
  }

  private func group(at index: Int) -> UInt64 {
    let half = index < 4 ? high : low
    return half >> UInt64(48 - 16 * (index & 3)) & 0xFFFF
  }

  private mutating func append(_ group: UInt64) {
    high = high << 16 | low >> 48
    low = low << 16 | group
  }

  private init() {}
}
