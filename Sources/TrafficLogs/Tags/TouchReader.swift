import NumberPools

/// Reads how a session arrived from its landing page's address and its referrer.
struct TouchReader {
  /// The site's own names: pages of these refer within the visit, not to it.
  var ownSites: Set<String> = []

  /// The touch that a request tells.
  ///
  /// - Parameters:
  ///   - address: Path and query of the request.
  ///   - referrer: The page before; empty where there is none.
  func touch(address: String, referrer: String) -> Touch {
    var touch = Touch()
    touch.landingPage = address.isEmpty ? nil : address
    touch.referrer = referrer.isEmpty ? nil : referrer
    adopt(Self.parameters(of: address), into: &touch)
    let site = Self.site(of: referrer)
    if let site, ownSites.contains(site) {
      // A cached landing page is seen only as the referrer of the request after it.
      if !touch.isTagged { adopt(Self.parameters(of: referrer), into: &touch) }
    } else if let site {
      let known = KnownSites.sourceAndMedium(of: site)
      if touch.source == nil { touch.source = known.source }
      if !touch.isTagged { touch.medium = known.medium }
    }
    return touch
  }

  private func adopt(_ parameters: [String: String], into touch: inout Touch) {
    touch.campaign = parameters["utm_campaign"]
    touch.term = parameters["utm_term"]
    touch.content = parameters["utm_content"]
    touch.clickID =
      Touch.ClickID.parameters.lazy.compactMap { name in
        parameters[name].map { Touch.ClickID(parameter: name, value: $0) }
      }.first
    let byClick = touch.clickID.flatMap { KnownSites.sourceAndMedium(ofClickID: $0) }
    touch.source = parameters["utm_source"] ?? byClick?.source
    touch.medium = parameters["utm_medium"] ?? byClick?.medium
    touch.isTagged =
      touch.clickID != nil || parameters.keys.contains { $0.hasPrefix("utm_") }
  }

  /// The parameters of an address that say something of its origin, decoded; empty ones dropped.
  static func parameters(of address: String) -> [String: String] {
    guard let mark = address.firstIndex(of: "?") else { return [:] }
    let query = address[address.index(after: mark)...].prefix { $0 != "#" }
    var parameters: [String: String] = [:]
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { continue }
      var name = parts[0]
      if name.hasPrefix("amp;") { name = name.dropFirst(4) }
      let isKnown = name.hasPrefix("utm_") || Touch.ClickID.parameters.contains(String(name))
      if isKnown, parameters[String(name)] == nil {
        parameters[String(name)] = decoded(parts[1])
      }
    }
    return parameters
  }

  /// The host of an address in lower case, without `www.` and a port.
  static func site(of address: String) -> String? {
    guard let colon = address.firstIndex(of: ":"), address[colon...].hasPrefix("://") else {
      return nil
    }
    let host = address[colon...].dropFirst(3).prefix { !"/?#:".contains($0) }.lowercased()
    return host.isEmpty ? nil : bareSite(host)
  }

  /// A host in lower case without `www.`.
  static func bareSite(_ host: String) -> String {
    let lower = host.lowercased()
    return lower.hasPrefix("www.") ? String(lower.dropFirst(4)) : lower
  }

  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "+") {
        bytes.append(UInt8(ascii: " "))
      } else if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
