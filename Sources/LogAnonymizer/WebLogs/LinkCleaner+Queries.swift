import NumberPools
import TrafficLogs

/// Queries.
extension LinkCleaner {
  func appendQuery(_ bytes: Span<UInt8>, _ query: Range<Int>, to output: inout [UInt8]) {
    var start = query.lowerBound
    while true {
      var end = start
      while end < query.upperBound, bytes[end] != UInt8(ascii: "&") { end += 1 }
      appendParameter(bytes, start..<end, to: &output)
      guard end < query.upperBound else { return }
      output.append(UInt8(ascii: "&"))
      start = end + 1
    }
  }

  private func appendParameter(
    _ bytes: Span<UInt8>, _ parameter: Range<Int>, to output: inout [UInt8]
  ) {
    let equals = parameter.first { bytes[$0] == UInt8(ascii: "=") }
    guard let equals else {
      let isKept =
        AssetFilter.isKnown(bytes, parameter: parameter)
        || (keepsPaths && !Self.isPersonal(bytes, parameter))
      return isKept
        ? output.append(bytes, parameter)
        : pseudonyms.append(text: bytes.extracting(parameter), to: &output)
    }
    let name = parameter.lowerBound..<equals
    let value = (equals + 1)..<parameter.upperBound
    if Self.isPersonal(bytes, name) || name.count > Self.longestName {
      pseudonyms.append(text: bytes.extracting(name), to: &output)
    } else {
      output.append(bytes, name)
    }
    output.append(UInt8(ascii: "="))
    let word = Self.word(bytes, name)
    if Self.isOfOrigin(word) { return appendOrigin(bytes, word, value, to: &output) }
    if isKept(bytes, word: word, value: value) {
      output.append(bytes, value)
    } else {
      pseudonyms.append(text: bytes.extracting(value), to: &output)
    }
  }

  /// A longer one is no name of a parameter.
  private static let longestName = 40

  /// The name of a parameter as it is compared.
  private static func word(_ bytes: Span<UInt8>, _ name: Range<Int>) -> String {
    var lower = [UInt8]()
    for index in name { lower.append(bytes[index] | (0x41...0x5A ~= bytes[index] ? 0x20 : 0)) }
    let word = String(decoding: lower, as: UTF8.self)
    return word.hasPrefix("amp;") ? String(word.dropFirst(4)) : word
  }

  /// Whether a parameter tells how a session came.
  private static func isOfOrigin(_ word: String) -> Bool {
    word.hasPrefix("utm_") || originNames.contains(word)
  }

  private static let originNames = Set(
    ["_openstat", "openstat", "from", "gad_source", "ysclid", "srsltid"]
      + Touch.ClickID.parameters)

  private func isKept(_ bytes: Span<UInt8>, word: String, value: Range<Int>) -> Bool {
    if Self.personalNames.contains(word) || Self.personalWords.contains(where: word.contains) {
      return false
    }
    guard keepsPaths else { return Self.isShortNumber(bytes, value) }
    return !Self.holdsQuery(bytes, value) && !Self.isPersonal(bytes, value)
  }

  private static let personalNames: Set<String> = [
    "sid", "cid", "ip", "key", "code", "_ga", "_gl", "hash", "sig", "lat", "lng", "lon", "zip",
    "idfa", "idfv", "gaid", "adid", "imei", "mac", "pin", "otp",
  ]
  private static let personalWords = [
    "mail", "phone", "tel", "mobile", "name", "token", "sess", "passw", "user", "login", "auth",
    "secret", "uid", "guid", "address", "birth", "client", "customer", "device", "contact",
    "account", "postcode",
  ]
}
