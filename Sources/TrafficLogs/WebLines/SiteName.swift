/// The name of a site in a field of a line.
enum SiteName {
  /// Whether a field is a name with a dot and a domain of letters behind the last one: a site, and
  /// neither a number, a path, a cookie such as `GA1.2.1234567890.1700000000` nor `TLSv1.3`.
  static func isSite(_ line: Span<UInt8>, _ field: Range<Int>) -> Bool {
    let name = withoutPort(line, field)
    var label = name.lowerBound
    var isWord = true
    for index in name {
      switch line[index] {
      case 0x41...0x5A, 0x61...0x7A: break
      case 0x30...0x39, UInt8(ascii: "-"): isWord = false
      // A whole name may end with a dot.
      case UInt8(ascii: ".") where index + 1 == name.upperBound: break
      case UInt8(ascii: "."):
        label = index + 1
        isWord = true
      default: return false
      }
    }
    guard label > name.lowerBound, name.upperBound - label > 1 else { return false }
    return isWord || isPunycode(line, label..<name.upperBound)
  }

  /// Whether a field may be the name of a machine rather than a dash or a word.
  static func isHost(_ line: Span<UInt8>, _ field: Range<Int>) -> Bool {
    field.count > 2
      && field.contains { line[$0] == UInt8(ascii: ".") || line[$0] == UInt8(ascii: ":") }
  }

  /// A field without a port behind it.
  static func withoutPort(_ line: Span<UInt8>, _ field: Range<Int>) -> Range<Int> {
    var colon: Int?
    for index in field where line[index] == UInt8(ascii: ":") {
      if colon != nil { return field }
      colon = index
    }
    return colon.map { field.lowerBound..<$0 } ?? field
  }

  /// A domain in letters other than Latin ones: `xn--p1ai`.
  private static func isPunycode(_ line: Span<UInt8>, _ label: Range<Int>) -> Bool {
    label.count > 4 && line[label.lowerBound] | 0x20 == UInt8(ascii: "x")
      && line[label.lowerBound + 1] | 0x20 == UInt8(ascii: "n")
      && line[label.lowerBound + 2] == UInt8(ascii: "-")
      && line[label.lowerBound + 3] == UInt8(ascii: "-")
  }
}
