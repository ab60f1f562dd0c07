/// A session that a scenario made, with all that is known of it.
public struct GeneratedSession: Hashable, BitwiseCopyable, Sendable {
  /// The moment of the first page view.
  public var start: Timestamp
  /// The moment of the last page view.
  public var lastPageView: Timestamp
  /// What the address of the person's first visit carried, or that which was passed on.
  public var address: Address
  /// Which person it is, numbered from 0.
  public var person: Int32
  /// Which cookie the person has, numbered from 0: what a site takes for a visitor.
  public var visitor: Int32
  /// How many page views it has.
  public var pageViews: Int32
  /// The scenario's channel of the person's first visit; -1 for robots.
  public var channel: Int32
  /// The number of the session within its channel, from 1.
  public var number: Int32
  /// How it came.
  public var via: Via
  /// Whether its person never sees a substituted number.
  public var isNotSwapped: Bool
  /// Whether it is a robot's.
  public var isBot: Bool
  /// Whether it is that of a robot that says so.
  public var isDeclared: Bool

  /// How a session came.
  public enum Via: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// The first visit of its person.
    case first
    /// A return without a tag or a referrer.
    case direct
    /// A return by a search for the name.
    case organic
    /// A return by the first visit's address.
    case sameLink
    /// A return by a tagged link of the own site.
    case ownLink
    /// The first visit of a person who got the address from another one.
    case sharedLink

    /// What tables call it.
    public var name: String {
      switch self {
      case .first: "first"
      case .direct: "return-direct"
      case .organic: "return-organic"
      case .sameLink: "return-same-link"
      case .ownLink: "return-own-link"
      case .sharedLink: "shared-link"
      }
    }
  }

  /// What the address of a first visit carried.
  public struct Address: Hashable, BitwiseCopyable, Sendable {
    /// Which click it was; 0 where the click had no id.
    public var click: UInt64 = 0
    /// The position of the channel's campaign; -1 without one.
    public var campaign: Int32 = -1
    /// The number of the campaign's keyword, from 1; 0 without one.
    public var term: Int32 = 0
    /// What it shows of these.
    public var tags = Tags.none

    /// Creates an address that carries nothing.
    public init() {}

    /// Whether it shows UTM tags or a click id.
    public var isTagged: Bool { tags != .none }
  }

  /// What an address shows.
  public enum Tags: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// Nothing; a click id may have been stripped.
    case none
    /// UTM tags, and the click id where there is one.
    case utm
    /// UTM tags with a misspelt campaign, and the click id where there is one.
    case mistyped
    /// The click id only.
    case clickID
  }
}

/// A call that a scenario made.
public struct GeneratedCall: Hashable, Sendable {
  /// When.
  public var time: Timestamp
  /// The session whose number is dialled; `nil` where no visit caused the call.
  public var session: SessionID?
  /// The number of the call within its channel, or among those that belong to none, from 1.
  public var number: Int32 = 0
  /// How long it takes, in seconds; 0 where nobody answers.
  public var seconds: Int32
  /// Whether somebody answers.
  public var isAnswered: Bool
  /// Whether the number was written down, or dialled before.
  public var isSaved: Bool
  /// Whether no number of the pool can have been dialled: listings, print.
  public var isOffSite: Bool
  /// Of a call to a number of the pool that no visit caused, from 0 up to 1: which of them.
  public var draw: Double?
}
