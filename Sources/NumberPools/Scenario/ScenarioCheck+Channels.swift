extension ScenarioCheck {
  /// A channel but for its name and its visits.
  mutating func channel(_ channel: Scenario.Channel, _ path: String) {
    host(channel.site, "\(path).site")
    origin(channel.source, "\(path).source")
    origin(channel.medium, "\(path).medium")
    if let week = channel.week { self.week(week, "\(path).week") }
    visit(channel.visit, "\(path).visit")
    returning(channel.returning, "\(path).returning")
    calls(channel.calls, "\(path).calls")
    let ofWhole = [
      ("misdialled_per_day", channel.calls.misdialledPerDay),
      ("off_site_per_day", channel.calls.offSitePerDay),
    ]
    for (key, value) in ofWhole where value != nil {
      add("\(path).calls.\(key)", "belongs to `calls` of the whole: no channel brings such calls")
    }
    if let cost = channel.costPerClick { number(cost, 0...1e6, "\(path).cost_per_click", "price") }
    share(channel.clickIDBesideUTM, "\(path).click_id_beside_utm")
    campaigns(channel, path)
    if let tagging = channel.tagging { self.tagging(tagging, of: channel, "\(path).tagging") }
    if channel.clickIDBesideUTM > 0, channel.clickParameter == nil {
      add("\(path).click_id_beside_utm", Self.noClickID(channel))
    }
  }

  private mutating func campaigns(_ channel: Scenario.Channel, _ path: String) {
    switch channel.campaigns {
    case .none: break
    case .zipf(let count, let exponent, let terms):
      self.count(count, 1...1_000_000, "\(path).campaigns.count")
      number(exponent, 0...10, "\(path).campaigns.zipf", "power")
      self.count(terms, 0...1_000_000, "\(path).campaigns.terms")
    case .list(let campaigns):
      var names: Set<String> = []
      for (index, campaign) in campaigns.enumerated() {
        let path = "\(path).campaigns[\(index)]"
        name(campaign.name, "\(path).name")
        if !names.insert(campaign.name).inserted {
          add("\(path).name", "'\(campaign.name)' is the name of another campaign as well")
        }
        weight(campaign.share, "\(path).share")
        count(campaign.terms, 0...1_000_000, "\(path).terms")
        number(campaign.zipf, 0...10, "\(path).zipf", "power")
        if let tagging = campaign.tagging { self.tagging(tagging, of: channel, "\(path).tagging") }
      }
      if !campaigns.isEmpty, !campaigns.contains(where: { $0.share > 0 }) {
        add("\(path).campaigns", "have no share above 0")
      }
    }
    if channel.isDirect, channel.campaigns != .none {
      add("\(path).campaigns", "a channel without source and medium has no campaigns")
    }
  }

  private mutating func tagging(
    _ tagging: Scenario.Tagging, of channel: Scenario.Channel, _ path: String
  ) {
    share(tagging.utm, "\(path).utm")
    share(tagging.clickID, "\(path).click_id")
    share(tagging.mistyped, "\(path).mistyped")
    let sum = tagging.utm + tagging.clickID + tagging.mistyped
    if sum > 1 + 1e-9 { add(path, "its shares sum to \(text(sum)), which is above 1") }
    if sum > 0, channel.isDirect {
      add(path, "a channel without source and medium has nothing to be tagged with")
    } else if tagging.clickID > 0, channel.clickParameter == nil {
      add("\(path).click_id", Self.noClickID(channel))
    }
    if tagging.mistyped > 0, !channel.hasCampaigns {
      add("\(path).mistyped", "needs a campaign whose name can be misspelt")
    }
  }

  private static func noClickID(_ channel: Scenario.Channel) -> String {
    "\(channel.source.map { "'\($0)'" } ?? "a channel without a source") adds no click id that is"
      + " known here: google, bing, yandex, facebook and tiktok do"
  }

  /// A name that stands in tables and addresses.
  mutating func name(_ name: String, _ path: String) {
    if name.isEmpty {
      add(path, "is empty")
    } else if name.utf8.count > 200 {
      add(path, "is longer than 200 bytes")
    } else if hasControls(name) || name.utf8.first == 0x20 || name.utf8.last == 0x20 {
      add(path, "has a blank at an end of it, or a character that can't be seen")
    }
  }

  private mutating func origin(_ text: String?, _ path: String) {
    guard let text else { return }
    name(text, path)
    if !text.isEmpty, ChannelTable.value(text) == nil || text.lowercased() == "direct" {
      add(path, "'\(text)' says that there is none: leave source and medium out for direct visits")
    }
  }

  private mutating func host(_ host: String, _ path: String) {
    let isHost =
      !host.isEmpty && host.utf8.count <= 253
      && host.utf8.allSatisfy {
        0x61...0x7A ~= $0 | 0x20 || 0x30...0x39 ~= $0 || $0 == 0x2D || $0 == 0x2E || $0 >= 0x80
      } && host.utf8.first != 0x2E && host.utf8.last != 0x2E
    if !isHost { add(path, "'\(host)' is no host, such as www.shop.example") }
  }

  private func hasControls(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.value < 0x20 || 0x7F...0x9F ~= $0.value }
  }
}

extension Scenario.Channel {
  /// Whether it has campaigns.
  var hasCampaigns: Bool {
    switch campaigns {
    case .none: false
    case .list(let list): !list.isEmpty
    case .zipf: true
    }
  }

  /// The parameter by which its network names a click; `nil` where it doesn't.
  var clickParameter: String? {
    guard let source else { return nil }
    let folded = ChannelTable.folded(source)
    // Its ads carry the id of the network that it belongs to.
    if ["instagram", "ig", "meta"].contains(folded) { return "fbclid" }
    return Touch.ClickID.parameter(ofSource: source)
      ?? ChannelTable.site(named: source).flatMap { Touch.ClickID.parameter(ofSource: $0.source) }
  }
}

extension Touch.ClickID {
  /// The parameter that stands for a source; the usual one where several do.
  static func parameter(ofSource source: String) -> String? {
    let source = source.lowercased()
    for parameter in parameters {
      let id = Touch.ClickID(parameter: parameter, value: "1")
      if id.sourceAndMedium?.source == source { return parameter }
    }
    return nil
  }
}
