/// A way of choosing the number on the page.
public enum Scheme: String, CaseIterable, Sendable {
  /// A pool lends a number to each visitor who is there.
  case pool
  /// Each visitor has a number for good: the ceiling of what numbers can tell.
  case perVisitor = "per-visitor"
  /// A number for each tuple of UTM tags.
  case perUTM = "per-utm"
  /// A number for each source, medium and campaign of the tags.
  case perCampaign = "per-campaign"
  /// A number for each source and medium of the tags.
  case perSource = "per-source"
  /// A number for each channel that the tags tell.
  case perChannel = "per-channel"
  /// A number for each campaign, with all that a good script does.
  case bestStatic = "best-static"
  /// One number for everybody.
  case single
}

extension Scheme {
  /// Whether the number depends on what an address says rather than on who visits.
  public var isStatic: Bool { self != .pool && self != .perVisitor }

  /// The finest level that the number tells at most; `nil` where it tells nothing.
  public var finestLevel: LabelLevel? {
    switch self {
    case .pool, .perVisitor: .session
    case .perUTM: .keyword
    case .perCampaign, .bestStatic: .campaign
    case .perSource: .source
    case .perChannel: .channel
    case .single: nil
    }
  }

  /// Whether the key of a static scheme determines a level.
  func determines(_ level: LabelLevel) -> Bool {
    finestLevel.map { level.rawValue <= $0.rawValue } ?? false
  }
}
