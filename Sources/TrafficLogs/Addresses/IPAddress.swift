/// An address of the Internet, of either version of the protocol, in one form whatever way it is
/// written.
///
/// An address of version 4 within one of version 6, `::ffff:203.0.113.7`, is that of version 4:
/// servers that listen to both write either.
package struct IPAddress: Hashable, Sendable {
  /// The first 64 bits; 0 for version 4.
  package let high: UInt64
  /// The last 64 bits; for version 4 the last 32 of them.
  package let low: UInt64
  /// Whether it is of version 4.
  package let isVersion4: Bool

  /// An address of version 4.
  init(_ number: UInt32) {
    high = 0
    low = UInt64(number)
    isVersion4 = true
  }

  /// An address of version 6, or the one of version 4 that is mapped into it.
  init(high: UInt64, low: UInt64) {
    isVersion4 = high == 0 && low >> 32 == 0xFFFF
    self.high = high
    self.low = isVersion4 ? low & 0xFFFF_FFFF : low
  }
}

extension IPAddress {
  /// This very machine.
  package var isLoopback: Bool { isVersion4 ? low >> 24 == 127 : high == 0 && low == 1 }

  /// An address that is used within a network only: of the house, of a container, of a provider's
  /// own translation.
  package var isPrivate: Bool {
    guard isVersion4 else {
      // fc00::/7, fe80::/10 and this machine.
      return high >> 57 == 0xFC >> 1 || high >> 54 == 0xFE80 >> 6 || isLoopback
    }
    let number = UInt32(truncatingIfNeeded: low)
    return number >> 24 == 10 || number >> 20 == 0xAC1 || number >> 16 == 0xC0A8
      || number >> 16 == 0xA9FE || number >> 22 == 0x6440 >> 6 || isLoopback || number == 0
  }

  /// Whether its last part is zero, as where it was cut for privacy.
  package var isCut: Bool { isVersion4 ? low & 0xFF == 0 : low == 0 }

  /// Whether so many of the first bits are those of another address.
  ///
  /// - Parameter prefix: How many bits; of version 4 at most 32.
  func matches(_ other: IPAddress, prefix: Int) -> Bool {
    guard isVersion4 == other.isVersion4 else { return false }
    if isVersion4 { return prefix == 0 || (low ^ other.low) >> UInt64(32 - prefix) == 0 }
    if prefix == 0 { return true }
    if prefix <= 64 { return (high ^ other.high) >> UInt64(64 - prefix) == 0 }
    return high == other.high && (low ^ other.low) >> UInt64(128 - prefix) == 0
  }
}

/// Its way into and out of the keys of visitors.
extension IPAddress {
  /// Adds what names a client in a key: its address whatever way it is written, else the text.
  static func append(client text: Span<UInt8>, to key: inout [UInt8]) {
    if let field = AddressField(text, text.indices) {
      field.address.append(to: &key)
    } else {
      key.append(text, text.indices)
    }
  }

  /// Adds what names the address in a key: a byte that no text begins with, then 4 or 16 bytes.
  package func append(to key: inout [UInt8]) {
    if isVersion4 {
      key.append(Self.mark4)
      key.append(number: Int(low))
    } else {
      key.append(Self.mark6)
      withUnsafeBytes(of: (high, low)) { key.append(contentsOf: $0) }
    }
  }

  /// The address that a key begins with; `nil` where it begins with a name.
  init?(key: ArraySlice<UInt8>) {
    let bytes = key.dropFirst()
    switch key.first {
    case Self.mark4 where bytes.count >= 4:
      self.init(
        bytes.prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
    case Self.mark6 where bytes.count >= 16:
      let (high, low) = bytes.withUnsafeBytes {
        (
          $0.loadUnaligned(as: UInt64.self),
          $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        )
      }
      self.init(high: high, low: low)
    default: return nil
    }
  }

  private static let mark4: UInt8 = 4
  private static let mark6: UInt8 = 6
}
