extension Scenario {
  /// A way by which visitors come.
  public struct Channel: Hashable, Sendable {
    /// What it is called; no other one has the name.
    public var name: String
    /// Sessions a day, returns included, in the mean over whole weeks without growth and bursts.
    public var visitsPerDay: Double
    /// The host that it leads to.
    public var site = "www.shop.example"
    /// Where its visits come from; `nil` for direct ones.
    public var source: String?
    /// By what kind of link.
    public var medium: String?
    /// Its campaigns.
    public var campaigns = Campaigns.none
    /// What the addresses of its visits carry; `nil` for UTM tags where there is a medium other
    /// than `organic` or `referral`, and else nothing.
    public var tagging: Tagging?
    /// The share of visits with UTM tags, right or misspelt, that carry a click id too.
    public var clickIDBesideUTM = 0.0
    /// What a click costs.
    public var costPerClick: Double?
    /// When in a week its visitors come, where they differ from all.
    public var week: WeekWeights?
    /// What its visits are like, where they differ.
    public var visit = Visit()
    /// Who returns, where that differs.
    public var returning = Returning()
    /// Who calls, where that differs.
    public var calls = Calls()

    /// Creates a channel of direct visits.
    public init(_ name: String, visitsPerDay: Double) {
      self.name = name
      self.visitsPerDay = visitsPerDay
    }
  }

  /// The campaigns of a channel.
  public enum Campaigns: Hashable, Sendable {
    /// None.
    case none
    /// Each by its name.
    case list([Campaign])
    /// So many, `campaign-1` and so on, whose shares fall with their rank to a power, and so many
    /// keywords of each.
    case zipf(count: Int, exponent: Double, terms: Int)
  }

  /// A campaign by its name.
  public struct Campaign: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// Its share of the channel's first visits, of any scale.
    public var share: Double
    /// How many keywords it has.
    public var terms: Int
    /// The power by which keywords become rarer with their rank.
    public var zipf: Double
    /// What its addresses carry, where that differs from the channel's.
    public var tagging: Tagging?

    /// Creates a campaign.
    ///
    /// - Parameters:
    ///   - name: What it is called.
    ///   - share: Its share of the channel's first visits, of any scale.
    ///   - terms: How many keywords it has.
    ///   - zipf: The power by which keywords become rarer with their rank.
    ///   - tagging: What its addresses carry, where that differs from the channel's.
    public init(
      _ name: String, share: Double = 1, terms: Int = 0, zipf: Double = 1, tagging: Tagging? = nil
    ) {
      self.name = name
      self.share = share
      self.terms = terms
      self.zipf = zipf
      self.tagging = tagging
    }
  }

  /// What addresses carry: three shares of the visits; the rest carries nothing.
  public struct Tagging: Hashable, Sendable {
    /// UTM tags.
    public var utm: Double
    /// A click id only.
    public var clickID: Double
    /// UTM tags with a misspelt campaign.
    public var mistyped: Double

    /// Creates the shares.
    public init(utm: Double = 0, clickID: Double = 0, mistyped: Double = 0) {
      self.utm = utm
      self.clickID = clickID
      self.mistyped = mistyped
    }
  }
}

extension Scenario.Channel {
  /// What addresses of a campaign carry.
  ///
  /// - Parameter campaign: The campaign's own rule.
  func tagging(of campaign: Scenario.Tagging?) -> Scenario.Tagging {
    if let own = campaign ?? tagging { return own }
    guard let medium, !["organic", "referral"].contains(ChannelTable.folded(medium)) else {
      return .init()
    }
    return Scenario.Tagging(utm: 1)
  }

  /// Whether its visits come from nowhere that is known.
  public var isDirect: Bool { source == nil && medium == nil }
}
