import NumberPools
import TrafficLogs

/// Values of parameters that tell how a session came: a copy must tell the same.
extension LinkCleaner {
  /// What stands for a value that says nothing, where the value itself may be personal.
  private static let nothing = "{hidden}"

  /// Adds the value of a parameter of origin.
  func appendOrigin(
    _ bytes: Span<UInt8>, _ word: String, _ value: Range<Int>, to output: inout [UInt8]
  ) {
    let text = LandingTags.text(bytes, value)
    guard let decoded = LandingTags.value(text) else {
      // A pseudonym of what nobody filled in would say something.
      return Self.isPersonal(bytes, value)
        ? output.append(contentsOf: Self.nothing.utf8) : output.append(bytes, value)
    }
    switch word {
    case "from" where !LandingTags.isName(decoded):
      // What names no source must not name one in the copy either.
      if keepsPaths, !Self.isPersonal(bytes, value), !Self.holdsQuery(bytes, value) {
        output.append(bytes, value)
      } else {
        output.append(contentsOf: Self.nothing.utf8)
      }
    case "utm_referrer": appendReferrer(decoded, to: &output)
    case "_openstat", "openstat": appendOpenstat(text, bytes, value, to: &output)
    case "utm_term" where !keepsPaths:
      let words = Array(decoded.utf8)
      pseudonyms.append(text: words.span, to: &output)
    case "gad_source" where Self.isShortNumber(bytes, value): output.append(bytes, value)
    case "from" where !Self.holdsQuery(bytes, value):
      pseudonyms.append(clean: bytes, value, to: &output)
    case _ where word.hasPrefix("utm_"): appendTag(bytes, value, to: &output)
    default: pseudonyms.append(text: bytes.extracting(value), to: &output)
    }
  }

  /// Adds a tag. Where it is an address, its host stays: it may name a source.
  private func appendTag(_ bytes: Span<UInt8>, _ value: Range<Int>, to output: inout [UInt8]) {
    let text = DecodedText(bytes, value)
    let letters = text.letters
    let colon = letters.indices.first {
      letters[$0...].starts(with: "://".utf8)
    }
    let end = letters.indices.dropFirst(colon.map { $0 + 3 } ?? 0).first {
      "?=".utf8.contains(letters[$0]) || (colon != nil && "/#".utf8.contains(letters[$0]))
    }
    let rest = end.flatMap { $0 + 1 < letters.count ? text.written(($0 + 1)..<letters.count) : nil }
    pseudonyms.append(
      clean: bytes, value.lowerBound..<(rest?.lowerBound ?? value.upperBound), to: &output)
    if let rest { pseudonyms.append(text: bytes.extracting(rest), to: &output) }
  }

  /// Whether a value is an address with parameters of its own, which nobody looks through.
  static func holdsQuery(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Bool {
    DecodedText(bytes, value).letters.contains { "=?".utf8.contains($0) }
  }

  /// Of a referrer that was passed on its host stays.
  private func appendReferrer(_ referrer: String, to output: inout [UInt8]) {
    guard let site = TouchReader.site(of: referrer) else {
      return output.append(contentsOf: Self.nothing.utf8)
    }
    output.append(contentsOf: "https://".utf8)
    let host = Array(site.utf8)
    append(site: host.span, to: &output)
  }

  /// Adds a tag of several fields, which may be written as base64: as it is where nothing in it is
  /// personal, else its fields written out.
  private func appendOpenstat(
    _ text: String, _ bytes: Span<UInt8>, _ value: Range<Int>, to output: inout [UInt8]
  ) {
    guard let tag = Openstat(text) else {
      return pseudonyms.append(text: bytes.extracting(value), to: &output)
    }
    let fields = [tag.source, tag.campaign ?? "", tag.advertisement ?? ""].map { Array($0.utf8) }
    let isPersonal =
      fields.contains { Self.isPersonal($0.span, $0.indices) } || Self.isPersonal(bytes, value)
    if !isPersonal, text.contains(";") || keepsPaths { return output.append(bytes, value) }
    for (index, field) in fields.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ";")) }
      var clean: [UInt8] = []
      pseudonyms.append(clean: field.span, field.indices, to: &clean)
      for byte in clean {
        if PersonalData.isAlphanumeric(byte), byte < 0x80 {
          output.append(byte)
        } else {
          let digits = String(byte, radix: 16, uppercase: true)
          output.append(contentsOf: "%\(byte < 16 ? "0" : "")\(digits)".utf8)
        }
      }
    }
  }
}
