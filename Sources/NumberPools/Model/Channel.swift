/// The kind of place that a session came from.
///
/// A function of source and medium by one table and the rules of ``init(source:medium:)``, which
/// follow the default channel groups of Google Analytics 4 where these have a rule.
public enum Channel: String, CaseIterable, Sendable {
  /// Ads of a search engine.
  case paidSearch = "paid-search"
  /// Results of a search engine.
  case organicSearch = "organic-search"
  /// Ads in social networks and messengers.
  case paidSocial = "paid-social"
  /// Links in social networks.
  case organicSocial = "organic-social"
  /// Ads of a video site.
  case paidVideo = "paid-video"
  /// Links on a video site.
  case organicVideo = "organic-video"
  /// Ads of a market place or a search for products.
  case paidShopping = "paid-shopping"
  /// Links on a market place or in a search for products.
  case organicShopping = "organic-shopping"
  /// Banners and other advertising that is looked at rather than searched for.
  case display
  /// Paid for, but nothing says where.
  case paidOther = "paid-other"
  /// Newsletters, other mail, and programs that show mail.
  case email
  /// Links that are sent to someone.
  case messenger
  /// Text messages.
  case sms
  /// Notifications of a browser or an app.
  case push
  /// Partners who are paid for what they bring.
  case affiliate
  /// Spoken advertising.
  case audio
  /// Print, broadcasts, outdoor, codes to be photographed.
  case offline
  /// Answers of a machine that talks.
  case assistant = "ai-assistant"
  /// Another site.
  case referral
  /// Nothing says where from.
  case direct
  /// Something says where from, but not what kind of place that is.
  case other
}

extension Channel {
  /// Whether every session of the channel was paid for.
  ///
  /// Partners are paid by result, which their medium may or may not say, so that theirs aren't.
  public var isPaid: Bool {
    switch self {
    case .paidSearch, .paidSocial, .paidVideo, .paidShopping, .display, .paidOther: true
    default: false
    }
  }

  /// The channel of a source and a medium. Case, spaces around them, and what joins the words of a
  /// medium (`e-mail`, `e_mail`) don't matter.
  ///
  /// The first of these that applies decides: a medium of the table that names a channel by itself
  /// (`email`, `affiliate`, `display`); a paid medium together with the kind of site that the
  /// source is; the kind of site alone; any other medium of the table.
  ///
  /// - Parameters:
  ///   - source: `utm_source` or what stands for it; `nil` where there is none.
  ///   - medium: `utm_medium` or what stands for it; `nil` where there is none.
  /// - Complexity: O(length).
  public init(source: String?, medium: String?) {
    let source = ChannelTable.value(source)
    let word = ChannelTable.value(medium).map(ChannelTable.folded)
    guard let word else {
      self = source.map { Self(kind: ChannelTable.kind(ofSource: $0), medium: nil) } ?? .direct
      return
    }
    let kind = source.flatMap(ChannelTable.kind(ofSource:))
    let named = ChannelTable.media[word]
    // Sold by the thousand is a banner, but in a network or on a video site its ad.
    let isNetwork = kind == .social || kind == .messenger || kind == .video
    if named == .display, word != "cpm" || !isNetwork {
      self = .display
    } else if let named, named.isPaid, named != .display {
      self = named
    } else if Self.isPaid(folded: word) {
      self = Self(paid: kind)
    } else if let named, named.standsAlone {
      self = named == .organicSocial && kind == .messenger ? .messenger : named
    } else if word.hasSuffix("push") || Self.has("notification", in: word) {
      self = .push
    } else if Self.has("video", in: word) {
      self = .organicVideo
    } else {
      self = Self(kind: kind, medium: named ?? .other)
    }
  }

  /// Whether a medium says that the click was paid for: anything with `cp` in it, anything that
  /// begins with `paid`, and the paid media of the table.
  ///
  /// - Complexity: O(length).
  static func isPaid(medium: String) -> Bool {
    isPaid(folded: ChannelTable.folded(medium))
  }

  private static func isPaid(folded word: String) -> Bool {
    if word.hasPrefix("paid") || ChannelTable.paidMedia.contains(word) { return true }
    if let named = ChannelTable.media[word] { return named.isPaid }
    return has("cp", in: word)
  }

  /// Whether a text is part of another. Embedded Swift's library doesn't look for that.
  private static func has(_ part: String, in word: String) -> Bool {
    let wanted = part.utf8
    var rest = word.utf8[...]
    while rest.count >= wanted.count {
      if rest.starts(with: wanted) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// Whether a medium of this channel decides whatever the source is.
  private var standsAlone: Bool {
    switch self {
    case .referral, .organicSearch, .direct, .other: false
    default: true
    }
  }

  /// What a paid click on a kind of site is.
  private init(paid kind: ChannelTable.Kind?) {
    self =
      switch kind {
      case .search: .paidSearch
      case .social, .messenger: .paidSocial
      case .video: .paidVideo
      case .shopping: .paidShopping
      case .affiliate: .affiliate
      default: .paidOther
      }
  }

  /// What another click on a kind of site is.
  ///
  /// - Parameter medium: What the medium alone says; `nil` where there is none.
  private init(kind: ChannelTable.Kind?, medium: Channel?) {
    self =
      switch kind {
      // A tag that names a search engine, but no medium, says nothing of whether it was paid for.
      case .search: medium == .organicSearch || medium == .referral ? .organicSearch : .other
      case .social: .organicSocial
      case .messenger: .messenger
      case .video: .organicVideo
      case .shopping: .organicShopping
      case .email: .email
      case .affiliate: .affiliate
      case .assistant: .assistant
      case .sms: .sms
      case .direct: medium == nil || medium == .direct ? .direct : medium ?? .direct
      case nil: medium ?? .other
      }
  }

  /// The channel that an export names in words, as `Paid Search`, `ad` or `Переходы по рекламе`.
  ///
  /// - Parameter name: A name of a channel group of Google Analytics, of a traffic source of Yandex
  ///   Metrica, of a type of referrer of Matomo, or of this package.
  /// - Returns: `nil` where the name isn't known.
  /// - Complexity: O(length).
  public init?(named name: String) {
    guard let channel = ChannelTable.names[ChannelTable.folded(name)] else { return nil }
    self = channel
  }
}
