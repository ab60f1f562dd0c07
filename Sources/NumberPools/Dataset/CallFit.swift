/// How well a log of calls fits the traffic that it belongs to.
public struct CallFit: Hashable, Sendable {
  /// All calls that came in.
  public var all = 0
  /// Those of them that can be judged.
  public var judged = 0
  /// Those of them whose session or visitor the traffic has.
  public var known = 0
  /// Those of the known ones that come before the first page view of who called.
  public var early = 0
  /// Calls that name a session or a visitor that the traffic doesn't have.
  public var ofStrangers = 0
  /// Those of the known ones that come during their session or soon after.
  public var fits = 0
  /// What the calls would have to be moved by to fit far better; `nil` where nothing is found.
  public var offset: Interval?
  /// How far the calls have been moved already, as the user asked for.
  public var given = Interval.zero
  /// How many of the known ones would fit then.
  public var fitsMoved = 0
  /// From the first call to the last; `nil` without any.
  public var span: ClosedRange<Timestamp>?
  /// Why most of the calls that can't be judged can't be.
  public var commonFault = CallFault.nobodyNamed

  /// Creates the fit of no calls.
  public init() {}
}

/// Why a call can't be judged.
public enum CallFault: String, CaseIterable, Hashable, Sendable {
  /// It names neither a session nor a visitor.
  case nobodyNamed = "no_truth"
  /// It names one that the traffic doesn't have.
  case stranger = "unknown_truth"
  /// It comes before the first page view of who called.
  case tooEarly = "before_first_page_view"
  /// Its session isn't eligible for a number.
  case ineligible
}
