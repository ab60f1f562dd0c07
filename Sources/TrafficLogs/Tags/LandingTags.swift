import NumberPools

/// What the query of a landing page's address says of how its visitor came.
///
/// Names are compared without case. Of a parameter that is repeated the first value counts that
/// isn't empty. What follows a `#` never reaches a server and isn't read, so that every format
/// tells the same.
package struct LandingTags {
  var source: String?
  var medium: String?
  var campaign: String?
  var term: String?
  var content: String?
  var clickID: Touch.ClickID?
  /// Source and medium that a mark of some system stands for, where there are no tags.
  var marked: (source: String, medium: String?)?
  /// The same of a mark that search engines add to what they found; it is no tag.
  var found: (source: String, medium: String)?
  /// What `from=` says, which many sites use for something else.
  var from: String?
  /// The referrer that a page passed on which sends its visitors elsewhere.
  var referrer: String?
  /// Whether there is a tag or a click id.
  var isTagged = false

  /// Reads an address.
  ///
  /// - Complexity: O(length x parameters known).
  init(of address: String) {
    guard let mark = address.utf8.firstIndex(of: UInt8(ascii: "?")) else { return }
    let query = address.utf8[address.utf8.index(after: mark)...].prefix { $0 != UInt8(ascii: "#") }
    var values: [String: String] = [:]
    var hasRoute = false
    for pair in query.split(separator: UInt8(ascii: "&")) {
      guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { continue }
      var name = Substring(pair[..<equals]).lowercased()
      if name.hasPrefix("amp;") { name.removeFirst(4) }
      let raw = Substring(pair[pair.index(after: equals)...])
      if raw.isEmpty { continue }
      if name == "to" || name == "till" || name == "until" { hasRoute = true }
      if Self.isKnown(name), values[name] == nil { values[name] = String(raw) }
    }
    if values.isEmpty { return }
    read(values)
    if hasRoute { from = nil }
  }

  private mutating func read(_ values: [String: String]) {
    func value(_ name: String) -> String? { values[name].flatMap(Self.value) }
    source = value("utm_source")
    medium = value("utm_medium")
    campaign = value("utm_campaign")
    term = value("utm_term")
    content = value("utm_content")
    referrer = value("utm_referrer")
    clickID =
      Touch.ClickID.parameters.lazy.compactMap { name in
        value(name).map { Touch.ClickID(parameter: name, value: $0) }
      }.first
    isTagged =
      clickID != nil
      || values.contains {
        $0.key.hasPrefix("utm_") && $0.key != "utm_referrer" && Self.value($0.value) != nil
      }
    if let openstat = values["_openstat"] ?? values["openstat"], let tag = Openstat(openstat) {
      marked = (tag.source, tag.medium)
      if source == nil {
        campaign = campaign ?? tag.campaign
        content = content ?? tag.advertisement
      }
      isTagged = true
    } else if value("gad_source") != nil {
      // What Google adds beside a click id stays where a browser takes the id away.
      marked = ("google", "cpc")
      isTagged = true
    }
    if value("ysclid") != nil { found = ("yandex", "organic") }
    if value("srsltid") != nil { found = found ?? ("google", "organic") }
    from = value("from").flatMap { Self.isName($0) ? $0 : nil }
  }

  private static func isKnown(_ name: String) -> Bool {
    name.hasPrefix("utm_") || otherNames.contains(name)
  }

  private static let otherNames = Set(
    ["_openstat", "openstat", "gad_source", "ysclid", "srsltid", "from"] + Touch.ClickID.parameters)

  /// Whether a value of `from=` can be the name of a source, rather than a date, a number, a place
  /// or an address.
  package static func isName(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.count <= 40, bytes.contains(where: { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A })
    else { return false }
    let digits = bytes.count { 0x30...0x39 ~= $0 }
    return digits < 5 && !bytes.contains(UInt8(ascii: "/")) && !bytes.contains(UInt8(ascii: "@"))
      && !bytes.contains(UInt8(ascii: ":"))
  }
}

extension LandingTags {
  /// A value as it was meant; `nil` for one that is empty or that nobody filled in.
  package static func value(_ raw: String) -> String? {
    // Looked at before escapes too: in %%CAMPAIGN%% there seems to be one.
    if isMacro(raw) { return nil }
    return present(decoded(raw)).flatMap { isMacro($0) ? nil : $0 }
  }

  /// A value without the spaces around it; `nil` for one that says that there is none.
  static func present(_ text: String?) -> String? {
    ChannelTable.value(text).flatMap { isMacro($0) ? nil : $0 }
  }

  /// Whether a value says that there is none.
  package static func isAbsent(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    present(text(bytes, range)) == nil
  }

  /// A part of a line.
  package static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    bytes.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a value is a place for one that an advertising system should have filled in.
  static func isMacro(_ text: String) -> Bool {
    macros.contains {
      text.utf8.count > $0.utf8.count + $1.utf8.count && text.hasPrefix($0) && text.hasSuffix($1)
    }
  }

  /// What macros begin and end with: `{keyword}`, `{{campaign.name}}`, `%%SITE%%`,
  /// `__CAMPAIGN_NAME__`, `${id}`, `#{id}`, `[campaign]`, `<campaign>`.
  private static let macros = [
    ("{", "}"), ("%%", "%%"), ("__", "__"), ("${", "}"), ("#{", "}"), ("#s{", "}"), ("@{", "}"),
    ("[", "]"), ("<", ">"), ("%7B", "%7D"), ("%7b", "%7d"),
  ]

  /// The text that an address writes with escapes; those that are broken, or that aren't UTF-8,
  /// stay as they are.
  ///
  /// - Parameter hasBlanks: Whether a plus sign is a blank.
  static func decoded(_ text: String, hasBlanks: Bool = true) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "+"), hasBlanks {
        bytes.append(UInt8(ascii: " "))
      } else if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(digit),
        let low = rest.dropFirst().first.flatMap(digit)
      {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
