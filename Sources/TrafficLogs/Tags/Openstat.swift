import NumberPools

/// The tag `_openstat`, which Russian advertising systems write: service, campaign, advertisement
/// and place with semicolons between them, plain or as base64.
package struct Openstat {
  package let source: String
  let medium: String
  package let campaign: String?
  package let advertisement: String?

  /// Reads the value of the tag as the address writes it.
  ///
  /// - Returns: `nil` for one that names no service.
  package init?(_ raw: String) {
    // A plus sign is a digit of base64.
    let text = LandingTags.decoded(raw, hasBlanks: false)
    let plain = text.utf8.contains(UInt8(ascii: ";")) ? text : Self.decodedBase64(text)
    guard let fields = plain?.split(separator: ";", omittingEmptySubsequences: false),
      fields.count >= 2, let service = LandingTags.present(String(fields[0]))
    else { return nil }
    func field(_ index: Int) -> String? {
      fields.indices.contains(index) ? LandingTags.present(String(fields[index])) : nil
    }
    source = ChannelTable.site(named: service)?.source ?? service
    medium = "cpc"
    campaign = field(1)
    advertisement = field(2)
  }

  /// Text of base64, of either alphabet, with or without padding.
  private static func decodedBase64(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text.utf8 where byte != UInt8(ascii: "=") {
      let digit: UInt8
      switch byte {
      case 0x41...0x5A: digit = byte - 0x41
      case 0x61...0x7A: digit = byte - 0x61 + 26
      case 0x30...0x39: digit = byte - 0x30 + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): digit = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): digit = 63
      default: return nil
      }
      bits = bits << 6 | UInt32(digit)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
