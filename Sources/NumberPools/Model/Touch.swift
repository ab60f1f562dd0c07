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
  /// The address of the page that the visitor came from.
  public var referrer: String?
  /// Path and query of the first page view.
  public var landingPage: String?
  /// Whether the address carried a tag or a click id, rather than a referrer only.
  public var isTagged: Bool

  /// Creates a touch of which nothing is known: a direct visit.
  public init() {
    isTagged = false
  }
}

extension Touch {
  /// An advertising system's own name for one click.
  public struct ClickID: Hashable, Sendable {
    /// The parameter that carried it, such as `gclid`.
    public var parameter: String
    /// The id itself.
    public var value: String

    /// Creates a click id.
    ///
    /// - Parameters:
    ///   - parameter: The name of the tag, as `gclid`.
    ///   - value: The id.
    public init(parameter: String, value: String) {
      self.parameter = parameter
      self.value = value
    }

    /// Whether the parameter is added to paid clicks only. Facebook's `fbclid`, for one, isn't.
    public var isPaid: Bool { Self.paidParameters.contains(parameter) }

    /// Parameters known, paid ones first.
    public static let parameters = paidParameters + ["fbclid"]
    private static let paidParameters = [
      "gclid", "gbraid", "wbraid", "dclid", "msclkid", "yclid", "ymclid", "ttclid", "twclid",
      "li_fat_id", "rb_clickid",
    ]
  }

  /// Whether the click was paid for: a paid click id, or a paid medium.
  ///
  /// Paid media are those of Google Analytics 4's default channel group (anything with `cp` in it,
  /// `ppc`, `retargeting`, `paid...`) and display advertising.
  public var isPaid: Bool {
    if let clickID, clickID.isPaid { return true }
    guard let medium = medium?.lowercased() else { return false }
    return medium.contains("cp") || medium.hasPrefix("paid")
      || ["ppc", "retargeting", "display", "banner"].contains(medium)
  }

  /// Source and medium as analytics write them: `google / cpc`, `(direct) / (none)`.
  public var sourceAndMedium: String {
    "\(source ?? "(direct)") / \(medium ?? "(none)")"
  }
}
