/// An address in a field of a line, with whatever servers write around one.
///
/// `203.0.113.7:40000`, `[2001:db8::7]:443`, `"203.0.113.7"`, `RL:203.0.113.7`, `client=203.0.113.7`,
/// `::ffff:203.0.113.7`, `fe80::1%eth0`; of a list, `203.0.113.7, 10.0.0.1`, the first that isn't
/// private, as the ones behind it are proxies.
package struct AddressField {
  /// The address.
  package let address: IPAddress
  /// Where it is written, without a port, brackets and a label.
  package let range: Range<Int>
  /// The label before it, `RL` or `client`; empty without one.
  let label: Range<Int>
  /// Whether a port follows.
  let hasPort: Bool

  /// Reads a field.
  ///
  /// - Returns: `nil` where it holds no address.
  /// - Complexity: O(length).
  package init?(_ line: Span<UInt8>, _ field: Range<Int>) {
    if let address = IPAddress(line, field) {
      self.address = address
      range = field
      label = field.lowerBound..<field.lowerBound
      hasPort = false
      return
    }
    // Most fields are neither an address nor hold one, which is told at once.
    guard Self.hasDotOrColon(line, field) else { return nil }
    var first: Self?
    var start = field.lowerBound
    while start < field.upperBound {
      var end = start
      while end < field.upperBound, line[end] != UInt8(ascii: ",") { end += 1 }
      if let single = Self(single: line, start..<end) {
        guard single.address.isPrivate else {
          self = single
          return
        }
        if first == nil { first = single }
      }
      start = end + 1
    }
    guard let first else { return nil }
    self = first
  }

  private static func hasDotOrColon(_ line: Span<UInt8>, _ field: Range<Int>) -> Bool {
    var index = field.lowerBound
    while index < field.upperBound {
      if line[index] == UInt8(ascii: ".") || line[index] == UInt8(ascii: ":") { return true }
      index += 1
    }
    return false
  }

  /// Reads one entry of a list.
  private init?(single line: Span<UInt8>, _ entry: Range<Int>) {
    var entry = Self.trimmed(line, entry)
    label = Self.label(line, entry)
    if !label.isEmpty {
      entry = Self.trimmed(line, (label.upperBound + 1)..<entry.upperBound)
    }
    guard let (range, hasPort) = Self.withoutPort(line, entry),
      let address = IPAddress(line, range)
    else { return nil }
    self.address = address
    self.range = range
    self.hasPort = hasPort
  }

  /// Without spaces, quotes, parentheses, angle brackets and semicolons around it.
  private static func trimmed(_ line: Span<UInt8>, _ entry: Range<Int>) -> Range<Int> {
    func isAround(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\""), UInt8(ascii: "'"),
        UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: ";"), UInt8(ascii: "\\"):
        true
      default: false
      }
    }
    var start = entry.lowerBound
    var end = entry.upperBound
    while start < end, isAround(line[start]) { start += 1 }
    while end > start, isAround(line[end - 1]) { end -= 1 }
    return start..<end
  }

  /// A word before a colon or an equals sign. What could be the beginning of an address isn't one.
  private static func label(_ line: Span<UInt8>, _ entry: Range<Int>) -> Range<Int> {
    var index = entry.lowerBound
    var isHexadecimal = true
    while index < entry.upperBound {
      switch line[index] {
      case 0x41...0x46, 0x61...0x66, 0x30...0x39: break
      case 0x47...0x5A, 0x67...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): isHexadecimal = false
      case UInt8(ascii: "="): return entry.lowerBound..<index
      case UInt8(ascii: ":"):
        // CF:203.0.113.7 has a label though CF are digits; cf:2001:db8::7 may have none.
        let rest = (index + 1)..<entry.upperBound
        return !isHexadecimal
          || IPAddress(line, withoutPort(line, rest)?.0 ?? rest)?.isVersion4 == true
            && line[rest.lowerBound] != UInt8(ascii: ":")
          ? entry.lowerBound..<index : entry.lowerBound..<entry.lowerBound
      default: return entry.lowerBound..<entry.lowerBound
      }
      index += 1
    }
    return entry.lowerBound..<entry.lowerBound
  }

  /// The address itself, and whether a port follows it; `nil` for an open bracket.
  private static func withoutPort(
    _ line: Span<UInt8>, _ entry: Range<Int>
  ) -> (Range<Int>, Bool)? {
    guard let first = entry.first else { return nil }
    if line[first] == UInt8(ascii: "[") {
      guard let close = entry.first(where: { line[$0] == UInt8(ascii: "]") }) else { return nil }
      let rest = (close + 1)..<entry.upperBound
      guard rest.isEmpty || isPort(line, rest) else { return nil }
      return (withoutZone(line, (first + 1)..<close), !rest.isEmpty)
    }
    guard let colon = entry.last(where: { line[$0] == UInt8(ascii: ":") }),
      isPort(line, colon..<entry.upperBound)
    else { return (withoutZone(line, entry), false) }
    let colons = entry.count { line[$0] == UInt8(ascii: ":") }
    // Behind an address of version 6 a port can be told where it is too long for a group, or one
    // group too many.
    let isPortOf6 = entry.upperBound - colon > 5 || colons == 8
    return colons == 1 || isPortOf6
      ? (entry.lowerBound..<colon, true) : (withoutZone(line, entry), false)
  }

  /// A colon and one to five digits.
  private static func isPort(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    (2...6).contains(range.count) && line[range.lowerBound] == UInt8(ascii: ":")
      && range.dropFirst().allSatisfy { 0x30...0x39 ~= line[$0] }
  }

  /// Without the name of a network card: `fe80::1%eth0`.
  private static func withoutZone(_ line: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let end = range.first { line[$0] == UInt8(ascii: "%") } ?? range.upperBound
    return range.lowerBound..<end
  }
}
