/// Keeps personal data out of reports.
public enum Privacy {
  /// The text without control characters, and without anything that looks like an IP address, an
  /// e-mail address or a telephone number.
  ///
  /// - Complexity: O(length).
  public static func masked(_ text: String) -> String {
    let words = printable(text).split(separator: " ", omittingEmptySubsequences: false)
    return words.map { isPersonal($0) ? "(hidden)" : String($0) }.joined(separator: " ")
  }

  /// The text with each control character as `\xNN`: a log must not command a terminal.
  ///
  /// - Complexity: O(length).
  public static func printable(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      if scalar.commandsTerminal {
        shown += "\\x" + String(scalar.value, radix: 16, uppercase: true)
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  private static func isPersonal(_ word: Substring) -> Bool {
    let bytes = Array(word.utf8)
    if bytes.contains(UInt8(ascii: "@")) { return true }
    let digits = bytes.count { 0x30...0x39 ~= $0 }
    let separators = bytes.count { [0x2B, 0x28, 0x29, 0x2D].contains($0) }
    if digits >= 10, digits + separators == bytes.count { return true }
    return hasAddress(bytes)
  }

  /// Four numbers with dots between them, or three colons among hexadecimal digits.
  private static func hasAddress(_ bytes: [UInt8]) -> Bool {
    var numbers = 0
    var inNumber = false
    for byte in bytes {
      if 0x30...0x39 ~= byte {
        if !inNumber { numbers += 1 }
        inNumber = true
        if numbers == 4 { return true }
      } else {
        if byte != UInt8(ascii: ".") || !inNumber { numbers = 0 }
        inNumber = false
      }
    }
    let colons = bytes.count { $0 == UInt8(ascii: ":") }
    return colons >= 3 || (colons == 2 && bytes.contains(subsequence: Array("::".utf8)))
  }
}

extension Unicode.Scalar {
  /// Whether a terminal would do something other than show it: control characters of both sets, and
  /// those that turn the direction of writing.
  var commandsTerminal: Bool {
    switch value {
    case ..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension Array where Element == UInt8 {
  fileprivate func contains(subsequence: [UInt8]) -> Bool {
    guard count >= subsequence.count else { return false }
    return (0...(count - subsequence.count)).contains {
      self[$0..<($0 + subsequence.count)].elementsEqual(subsequence)
    }
  }
}
