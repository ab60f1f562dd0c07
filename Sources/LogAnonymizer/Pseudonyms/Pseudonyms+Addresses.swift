import TrafficLogs

/// What stands for the addresses of machines.
///
/// Nobody may own what a copy names, and a copy has to give the figures of its original, so no two
/// addresses may become one. The ranges of version 4 that nobody owns are too small for that:
/// 198.18.0.0/15 has room for 131,072. So every address becomes one of version 6 from a range set
/// aside for documentation, in which the 32 bits of one of version 4, permuted, have room: in
/// 2001:db8::/32. Those of version 6 become some of 3fff::/20, by 108 bits of hash. Readers ask of
/// an address whether it is private, whether its last part is cut off, and whether it is this
/// machine's own; so its pseudonym answers as it does.
extension Pseudonyms {
  /// Adds what stands for a client's address: an address for an address, a name for a name. Of a
  /// list only the address that readers take is told.
  func append(client: Span<UInt8>, to output: inout [UInt8]) {
    if let field = AddressField(client, client.indices) {
      append(field.address, to: &output)
    } else {
      append(text: client, to: &output)
      if (0..<client.count).contains(where: { client[$0] == UInt8(ascii: ".") }) {
        output.append(contentsOf: ".invalid".utf8)
      }
    }
  }

  /// Adds what stands for an address. This machine's own stay what they are.
  func append(_ address: IPAddress, to output: inout [UInt8]) {
    if address.isLoopback {
      appendLoopback(address, to: &output)
    } else if address.isVersion4 {
      let number = addresses.pseudonym(of: UInt32(truncatingIfNeeded: address.low))
      let range: UInt64 = address.isPrivate ? 0xFD00_0000 : 0x2001_0DB8
      Self.append(high: range << 32 | UInt64(number), low: address.isCut ? 0 : 1, to: &output)
    } else {
      var key: [UInt8] = []
      address.append(to: &key)
      let hash = texts.hash(key.span)
      // Apart from the private ones of version 4 by a bit.
      let high = address.isPrivate ? 0xFD80 << 48 | hash >> 9 : 0x3FFF << 48 | hash >> 20
      let low = address.isCut ? 0 : max(1, moreTexts.hash(key.span))
      Self.append(high: high, low: low, to: &output)
    }
  }

  private func appendLoopback(_ address: IPAddress, to output: inout [UInt8]) {
    guard address.isVersion4 else { return output.append(contentsOf: "::1".utf8) }
    for place in (0..<4).reversed() {
      let number = UInt8(truncatingIfNeeded: address.low >> UInt64(8 * place))
      output.append(contentsOf: String(number).utf8)
      if place > 0 { output.append(UInt8(ascii: ".")) }
    }
  }

  private static func append(high: UInt64, low: UInt64, to output: inout [UInt8]) {
    for place in (0..<4).reversed() {
      append(group: high >> UInt64(16 * place), to: &output)
      if place > 0 { output.append(UInt8(ascii: ":")) }
    }
    if low < 2 { return output.append(contentsOf: low == 0 ? "::".utf8 : "::1".utf8) }
    for place in (0..<4).reversed() {
      output.append(UInt8(ascii: ":"))
      append(group: low >> UInt64(16 * place), to: &output)
    }
  }

  private static func append(group: UInt64, to output: inout [UInt8]) {
    output.append(contentsOf: String(group & 0xFFFF, radix: 16).utf8)
  }
}
