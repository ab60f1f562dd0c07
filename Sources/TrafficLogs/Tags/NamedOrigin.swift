import NumberPools

/// What the columns of a table or the fields of an export say of how a session came.
struct NamedOrigin {
  var source: String?
  var medium: String?
  /// Both in one, as `google / cpc`.
  var sourceAndMedium: String?
  var campaign: String?
  var term: String?
  var content: String?
  /// The channel in words.
  var channel: String?
  var clickID: Touch.ClickID?
  /// Whether these are the tags of an address and nothing else; otherwise analytics also write here
  /// what they found by the referrer.
  var isOfTags = false
}

extension NamedOrigin {
  /// The touch that it tells, or as much of it as it says.
  ///
  /// Tags were there if there is a click id, a campaign, a term or content, a medium or channel
  /// that nobody pays for or finds by a referrer; a medium that analytics find by the referrer is a
  /// tag only where nothing but tags is written.
  var touch: Touch {
    var touch = Touch()
    var source = source
    var medium = medium
    if let both = sourceAndMedium {
      let parts = Self.parts(of: both)
      source = source ?? parts.source
      medium = medium ?? parts.medium
    }
    touch.source = LandingTags.present(source)
    touch.medium = LandingTags.present(medium)
    touch.campaign = LandingTags.present(campaign)
    touch.term = LandingTags.present(term)
    touch.content = LandingTags.present(content)
    touch.clickID = clickID
    if let name = channel, !name.isEmpty {
      touch.namedChannel = Channel(named: name)
      // A name of the user's own may still be a word for a medium.
      if touch.namedChannel == nil, touch.medium == nil {
        touch.medium = LandingTags.present(name)
      }
    } else if touch.source == nil, touch.medium == nil, clickID == nil, Self.isDirect(source) {
      touch.namedChannel = .direct
    }
    if touch.source == nil, touch.medium == nil, let known = clickID?.sourceAndMedium {
      touch.source = known.source
      touch.medium = known.medium
    }
    touch.isTagged =
      clickID != nil || touch.campaign != nil || touch.term != nil || touch.content != nil
      || touch.isPaid || isTag(touch.medium) || (isOfTags && touch.source != nil)
      || touch.namedChannel.map(Self.isTag) ?? false
    return touch
  }

  /// Whether nothing is said at all.
  var isEmpty: Bool {
    clickID == nil
      && [source, medium, sourceAndMedium, campaign, term, content, channel].allSatisfy {
        $0?.isEmpty ?? true
      }
  }

  private func isTag(_ medium: String?) -> Bool {
    guard let medium else { return false }
    return isOfTags || !["organic", "referral", "direct"].contains(medium.lowercased())
  }

  /// Channels to which no session is put by its referrer alone.
  private static func isTag(_ channel: Channel) -> Bool {
    switch channel {
    case .email, .sms, .push, .affiliate, .audio, .offline: true
    default: channel.isPaid
    }
  }

  private static func isDirect(_ source: String?) -> Bool {
    ["(direct)", "direct"].contains(source?.lowercased() ?? "")
  }

  /// Cuts `google / cpc` in two; a slash without spaces around it only where there is but one.
  private static func parts(of text: String) -> (source: String?, medium: String?) {
    let bytes = Array(text.utf8)
    let slashes = bytes.indices.filter { bytes[$0] == UInt8(ascii: "/") }
    let space = UInt8(ascii: " ")
    let spaced = slashes.last {
      $0 > 0 && $0 + 1 < bytes.count && bytes[$0 - 1] == space && bytes[$0 + 1] == space
    }
    guard let slash = spaced ?? (slashes.count == 1 ? slashes[0] : nil) else { return (text, nil) }
    return (
      String(decoding: bytes[..<slash], as: UTF8.self),
      String(decoding: bytes[(slash + 1)...], as: UTF8.self)
    )
  }
}
