/// Why a scheme doesn't say the truth of a call at a level; the first that applies.
public enum SchemeCause: Int, CaseIterable, Sendable {
  /// No visit caused the call: a misdial, spam, a number that somebody copied.
  case noVisit
  /// A static number is shown to many visitors.
  case oneNumberForMany
  /// The visitor never sees a number of the scheme.
  case notSwapped
  /// The scheme's key doesn't tell this level.
  case coarseKey
  /// The pool was empty.
  case fallbackShown
  /// Nobody held the number within the match window.
  case outsideMatchWindow
  /// A later session of the same visitor is credited.
  case ownLaterSession
  /// The number was lost in the middle of the visit.
  case changedMidVisit
  /// Somebody else had been given the number.
  case reassignedBeforeCall
  /// The label comes from an address that somebody else had clicked.
  case sharedLink
  /// The label comes from tags on a link of the site itself, or on the way back from paying.
  case internalTag
  /// The tags were lost on the way to the site.
  case tagStripped
  /// The tags name another touch: misspelt, swapped, or a macro that nobody filled in.
  case mistypedTag
  /// The visitor came back under another identifier.
  case cookieLost
  /// The label is another visit's: a cookie, or an address that was kept.
  case staleTag
  /// The address has a click id, which the scheme doesn't see or which doesn't say so much.
  case clickIDOnly
  /// Visits of this kind have no tags.
  case noTagExists
  /// The visitor came back without the tags.
  case lostOnReturn
  /// The landing page had tags, the page of the call hasn't.
  case lostOnNextPage
  /// The key has no number.
  case beyondBudget
}

extension SchemeCause {
  /// What the cause is called in reports.
  public var name: String {
    switch self {
    case .noVisit: "no_visit"
    case .oneNumberForMany: "one_number_for_many"
    case .notSwapped: "not_swapped"
    case .coarseKey: "coarse_key"
    case .fallbackShown: "fallback_shown"
    case .outsideMatchWindow: "outside_match_window"
    case .ownLaterSession: "own_later_session"
    case .changedMidVisit: "changed_mid_visit"
    case .reassignedBeforeCall: "reassigned_before_call"
    case .sharedLink: "shared_link"
    case .internalTag: "internal_tag"
    case .tagStripped: "tag_stripped"
    case .mistypedTag: "mistyped_tag"
    case .cookieLost: "cookie_lost"
    case .staleTag: "stale_tag"
    case .clickIDOnly: "click_id_only"
    case .noTagExists: "no_tag_exists"
    case .lostOnReturn: "lost_on_return"
    case .lostOnNextPage: "lost_on_next_page"
    case .beyondBudget: "beyond_budget"
    }
  }

  /// What kind of failure it is.
  public var group: Group {
    switch self {
    case .oneNumberForMany, .coarseKey: .manyOnOneNumber
    case .clickIDOnly, .tagStripped, .noTagExists, .mistypedTag, .lostOnNextPage: .notInTheAddress
    case .lostOnReturn, .staleTag, .sharedLink, .internalTag, .cookieLost, .ownLaterSession,
      .reassignedBeforeCall:
      .anotherVisit
    case .beyondBudget, .fallbackShown: .tooFewNumbers
    case .noVisit, .notSwapped, .outsideMatchWindow, .changedMidVisit: .nobodyCouldKnow
    }
  }

  /// The kinds of failure.
  public enum Group: Int, CaseIterable, Sendable {
    /// Many visitors see one number.
    case manyOnOneNumber
    /// The address doesn't say it.
    case notInTheAddress
    /// What is said is another visit's.
    case anotherVisit
    /// There are too few numbers.
    case tooFewNumbers
    /// Nobody could know.
    case nobodyCouldKnow
  }

  /// What becomes of a call of a session that a pool doesn't credit it to.
  init(_ cause: Cause) {
    self =
      switch cause {
      case .fallbackShown: .fallbackShown
      case .outsideMatchWindow: .outsideMatchWindow
      case .ownLaterSession: .ownLaterSession
      case .changedMidVisit: .changedMidVisit
      case .reassignedBeforeCall: .reassignedBeforeCall
      }
  }
}
