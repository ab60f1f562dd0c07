import LogAnonymizer
import TrafficLogs

/// Somebody's number or address, put into an input, and what must not come out of a copy of it.
struct PlantedData {
  /// As it is written into the input.
  let spelling: String
  /// What a copy is looked through for.
  private let traces: [Trace]

  private enum Trace {
    /// In the digits of a copy, whatever is between them.
    case digits(String)
    /// In a copy's letters and digits.
    case letters(String)
    /// In the copy.
    case text(String)
  }

  /// Every kind of personal data in all its spellings.
  static let all: [Self] = telephones + addresses + mail + devices

  /// Puts it into bytes, apart from what is before and behind it.
  func planted(in bytes: [UInt8], at position: Int, beside boundary: UInt8) -> [UInt8] {
    bytes[..<position] + [boundary] + Array(spelling.utf8) + [boundary] + bytes[position...]
  }

  /// Anonymizes bytes that it was put into.
  ///
  /// - Throws: A ``BrokenLaw`` where it can be read in the copy, or in a message.
  func check(_ bytes: [UInt8], keepsPaths: Bool) throws(BrokenLaw) {
    let key = AnonymizationKey(bytes: Array(0..<16))
    let anonymizer = Anonymizer(key: key, keepsPaths: keepsPaths, dateOrder: .dayFirst)
    var written: [UInt8] = []
    do throws(AnonymizerError) {
      let summary = try anonymizer.anonymize(.bytes(name: "planted", bytes)) { written += $0 }
      written += summary.droppedColumns.joined(separator: ",").utf8
    } catch {
      written = Array(error.description.utf8)
    }
    let text = Self.read(written)
    let letters = text.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let digits = letters.filter(\.isNumber)
    for trace in traces {
      let isThere =
        switch trace {
        case .digits(let trace): digits.contains(trace)
        case .letters(let trace): letters.contains(trace)
        case .text(let trace): text.contains(trace)
        }
      try law(
        "'\(spelling)' doesn't come out: \(String(decoding: written, as: UTF8.self))", !isThere)
    }
  }

  /// A copy as somebody reads it who undoes whatever escapes there are.
  private static func read(_ bytes: [UInt8]) -> String {
    var bytes = bytes
    for _ in 0..<4 {
      var decoded: [UInt8] = []
      var index = 0
      while index < bytes.count {
        let isEscape = bytes[index] == UInt8(ascii: "%")
        let isQuoted =
          bytes[index] == UInt8(ascii: "\\") && index + 1 < bytes.count
          && bytes[index + 1] == UInt8(ascii: "x")
        let start = index + (isEscape ? 1 : 2)
        if isEscape || isQuoted, start + 2 <= bytes.count,
          let byte = UInt8(String(decoding: bytes[start..<(start + 2)], as: UTF8.self), radix: 16)
        {
          decoded.append(byte)
          index = start + 2
        } else {
          decoded.append(bytes[index])
          index += 1
        }
      }
      bytes = decoded
    }
    var text = ""
    for scalar in String(decoding: bytes, as: UTF8.self).lowercased().unicodeScalars {
      if 0xFF10...0xFF19 ~= scalar.value {
        text.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)))
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension PlantedData {
  private static let telephones =
    [
      "+1 (212) 555-0105", "212.555.0105", "2125550105", "0012125550105", "tel:+12125550105",
      "%2B1%20%28212%29%20555-0105", "%252B1%2520%2528212%2529%2520555%252D0105",
      "212\u{2011}555\u{2013}0105", "212 555 0105", "(212)555-0105", "[212] 555 0105",
      "212\u{A0}555\u{202F}0105", "212%E2%80%91555%E2%80%910105", "212\\xE2\\x80\\x91555\\x2D0105",
      "２１２５５５０１０５", "+1+212+555+0105", "phone=212-555-0105", "1-212-555-0105",
    ].map { Self(spelling: $0, traces: [.digits("2125550105")]) }
    + [
      "8 (495) 123-45-67", "+7 495 123 45 67", "84951234567", "8%20%28495%29%20123-45-67",
      "8-495-123-45-67", "+7(495)1234567", "7.495.123.45.67",
    ].map { Self(spelling: $0, traces: [.digits("4951234567")]) }

  private static let addresses =
    [
      "203.0.113.77", "203%2E0%2E113%2E77", "203%252E0%252E113%252E77", "::ffff:203.0.113.77",
      "203.0.113.77:51234", "ip=203.0.113.77", "203.0.113.77, 10.0.0.1", "10.0.0.1, 203.0.113.77",
    ].map { Self(spelling: $0, traces: [.text("203.0.113.77")]) }
    + [
      "2a02:6b8:85a3::8a2e:370:7334", "2A02:6B8:85A3::8A2E:370:7334",
      "[2a02:6b8:85a3::8a2e:370:7334]:443", "2a02%3A6b8%3A85a3%3A%3A8a2e%3A370%3A7334",
    ].map { Self(spelling: $0, traces: [.text("8a2e:370:7334")]) }

  private static let mail =
    [
      "joe.bloggs@mail-host.example", "Joe.Bloggs@Mail-Host.Example",
      "joe.bloggs%40mail-host.example", "joe.bloggs%2540mail-host.example",
      "mailto:joe.bloggs@mail-host.example", "joe.bloggs\\x40mail-host.example",
      "joe.bloggs+news@mail-host.example", "<joe.bloggs@mail-host.example>",
      "joe.bloggs%252540mail-host.example", "joe.bloggs\u{FF20}mail-host.example",
    ].map { Self(spelling: $0, traces: [.text("bloggs"), .text("mail-host")]) }

  private static let devices =
    [
      "6d92078a-8246-4ba4-ae5b-76104861e7dc", "6D92078A-8246-4BA4-AE5B-76104861E7DC",
      "6d92078a82464ba4ae5b76104861e7dc", "6d92078a%2D8246%2D4ba4%2Dae5b%2D76104861e7dc",
    ].map { Self(spelling: $0, traces: [.letters("6d92078a82464ba4ae5b76104861e7dc")]) }
    + [
      "353918052345679", "35-391805-234567-9", "35 391805 234567 9",
    ].map { Self(spelling: $0, traces: [.digits("353918052345679")]) }
    + ["00:1b:44:11:3a:b7", "00-1B-44-11-3A-B7", "001b.4411.3ab7", "001b44113ab7"]
    .map { Self(spelling: $0, traces: [.letters("001b44113ab7")]) }
    + ["9774d56d682e549c"].map { Self(spelling: $0, traces: [.letters("9774d56d682e549c")]) }
}
