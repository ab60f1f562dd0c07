extension Touch {
  /// An advertising system's own name for one click.
  public struct ClickID: Hashable, Sendable {
    /// The parameter that carried it, such as `gclid`, in lower case.
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
  }
}

extension Touch.ClickID {
  /// Whether the parameter is added to paid clicks only. Facebook's `fbclid`, for one, isn't.
  public var isPaid: Bool { Self.origins[parameter]?.isPaid ?? false }

  /// Source and medium that the parameter stands for; `nil` for one that isn't known.
  public var sourceAndMedium: (source: String, medium: String)? {
    Self.origins[parameter].map { ($0.source, $0.medium) }
  }

  /// Parameters known, in lower case, paid ones first.
  public static let parameters = rows.map { $0.parameter }

  /// The parameters, and source and medium where no tag says more. Where an address has several the
  /// first here counts.
  private static let rows: [(parameter: String, source: String, medium: String, isPaid: Bool)] = [
    ("gclid", "google", "cpc", true), ("gbraid", "google", "cpc", true),
    ("wbraid", "google", "cpc", true), ("dclid", "google", "cpm", true),
    ("msclkid", "bing", "cpc", true), ("yclid", "yandex", "cpc", true),
    ("ymclid", "yandex.market", "cpc", true), ("ttclid", "tiktok", "cpc", true),
    ("twclid", "twitter", "cpc", true), ("li_fat_id", "linkedin", "cpc", true),
    ("rb_clickid", "vk", "cpc", true), ("vkclid", "vk", "cpc", true),
    ("sccid", "snapchat", "cpc", true), ("rdt_cid", "reddit", "cpc", true),
    ("qclid", "quora", "cpc", true), ("tblci", "taboola", "native", true),
    ("dicbo", "outbrain", "native", true), ("obclid", "outbrain", "native", true),
    ("ob_click_id", "outbrain", "native", true), ("irclickid", "impact", "affiliate", false),
    ("cjevent", "cj", "affiliate", false), ("awc", "awin", "affiliate", false),
    ("admitad_uid", "admitad", "affiliate", false), ("fbclid", "facebook", "social", false),
    ("igshid", "instagram", "social", false), ("igsh", "instagram", "social", false),
    ("epik", "pinterest", "social", false),
  ]

  private static let origins: [String: (source: String, medium: String, isPaid: Bool)] =
    Dictionary(uniqueKeysWithValues: rows.map { ($0.parameter, ($0.source, $0.medium, $0.isPaid)) })
}
