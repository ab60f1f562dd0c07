/// An address of the internet, or all that begin with the same bits: `192.0.2.7`, `10.0.0.0/8`,
/// `2001:db8::/32`.
public struct AddressRange: Hashable, Sendable {
  private let first: IPAddress
  private let bits: Int

  /// Reads an address, or a range with the number of its leading bits behind a slash.
  ///
  /// - Returns: `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let address = parts.first, parts.count <= 2 else { return nil }
    let bytes = Array(address.utf8)
    guard let first = IPAddress(bytes.span, bytes.indices) else { return nil }
    self.first = first
    let isLong = bytes.contains(UInt8(ascii: ":"))
    var bits = isLong ? 128 : 32
    if parts.count == 2 {
      guard parts[1].utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let count = Int(parts[1]),
        count <= bits
      else { return nil }
      bits = count
    }
    // The short form is written within the long one, behind 96 bits.
    if isLong, first.isVersion4 { bits -= 96 }
    guard bits >= 0 else { return nil }
    self.bits = bits
  }

  /// Whether an address is in the range.
  ///
  /// - Complexity: O(1).
  func contains(_ address: IPAddress) -> Bool { address.matches(first, prefix: bits) }
}
