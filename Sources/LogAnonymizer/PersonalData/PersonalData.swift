import TrafficLogs

/// What tells who somebody is, wherever it stands in a text and however it is written: telephone
/// numbers, mail addresses, addresses of the Internet, and the numbers of devices.
///
/// Everything that a copy takes over as it is goes through here. Better one number too many than
/// one too few: what is found is replaced by a pseudonym, so that different texts stay different.
/// In the names of browsers versions look like telephone numbers and addresses, so that more is
/// asked of those there.
struct PersonalData {
  /// Where a text stands.
  enum Place {
    /// A part of an address, a tag, a cell.
    case text
    /// The name of a browser, with versions in it.
    case browser
  }

  let text: DecodedText
  let place: Place
  /// What is found, in letters of the text; neither in order nor apart from each other.
  var found: [Range<Int>] = []

  private init(_ bytes: Span<UInt8>, _ range: Range<Int>, in place: Place) {
    text = DecodedText(bytes, range)
    self.place = place
    findMail()
    findNumbers()
    findLongAddresses()
    findDevices()
  }

  /// Where personal data is written in a part of a line, in order and apart from each other.
  ///
  /// - Complexity: O(length).
  static func ranges(
    in bytes: Span<UInt8>, _ range: Range<Int>, _ place: Place = .text
  ) -> [Range<Int>] {
    guard mayBe(in: bytes, range) else { return [] }
    let data = Self(bytes, range, in: place)
    // Nobody escapes so often but to hide something.
    if data.text.isUnfinished { return [range] }
    var written: [Range<Int>] = []
    for letters in data.found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let next = data.text.written(letters)
      if let last = written.last, next.lowerBound <= last.upperBound {
        written[written.count - 1] = last.lowerBound..<max(last.upperBound, next.upperBound)
      } else {
        written.append(next)
      }
    }
    return written
  }

  /// Whether there is any.
  ///
  /// - Complexity: O(length).
  static func isIn(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ place: Place = .text
  ) -> Bool {
    !ranges(in: bytes, range, place).isEmpty
  }

  /// Whether it is worth a closer look, which most texts aren't.
  private static func mayBe(in bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var digits = 0
    var signs = 0
    for index in range {
      switch bytes[index] {
      case 0x30...0x39: digits += 1
      case UInt8(ascii: ":"), UInt8(ascii: "-"): signs += 1
      case UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "\\"), UInt8(ascii: "&"), 0x80...0xFF:
        return true
      default: break
      }
    }
    return digits >= 4 || signs >= 2
  }
}

extension PersonalData {
  func letter(_ index: Int) -> UInt8 {
    text.letters.indices.contains(index) ? text.letters[index] : 0
  }

  static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  /// A letter or a digit of any alphabet.
  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || 0x61...0x7A ~= byte | 0x20 || byte == DecodedText.other
  }

  static func isHexadecimal(_ byte: UInt8) -> Bool { JSONString.hexDigit(byte) != nil }
}

/// Mail addresses.
extension PersonalData {
  /// Finds what stands around an `@`: a mail address, or the name of an account.
  fileprivate mutating func findMail() {
    for at in text.letters.indices where text.letters[at] == UInt8(ascii: "@") {
      var start = at
      while start > 0, Self.isOfName(letter(start - 1)) { start -= 1 }
      var end = at + 1
      while Self.isOfDomain(letter(end)) { end += 1 }
      while end > at + 1, letter(end - 1) == UInt8(ascii: ".") { end -= 1 }
      // Browsers write their version behind an @, which no mail goes to.
      if place == .browser, !hasDomain((at + 1)..<end) { continue }
      if end - start > 1 { found.append(start..<end) }
    }
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "._%+-'~!#$*^{|}".utf8.contains(byte)
  }

  private static func isOfDomain(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  /// Whether the last part is made of letters.
  private func hasDomain(_ range: Range<Int>) -> Bool {
    guard let dot = range.last(where: { letter($0) == UInt8(ascii: ".") }) else { return false }
    let last = (dot + 1)..<range.upperBound
    return last.count > 1
      && last.allSatisfy { !Self.isDigit(letter($0)) && letter($0) != UInt8(ascii: "-") }
  }
}
