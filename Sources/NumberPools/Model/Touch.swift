/// How a session arrived: tags, click id, referrer and landing page.
///
/// A field that the log doesn't know is `nil`, never an empty string.
public struct Touch: Hashable, Sendable {
  /// `utm_source`, or what the click id or the referrer says of the source.
  public var source: String?
  /// `utm_medium`, or `cpc`, `organic`, `referral` where the click id or the referrer says so.
  public var medium: String?
  /// `utm_campaign`.
  public var campaign: String?
  /// `utm_term`.
  public var term: String?
  /// `utm_content`.
  public var content: String?
  /// The click id that the advertising system added to the landing page's address.
  public var clickID: ClickID?
  /// The channel that the input names in words, as `Paid Search`.
  public var namedChannel: Channel?
  /// The address of the page that the visitor came from.
  public var referrer: String?
  /// Path and query of the first page view.
  public var landingPage: String?
  /// Whether a tag or a click id told of the origin, rather than a referrer only.
  public var isTagged: Bool

  /// Creates a touch of which nothing is known: a direct visit.
  public init() {
    isTagged = false
  }
}

extension Touch {
  /// The kind of place that the session came from: what the input calls it, else what source and
  /// medium say.
  ///
  /// - Complexity: O(length).
  public var channel: Channel { namedChannel ?? Channel(source: source, medium: medium) }

  /// Whether the click was paid for: a paid click id, a paid medium, or a paid channel that the
  /// input names, whatever the medium says.
  ///
  /// Paid media are those of Google Analytics 4's default channel group (anything with `cp` in it,
  /// `ppc`, `retargeting`, `paid...`), display advertising, and a few more words for both.
  public var isPaid: Bool {
    if let clickID, clickID.isPaid { return true }
    if let namedChannel, namedChannel.isPaid { return true }
    return medium.map(Channel.isPaid(medium:)) ?? false
  }

  /// Source and medium as analytics write them: `google / cpc`, `(direct) / (none)`.
  public var sourceAndMedium: String {
    "\(source ?? (medium == nil ? "(direct)" : "(not set)")) / \(medium ?? "(none)")"
  }
}
