/// How finely the origin of a call is told, coarse to fine.
///
/// Labels nest: a campaign is source, medium and campaign, a keyword is that and its term.
public enum LabelLevel: Int, CaseIterable, Sendable {
  /// The kind of place that a session came from.
  case channel
  /// Source and medium.
  case source
  /// Source, medium and campaign.
  case campaign
  /// The same and the term.
  case keyword
  /// The browser or person known by one identifier.
  case visitor
  /// The session itself.
  case session
}

extension LabelLevel {
  /// What the level is called in reports.
  public var name: String {
    switch self {
    case .channel: "channel"
    case .source: "source"
    case .campaign: "campaign"
    case .keyword: "keyword"
    case .visitor: "visitor"
    case .session: "session"
    }
  }

  /// Whether labels of the level are told by touches rather than by who called.
  var isOfTouches: Bool { rawValue <= Self.keyword.rawValue }
}
