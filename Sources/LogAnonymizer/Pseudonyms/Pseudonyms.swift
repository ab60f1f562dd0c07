import NumberPools
import TrafficLogs

/// What stands for personal data: the same for the same, different for the different.
struct Pseudonyms: Sendable {
  private let texts: SipHash
  private let moreTexts: SipHash
  private let addresses: AddressPermutation
  /// How far dates move: whole weeks, so that weekdays and times of day stay; into the future, so
  /// that none comes before 1970.
  let shift: Interval

  init(_ key: AnonymizationKey) {
    let root = SipHash(key.first, key.second)
    // Each purpose has a key of its own, so that nothing can be learned from one about another.
    func derived(_ purpose: UInt64) -> SipHash {
      SipHash(root.hash(purpose * 2), root.hash(purpose * 2 + 1))
    }
    texts = derived(1)
    moreTexts = derived(2)
    addresses = AddressPermutation(derived(3))
    shift = .days(7 * Int64(52 + derived(4).hash(0) % 208))
  }

  /// Adds 16 hexadecimal digits that stand for a text; nothing for an empty one.
  func append(text: Span<UInt8>, to output: inout [UInt8]) {
    if text.isEmpty { return }
    Self.append(texts.hash(text), digits: 16, to: &output)
  }

  /// Adds what stands for a client's address: an address for an address, a name for a name.
  ///
  /// This machine's own stay what they are, and so does a port.
  func append(client: Span<UInt8>, to output: inout [UInt8]) {
    if let field = AddressField(client, client.indices), field.range.lowerBound == 0 {
      append(field.address, to: &output)
      append(client.extracting(field.range.upperBound..<client.count), to: &output)
    } else {
      append(text: client, to: &output)
      if (0..<client.count).contains(where: { client[$0] == dot }) {
        output.append(contentsOf: ".invalid".utf8)
      }
    }
  }

  /// Adds what stands for an address: one of the same version, whatever way it was written.
  func append(_ address: IPAddress, to output: inout [UInt8]) {
    if address.isVersion4 {
      Self.append(
        address: addresses.pseudonym(of: UInt32(truncatingIfNeeded: address.low)), to: &output)
    } else if address.isLoopback {
      output.append(contentsOf: "::1".utf8)
    } else {
      var key: [UInt8] = []
      address.append(to: &key)
      appendLongAddress(of: key.span, to: &output)
    }
  }

  /// A private address of version 6, fd00::/8, with 120 bits of hash.
  private func appendLongAddress(of text: Span<UInt8>, to output: inout [UInt8]) {
    var digits = Array("fd".utf8)
    Self.append(texts.hash(text), digits: 16, to: &digits)
    Self.append(moreTexts.hash(text), digits: 14, to: &digits)
    for (index, digit) in digits.enumerated() {
      if index > 0, index % 4 == 0 { output.append(colon) }
      output.append(digit)
    }
  }

  private func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { output.append(contentsOf: $0) }
  }

  private static func append(_ number: UInt64, digits: Int, to output: inout [UInt8]) {
    for place in (0..<digits).reversed() {
      let digit = UInt8(truncatingIfNeeded: number >> UInt64(4 * place) & 15)
      output.append(digit < 10 ? digit + 0x30 : digit - 10 + 0x61)
    }
  }

  private static func append(address: UInt32, to output: inout [UInt8]) {
    for place in (0..<4).reversed() {
      output.append(contentsOf: String(UInt8(truncatingIfNeeded: address >> (8 * place))).utf8)
      if place > 0 { output.append(dot) }
    }
  }
}

/// What a client's address looks like.
extension Pseudonyms {
  /// The address that four numbers with dots between them make, written the usual way.
  static func address(_ text: Span<UInt8>) -> UInt32? {
    var address: UInt32 = 0
    var numbers = 0
    var index = 0
    while index < text.count {
      let start = index
      var number: UInt32 = 0
      while index < text.count, 0x30...0x39 ~= text[index], index - start < 3 {
        number = number * 10 + UInt32(text[index] - 0x30)
        index += 1
      }
      let isUsual = index - start == 1 || (index > start && text[start] != 0x30)
      guard isUsual, number < 256, numbers < 4 else { return nil }
      address = address << 8 | number
      numbers += 1
      if index == text.count { break }
      guard text[index] == dot, index + 1 < text.count else { return nil }
      index += 1
    }
    return numbers == 4 ? address : nil
  }
}

private let dot = UInt8(ascii: ".")
private let colon = UInt8(ascii: ":")
