import NumberPools

/// Reads how a session arrived from its landing page's address and its referrer.
package struct TouchReader {
  /// The site's own names.
  var ownSites = OwnSites()

  /// What sent a visitor to a page.
  enum Arrival {
    /// Nothing says so.
    case unknown
    /// Another site.
    case elsewhere(String)
    /// The site itself, or a page of payment or the like that sends its visitors back.
    case within
  }

  /// The touch that a request tells: its tags, else its click id, else its referrer.
  ///
  /// Tags on a link of the site itself, and on the way back from paying, are no touch. Tags that
  /// name a source are taken whole: neither a click id nor the referrer fills what is missing.
  ///
  /// - Parameters:
  ///   - address: Path and query of the request.
  ///   - referrer: The page before; empty where there is none.
  func touch(address: String, referrer: String) -> Touch {
    let tags = LandingTags(of: address)
    var touch = Touch()
    touch.landingPage = address.isEmpty ? nil : address
    touch.referrer = referrer.isEmpty ? nil : referrer
    switch arrival(from: referrer, passedOn: tags.referrer) {
    case .within: return touch
    case .unknown: Self.adopt(tags, site: nil, into: &touch)
    case .elsewhere(let site): Self.adopt(tags, site: site, into: &touch)
    }
    return touch
  }

  /// What sent a visitor to a page.
  ///
  /// - Parameter passedOn: The referrer that a page on the way wrote into the address.
  func arrival(from referrer: String, passedOn: String? = nil) -> Arrival {
    let arrival = arrival(from: Self.site(of: referrer))
    if case .elsewhere = arrival { return arrival }
    guard let passedOn, let site = Self.site(of: passedOn),
      case .elsewhere = self.arrival(from: site)
    else { return arrival }
    return .elsewhere(site)
  }

  private func arrival(from site: String?) -> Arrival {
    guard let site else { return .unknown }
    return ownSites.contains(site) || ChannelTable.isReturnPage(host: site)
      ? .within : .elsewhere(site)
  }

  /// The touch of a page of the site that a request names as the page before, where that page has
  /// tags: it is all that is seen of a landing page that came from a cache.
  func cachedPage(_ referrer: String) -> (touch: Touch, address: String)? {
    guard let site = Self.site(of: referrer), ownSites.contains(site) else { return nil }
    let tags = LandingTags(of: referrer)
    guard tags.isTagged else { return nil }
    var touch = Touch()
    Self.adopt(tags, site: nil, into: &touch)
    return (touch, Self.pathAndQuery(of: referrer))
  }

  /// Adds what tags say, else a referring site.
  static func adopt(_ tags: LandingTags, site: String?, into touch: inout Touch) {
    touch.campaign = tags.campaign
    touch.term = tags.term
    touch.content = tags.content
    touch.clickID = tags.clickID
    touch.isTagged = tags.isTagged
    if let source = tags.source {
      touch.source = source
      touch.medium = tags.medium
    } else if let known = tags.clickID?.sourceAndMedium {
      touch.source = known.source
      touch.medium = known.medium
    } else if let marked = tags.marked {
      touch.source = marked.source
      touch.medium = marked.medium
    } else if tags.isTagged {
      touch.medium = tags.medium
    } else if let known = site.flatMap(ChannelTable.site(ofHost:)) {
      touch.source = known.source
      touch.medium = medium(of: known.kind)
    } else if let from = tags.from {
      touch.source = from
      touch.isTagged = true
    } else if let site {
      touch.source = site
      touch.medium = "referral"
    }
    // A mark of what was found says more than the name of a site, which may be missing.
    if let found = tags.found, !touch.isTagged {
      touch.source = found.source
      touch.medium = found.medium
    }
  }

  /// What a referrer's kind of site is called as a medium.
  private static func medium(of kind: ChannelTable.Kind?) -> String {
    switch kind {
    case .search: "organic"
    case .social: "social"
    case .messenger: "messenger"
    case .video: "video"
    case .email: "email"
    case .affiliate: "affiliate"
    case .shopping, .assistant, .sms, .direct, nil: "referral"
    }
  }

  /// The host of an address in lower case, without `www.` and a port; `nil` for a bare path.
  package static func site(of address: String) -> String? {
    var rest = address[...]
    if let colon = rest.firstIndex(of: ":"), rest[colon...].hasPrefix("://") {
      rest = rest[colon...].dropFirst(3)
    } else if !isHost(rest) {
      return nil
    }
    let host = rest.prefix { !"/?#:".contains($0) }.lowercased()
    return host.isEmpty ? nil : bareSite(host)
  }

  /// Whether a text without a scheme begins with a host, as `google.com/`: two names or more.
  private static func isHost(_ text: Substring) -> Bool {
    let host = text.utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    guard let dot = host.lastIndex(of: UInt8(ascii: ".")), dot != host.startIndex else {
      return false
    }
    let ending = host[host.index(after: dot)...]
    return ending.count >= 2 && ending.allSatisfy { 0x61...0x7A ~= $0 | 0x20 }
      && host.allSatisfy {
        0x61...0x7A ~= $0 | 0x20 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-")
          || $0 == UInt8(ascii: ".") || $0 >= 0x80
      }
  }

  /// A host in lower case without `www.`.
  static func bareSite(_ host: String) -> String {
    let lower = host.lowercased()
    return lower.hasPrefix("www.") ? String(lower.dropFirst(4)) : lower
  }

  /// What a whole address has behind the host, up to a `#`.
  static func pathAndQuery(of address: String) -> String {
    var rest = address[...]
    if let colon = rest.firstIndex(of: ":"), rest[colon...].hasPrefix("://") {
      rest = rest[colon...].dropFirst(3)
    }
    return String(rest.drop { !"/?#".contains($0) }.prefix { $0 != "#" })
  }
}
