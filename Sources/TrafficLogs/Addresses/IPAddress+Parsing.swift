extension IPAddress {
  /// Reads an address and nothing else: `203.0.113.7`, `2001:db8::7`, `::ffff:203.0.113.7`.
  ///
  /// - Complexity: O(length).
  package init?(_ text: Span<UInt8>, _ range: Range<Int>) {
    if let number = Self.version4(text, range) {
      self.init(number)
    } else if let (high, low) = Self.version6(text, range) {
      self.init(high: high, low: low)
    } else {
      return nil
    }
  }

  /// Four numbers up to 255 with dots between them.
  private static func version4(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt32? {
    guard range.count <= 15 else { return nil }
    var address: UInt32 = 0
    var number: UInt32 = 0
    var digits = 0
    var dots = 0
    for index in range {
      let byte = text[index]
      if 0x30...0x39 ~= byte {
        number = number * 10 + UInt32(byte & 15)
        digits += 1
        guard digits <= 3, number < 256 else { return nil }
      } else {
        guard byte == UInt8(ascii: "."), digits > 0, dots < 3 else { return nil }
        address = address << 8 | number
        number = 0
        digits = 0
        dots += 1
      }
    }
    return dots == 3 && digits > 0 ? address << 8 | number : nil
  }

  /// Eight groups of up to four hexadecimal digits, the longest run of zeros left out or not, the
  /// last two written as version 4 or not.
  private static func version6(
    _ text: Span<UInt8>, _ range: Range<Int>
  ) -> (UInt64, UInt64)? {
    guard (2...45).contains(range.count) else { return nil }
    var before: (UInt64, UInt64) = (0, 0)
    var groups = 0
    /// How many groups stand before `::`.
    var gap: Int?
    func add(_ group: UInt64) {
      before = (before.0 << 16 | before.1 >> 48, before.1 << 16 | group)
      groups += 1
    }
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] == colon {
        // A colon begins the text or a group only as the first of two.
        guard gap == nil, index + 1 < range.upperBound, text[index + 1] == colon else { return nil }
        gap = groups
        index += 2
        continue
      }
      let start = index
      var group: UInt64 = 0
      while index < range.upperBound, let digit = hexadecimal(text[index]), index - start < 4 {
        group = group << 4 | UInt64(digit)
        index += 1
      }
      guard index > start, groups < 8 else { return nil }
      if index < range.upperBound, text[index] == UInt8(ascii: ".") {
        guard groups <= 6, let last = version4(text, start..<range.upperBound) else { return nil }
        add(UInt64(last >> 16))
        add(UInt64(last & 0xFFFF))
        index = range.upperBound
      } else {
        add(group)
        guard index < range.upperBound else { break }
        guard text[index] == colon, index + 1 < range.upperBound else { return nil }
        if text[index + 1] != colon { index += 1 }
      }
    }
    guard let gap else { return groups == 8 ? before : nil }
    guard groups < 8 else { return nil }
    return spread(before, groups: groups, gap: gap)
  }

  /// Puts zeros between the groups before `::` and those behind it.
  private static func spread(
    _ groups: (UInt64, UInt64), groups count: Int, gap: Int
  ) -> (UInt64, UInt64) {
    func group(_ index: Int) -> UInt64 {
      let fromEnd = count - 1 - index
      return
        (fromEnd < 4 ? groups.1 >> UInt64(16 * fromEnd) : groups.0 >> UInt64(16 * (fromEnd - 4)))
        & 0xFFFF
    }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for index in 0..<8 {
      let value =
        index < gap ? group(index) : index >= 8 - count + gap ? group(index - 8 + count) : 0
      if index < 4 { high = high << 16 | value } else { low = low << 16 | value }
    }
    return (high, low)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte & 15
    case 0x41...0x46, 0x61...0x66: (byte & 7) + 9
    default: nil
    }
  }
}

private let colon = UInt8(ascii: ":")
