extension ChannelTable {
  /// A text as it is compared: in lower case, without spaces, hyphens and underscores.
  package static func folded(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      switch $0 {
      case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "."): true
      default: false
      }
    }
    if isPlain { return text }
    let kept = text.lowercased().unicodeScalars.filter {
      !$0.properties.isWhitespace && $0 != "_" && $0 != "-"
    }
    return String(String.UnicodeScalarView(kept))
  }

  /// A value without the spaces around it; `nil` for one that says that there is none, as analytics
  /// write it: in brackets, as `(not set)`, or as a dash.
  package static func value(_ text: String?) -> String? {
    guard let text else { return nil }
    var rest = text.unicodeScalars[...]
    while rest.first?.properties.isWhitespace == true { rest.removeFirst() }
    while rest.last?.properties.isWhitespace == true { rest.removeLast() }
    if rest.isEmpty || (rest.first == "(" && rest.last == ")") { return nil }
    let trimmed = String(rest)
    return absentWords.contains(trimmed.lowercased()) ? nil : trimmed
  }

  private static let absentWords: Set<String> = [
    "-", "--", "\u{2014}", "\u{2013}", "none", "null", "nil", "undefined", "n/a", "not set",
    "<not set>", "<none>", "не определено", "не определён", "не указано", "нет данных",
  ]

  /// What kind of site a source is, by its name in tags or by its host.
  static func kind(ofSource source: String) -> Kind? {
    let name = folded(source)
    if let row = rowOfName[name] { return sites[row].kind }
    let lower = source.lowercased()
    if lower.utf8.contains(UInt8(ascii: ".")), let row = row(ofHost: lower) {
      return sites[row].kind
    }
    // google_search, vk-ads, facebook feed: the first word is the site.
    let separators: Set<Character> = ["_", "-", " ", "/", "|", ":"]
    let first = lower.split(maxSplits: 1, whereSeparator: separators.contains).first.map(
      String.init)
    guard let first, first.count < lower.count, !wordsOfTheLanguage.contains(first) else {
      return nil
    }
    return rowOfName[first].flatMap { sites[$0].kind }
  }

  /// Names of sites that begin other names too.
  private static let wordsOfTheLanguage: Set<String> = [
    "ask", "line", "max", "messenger", "signal", "direct", "teams", "ok", "x", "apple", "meta",
    "threads", "microsoft", "brave", "cj", "360", "daum", "quora",
  ]

  /// A site by its name in tags.
  package static func site(named name: String) -> Site? {
    rowOfName[folded(name)].map { sites[$0] }
  }

  /// A site by its host.
  ///
  /// - Parameter host: In lower case.
  /// - Returns: `nil` for a site that isn't in the table, or that is in it as nothing special.
  package static func site(ofHost host: String) -> Site? {
    guard let row = row(ofHost: host), sites[row].kind != nil else { return nil }
    return sites[row]
  }

  /// Whether a page of a host sends its visitors back.
  package static func isReturnPage(host: String) -> Bool {
    first(of: host) { returnHosts.contains($0) ? true : nil } ?? false
  }

  private static func row(ofHost host: String) -> Int? {
    first(of: host) { rowOfHost[$0] }
  }

  /// Looks a host up, and then what is left of it behind each dot, with its ending and with any.
  private static func first<Found>(of host: String, _ find: (String) -> Found?) -> Found? {
    let labels = host.split(separator: ".")
    guard labels.count >= 2 else { return nil }
    let countries = ["co", "com", "org", "net", "ne", "or", "gov", "ac", "edu"]
    let hasTwoEndings =
      labels.count >= 3 && labels[labels.count - 1].count == 2
      && countries.contains(String(labels[labels.count - 2]))
    let name = labels.count - (hasTwoEndings ? 3 : 2)
    for start in 0...name {
      if let found = find(labels[start...].joined(separator: ".")) { return found }
      if let found = find(labels[start...name].joined(separator: ".") + ".*") { return found }
    }
    return nil
  }

  private static let rowOfHost: [String: Int] = {
    var rows: [String: Int] = [:]
    for (row, site) in sites.enumerated() {
      for place in site.places.split(separator: " ") where isHost(place) {
        rows[String(place)] = row
      }
    }
    return rows
  }()

  /// The first row that has a name counts, and its source before its other names.
  private static let rowOfName: [String: Int] = {
    var rows: [String: Int] = [:]
    for (row, site) in sites.enumerated() where site.kind != nil {
      let name = folded(site.source)
      if rows[name] == nil { rows[name] = row }
    }
    for (row, site) in sites.enumerated() {
      for place in site.places.split(separator: " ") where !isHost(place) {
        let name = String(place.first == "=" ? place.dropFirst() : place)
        if rows[name] == nil { rows[name] = row }
      }
    }
    return rows
  }()

  private static func isHost(_ place: Substring) -> Bool {
    place.first != "=" && place.utf8.contains(UInt8(ascii: "."))
  }

  private static let returnHosts = Set(
    returnPages.split { $0.isWhitespace }.map(String.init))
}
