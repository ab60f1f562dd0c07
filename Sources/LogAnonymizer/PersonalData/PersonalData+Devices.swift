import TrafficLogs

/// Addresses of version 6 and the numbers of devices: what is written in hexadecimal digits.
extension PersonalData {
  mutating func findLongAddresses() {
    var index = 0
    let letters = text.letters
    while index < letters.count {
      guard Self.isHexadecimal(letters[index]) || letters[index] == colon else {
        index += 1
        continue
      }
      var end = index
      var colons = 0
      while end < letters.count,
        Self.isHexadecimal(letters[end]) || letters[end] == colon || letters[end] == dot
      {
        if letters[end] == colon { colons += 1 }
        end += 1
      }
      if colons >= 2 { findLongAddress(index..<end) }
      index = end
    }
  }

  /// Looks at letters that may be an address, with a label before it or a port behind.
  private mutating func findLongAddress(_ range: Range<Int>) {
    if Self.isAlphanumeric(letter(range.upperBound)) { return }
    var start = range.lowerBound
    // A word that ends in such a digit is a label.
    if Self.isAlphanumeric(letter(start - 1)) {
      while start < range.upperBound, letter(start) != colon { start += 1 }
    }
    var end = range.upperBound
    while end > start, letter(end - 1) == dot { end -= 1 }
    let starts = [start, range[start...].dropFirst().first { letter($0 - 1) == colon } ?? start]
    for first in starts where first < end {
      let lastColon = (first..<end).last { letter($0) == colon } ?? end
      for last in [end, lastColon] where last > first {
        if let address = text.address(first..<last) {
          if !address.isLoopback, address.high != 0 || address.low != 0 {
            found.append(first..<last)
          }
          return
        }
      }
    }
  }

  mutating func findDevices() {
    var index = 0
    while index < text.letters.count {
      guard Self.isHexadecimal(letter(index)), !Self.isAlphanumeric(letter(index - 1)) else {
        index += 1
        continue
      }
      var end = index
      while Self.isHexadecimal(letter(end)) { end += 1 }
      if let length = Self.shapes.first(where: { has($0, at: index) })?.count {
        found.append(index..<(index + length))
        index += length
      } else {
        // A serial number, a hash, an advertising id without its dashes.
        let digits = (index..<end).count { Self.isDigit(letter($0)) }
        if end - index >= 12, digits > 1, !Self.isAlphanumeric(letter(end)) {
          found.append(index..<end)
        }
        index = end
      }
    }
  }

  /// How numbers of devices are divided: advertising ids, the addresses of network cards.
  private static let shapes = [
    "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", "xxxxxxxx_xxxx_xxxx_xxxx_xxxxxxxxxxxx",
    "xx:xx:xx:xx:xx:xx", "xx-xx-xx-xx-xx-xx", "xx_xx_xx_xx_xx_xx", "xxxx.xxxx.xxxx",
  ].map { Array($0.utf8) }

  private func has(_ shape: [UInt8], at start: Int) -> Bool {
    guard start + shape.count <= text.letters.count,
      !Self.isAlphanumeric(letter(start + shape.count))
    else { return false }
    return shape.indices.allSatisfy {
      shape[$0] == UInt8(ascii: "x")
        ? Self.isHexadecimal(letter(start + $0)) : shape[$0] == letter(start + $0)
    }
  }
}

private let colon = UInt8(ascii: ":")
private let dot = UInt8(ascii: ".")
