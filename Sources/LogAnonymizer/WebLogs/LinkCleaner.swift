import NumberPools
import TrafficLogs

/// Takes out of web addresses what may tell who someone is.
///
/// Paths and tags stay, click ids become pseudonyms, and so does any part that looks personal: by
/// an `@`, by nine digits or more, or by the name of its parameter. What follows a `#` is dropped.
/// This is a safeguard, not a promise: a name in a path looks like any other word.
struct LinkCleaner: Sendable {
  let pseudonyms: Pseudonyms
  /// Sites that are to be hidden, bare.
  var hiddenSites: Set<[UInt8]> = []

  /// Adds an address without what is personal in it.
  ///
  /// - Complexity: O(length).
  func append(_ bytes: Span<UInt8>, _ address: Range<Int>, to output: inout [UInt8]) {
    let parts = WebAddress(bytes, address)
    let start = output.count
    appendSite(bytes, address.lowerBound..<parts.path.lowerBound, to: &output)
    appendPath(bytes, parts.path, to: &output)
    if !parts.query.isEmpty {
      output.append(UInt8(ascii: "?"))
      appendQuery(bytes, parts.query, to: &output)
    }
    let end = parts.query.isEmpty ? parts.path.upperBound : parts.query.upperBound
    if end < address.upperBound {
      // Nothing that was escaped follows any more.
      while output.count > start, output.last == UInt8(ascii: "\\") { output.removeLast() }
    }
  }

  /// Adds scheme, host and port without a user's name and password.
  private func appendSite(_ bytes: Span<UInt8>, _ site: Range<Int>, to output: inout [UInt8]) {
    guard let slash = site.last(where: { bytes[$0] == UInt8(ascii: "/") }) else { return }
    let scheme = site.lowerBound..<(slash - 1)
    let isPersonal = Self.isPersonal(bytes, scheme)
    copy(bytes, (isPersonal ? scheme.upperBound - 1 : scheme.lowerBound)..<(slash + 1), to: &output)
    let user = ((slash + 1)..<site.upperBound).last { bytes[$0] == UInt8(ascii: "@") }
    let start = user.map { $0 + 1 } ?? slash + 1
    var end = start
    if end < site.upperBound, bytes[end] == UInt8(ascii: "["),
      let bracket = (end..<site.upperBound).first(where: { bytes[$0] == UInt8(ascii: "]") })
    {
      output.append(UInt8(ascii: "["))
      pseudonyms.append(client: bytes.extracting((start + 1)..<bracket), to: &output)
      output.append(UInt8(ascii: "]"))
      end = bracket + 1
    } else {
      while end < site.upperBound, bytes[end] != UInt8(ascii: ":") { end += 1 }
      let host = bytes.extracting(start..<end)
      let isHidden = !hiddenSites.isEmpty && hiddenSites.contains(Pseudonyms.bare(host))
      pseudonyms.append(site: host, isHidden: isHidden, to: &output)
    }
    pseudonyms.append(port: bytes.extracting(end..<site.upperBound), to: &output)
  }

  private func appendPath(_ bytes: Span<UInt8>, _ path: Range<Int>, to output: inout [UInt8]) {
    var start = path.lowerBound
    while start < path.upperBound {
      var end = start
      while end < path.upperBound, bytes[end] != UInt8(ascii: "/"), bytes[end] != UInt8(ascii: ";")
      {
        end += 1
      }
      appendSegment(bytes, start..<end, to: &output)
      guard end < path.upperBound else { return }
      output.append(bytes[end])
      start = end + 1
      if bytes[end] == UInt8(ascii: ";") {
        // Behind a semicolon servers write a session's name: /page;jsessionid=1.
        pseudonyms.append(text: bytes.extracting(start..<path.upperBound), to: &output)
        return
      }
    }
  }

  /// Adds a part of a path; a pseudonym keeps the ending by which files are told from pages.
  private func appendSegment(
    _ bytes: Span<UInt8>, _ segment: Range<Int>, to output: inout [UInt8]
  ) {
    guard Self.isPersonal(bytes, segment) else { return copy(bytes, segment, to: &output) }
    pseudonyms.append(text: bytes.extracting(segment), to: &output)
    guard let dot = segment.last(where: { bytes[$0] == UInt8(ascii: ".") }) else { return }
    let ending = dot..<segment.upperBound
    if ending.count <= 13, !Self.isPersonal(bytes, ending) { copy(bytes, ending, to: &output) }
  }

  private func appendQuery(_ bytes: Span<UInt8>, _ query: Range<Int>, to output: inout [UInt8]) {
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
      return Self.isPersonal(bytes, parameter)
        ? pseudonyms.append(text: bytes.extracting(parameter), to: &output)
        : copy(bytes, parameter, to: &output)
    }
    let name = parameter.lowerBound..<equals
    let value = (equals + 1)..<parameter.upperBound
    copy(bytes, parameter.lowerBound..<(equals + 1), to: &output)
    let word = Self.word(bytes, name)
    if word == "from" || Self.isOfOrigin(word), appendOrigin(bytes, word, value, to: &output) {
      return
    }
    if Self.isKept(bytes, word: word, value: value) {
      copy(bytes, value, to: &output)
    } else {
      pseudonyms.append(text: bytes.extracting(value), to: &output)
    }
  }

  /// The name of a parameter as it is compared.
  private static func word(_ bytes: Span<UInt8>, _ name: Range<Int>) -> String {
    var lower = [UInt8]()
    for index in name { lower.append(bytes[index] | (0x41...0x5A ~= bytes[index] ? 0x20 : 0)) }
    let word = String(decoding: lower, as: UTF8.self)
    return word.hasPrefix("amp;") ? String(word.dropFirst(4)) : word
  }

  private static func isOfOrigin(_ word: String) -> Bool {
    word.hasPrefix("utm_") || word == "_openstat" || word == "openstat"
      || Touch.ClickID.parameters.contains(word)
  }

  private static func isKept(_ bytes: Span<UInt8>, word: String, value: Range<Int>) -> Bool {
    if word.hasPrefix("utm_") { return !hasAt(bytes, value) }
    if Touch.ClickID.parameters.contains(word) { return false }
    if personalNames.contains(word) { return false }
    return !isPersonal(bytes, value) && !personalWords.contains { word.contains($0) }
  }

  private static let personalNames: Set<String> = [
    "sid", "cid", "ip", "key", "code", "_ga", "_gl", "hash", "sig",
  ]
  private static let personalWords = [
    "mail", "phone", "tel", "mobile", "name", "token", "sess", "passw", "user", "login", "auth",
    "secret", "uid", "guid", "address", "birth", "client", "customer",
  ]

  private func copy(_ bytes: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
    bytes.extracting(range).withUnsafeBufferPointer { output.append(contentsOf: $0) }
  }
}

/// What looks personal.
extension LinkCleaner {
  /// An `@`, bare or escaped, or nine digits or more, those of escapes apart.
  static func isPersonal(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if hasAt(bytes, range) { return true }
    var digits = 0
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "%") {
        index += 2
      } else if 0x30...0x39 ~= bytes[index] {
        digits += 1
      }
      index += 1
    }
    return digits >= 9
  }

  /// An `@`, bare or escaped.
  static func hasAt(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.contains { index in
      bytes[index] == UInt8(ascii: "@")
        || (bytes[index] == UInt8(ascii: "%") && index + 2 < range.upperBound
          && bytes[index + 1] == UInt8(ascii: "4") && bytes[index + 2] == UInt8(ascii: "0"))
    }
  }
}
