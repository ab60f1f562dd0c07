extension Workload {
  /// What is true of how a session came: what was paid for, whatever its address says.
  public struct Truth: Hashable, Sendable {
    /// The channel, by the scenario's names; empty for robots.
    public var channel = ""
    /// Where it came from; `nil` for a direct visit.
    public var source: String?
    /// By what kind of link.
    public var medium: String?
    /// The campaign.
    public var campaign: String?
    /// The keyword.
    public var term: String?

    /// Creates the truth of a visit.
    public init(
      channel: String = "", source: String? = nil, medium: String? = nil,
      campaign: String? = nil, term: String? = nil
    ) {
      self.channel = channel
      self.source = source
      self.medium = medium
      self.campaign = campaign
      self.term = term
    }
  }

  /// What is true of how a session came.
  ///
  /// - Complexity: O(channels).
  public func truth(of session: GeneratedSession) -> Truth {
    if session.isBot { return Truth() }
    switch session.via {
    case .first:
      let channel = channel(of: session)
      return Truth(
        channel: channel.name, source: channel.source, medium: channel.medium,
        campaign: channel.campaignName(session.address.campaign),
        term: channel.termName(session.address.term, ofCampaign: session.address.campaign))
    case .organic:
      let organic = scenario.organicChannel
      return Truth(
        channel: organic?.name ?? "organic", source: organic?.source ?? "google",
        medium: "organic")
    case .direct, .sameLink, .ownLink, .sharedLink:
      return Truth(channel: scenario.channels.first { $0.isDirect }?.name ?? "direct")
    }
  }

  /// The click id that a session's address carries, or carried at the click; empty without one.
  public func clickID(of session: GeneratedSession) -> Touch.ClickID? {
    guard session.address.click != 0, let parameter = carrier(of: session)?.clickParameter else {
      return nil
    }
    return Touch.ClickID(parameter: parameter, value: Self.text(session.address.click))
  }

  /// Whether the session's address is that of a first visit: its own, or one that was kept or
  /// passed on.
  private func carrier(of session: GeneratedSession) -> Scenario.Channel? {
    switch session.via {
    case .first, .sameLink, .sharedLink: session.isBot ? nil : channel(of: session)
    case .direct, .organic, .ownLink: nil
    }
  }

  /// The host that a session is on; robots are on the first channel's.
  public func site(of session: GeneratedSession) -> String {
    session.isBot ? scenario.channels[0].site : channel(of: session).site
  }

  /// The address of a session's first page view.
  ///
  /// - Complexity: O(length).
  public func landingAddress(of session: GeneratedSession) -> String {
    let site = site(of: session)
    if session.via == .ownLink {
      return "https://\(site)/?utm_source=\(site)&utm_medium=internal&utm_campaign=banner"
    }
    guard let channel = carrier(of: session), session.address.isTagged else {
      return "https://\(site)/"
    }
    var pairs: [String] = []
    if session.address.tags != .clickID {
      let address = session.address
      var campaign = channel.campaignName(address.campaign)
      if address.tags == .mistyped, let right = campaign { campaign = "\(right)-mistyped" }
      let tags = [
        ("utm_source", channel.source), ("utm_medium", channel.medium), ("utm_campaign", campaign),
        ("utm_term", channel.termName(address.term, ofCampaign: address.campaign)),
      ]
      for (name, value) in tags {
        if let value { pairs.append("\(name)=\(Self.escaped(value))") }
      }
    }
    if let click = clickID(of: session) { pairs.append("\(click.parameter)=\(click.value)") }
    return "https://\(site)/?\(pairs.joined(separator: "&"))"
  }

  /// The page that a session's first page view names as the one before; empty where there is none.
  ///
  /// - Complexity: O(length).
  public func referrer(of session: GeneratedSession) -> String {
    if session.isBot { return "" }
    switch session.via {
    case .first: return channel(of: session).referrer
    case .organic:
      let source = scenario.organicChannel?.source ?? "google"
      return Scenario.Channel.referrer(ofSource: source, medium: "organic")
    case .ownLink: return "https://\(site(of: session))/"
    case .direct, .sameLink, .sharedLink: return ""
    }
  }

  /// A click as networks name it: letters and digits that nobody can guess.
  private static func text(_ click: UInt64) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
    var rest = click
    var text = "np"
    while rest > 0 {
      text.unicodeScalars.append(Unicode.Scalar(letters[Int(rest % 62)]))
      rest /= 62
    }
    return text
  }

  /// A value as an address writes it.
  private static func escaped(_ value: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var text = ""
    for byte in value.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text.unicodeScalars.append("%")
        text.unicodeScalars.append(Unicode.Scalar(digits[Int(byte >> 4)]))
        text.unicodeScalars.append(Unicode.Scalar(digits[Int(byte & 15)]))
      }
    }
    return text
  }
}

extension Scenario {
  /// The channel that returns by a search belong to.
  var organicChannel: Channel? {
    channels.first { $0.medium.map(ChannelTable.folded) == "organic" }
  }
}

extension Scenario.Channel {
  /// The page that its visits come from; empty for direct ones and for media that have no pages.
  var referrer: String { source.map { Self.referrer(ofSource: $0, medium: medium) } ?? "" }

  /// The page of a source that visits come from.
  static func referrer(ofSource source: String, medium: String?) -> String {
    // Mail, paper and short messages open a browser that comes from nowhere.
    let word = medium.map(ChannelTable.folded) ?? ""
    if ["email", "mail", "newsletter", "print", "sms", "qr", "offline"].contains(word) {
      return ""
    }
    if let channel = ChannelTable.media[word] {
      switch channel {
      case .email, .sms, .offline, .push, .audio: return ""
      default: break
      }
    }
    return "https://\(host(ofSource: source))/"
  }

  /// The host of a source: where the channel table knows one that is read back as this source, else
  /// its name itself.
  private static func host(ofSource source: String) -> String {
    if let site = ChannelTable.site(named: source) {
      for place in site.places.split(separator: " ") where place.first != "=" {
        guard place.utf8.contains(UInt8(ascii: ".")) else { continue }
        let host = place.hasSuffix(".*") ? "\(place.dropLast(2)).com" : String(place)
        return host.utf8.count { $0 == UInt8(ascii: ".") } == 1 ? "www.\(host)" : host
      }
    }
    var host = ""
    for scalar in source.lowercased().unicodeScalars {
      let isPart =
        scalar.value >= 0x80 || scalar == "." || scalar == "-" || scalar == "_"
        || "a"..."z" ~= scalar || "0"..."9" ~= scalar
      host.unicodeScalars.append(isPart ? scalar : "-")
    }
    return host
  }
}
