extension Scenario {
  /// What visits are like; what is `nil` is as above it.
  public struct Visit: Hashable, Sendable {
    /// The mean of a geometric law of page views, from 1 up; 2.8 by default.
    public var pageViews: Double?
    /// The time between page views, drawn again until below the session timeout.
    public var gap: DurationLaw?
    /// How long the last page is read, drawn again until below the session timeout.
    public var lastPage: DurationLaw?

    /// Creates what is different about some visits.
    public init(
      pageViews: Double? = nil, gap: DurationLaw? = nil, lastPage: DurationLaw? = nil
    ) {
      self.pageViews = pageViews
      self.gap = gap
      self.lastPage = lastPage
    }

    /// This laid over another one.
    public func merged(over base: Self) -> Self {
      Self(
        pageViews: pageViews ?? base.pageViews, gap: gap ?? base.gap,
        lastPage: lastPage ?? base.lastPage)
    }

    /// What is the case where nobody says anything.
    public static let standard = Visit(
      pageViews: 2.8, gap: .lognormal(median: .seconds(40), sigma: 1.1),
      lastPage: .lognormal(median: .seconds(60), sigma: 1))
  }

  /// Who returns, when and how; what is `nil` is as above it.
  public struct Returning: Hashable, Sendable {
    /// The share of sessions that are followed by another one of the same person; 0 by default.
    public var share: Double?
    /// How long after its last page view, drawn again until at least the session timeout.
    public var after: DurationLaw?
    /// By which ways.
    public var `as`: ReturnWays?
    /// The share of returns whose cookie is lost: another visitor, the same person.
    public var newCookie: Double?

    /// Creates what is different about some returns.
    public init(
      share: Double? = nil, after: DurationLaw? = nil, as ways: ReturnWays? = nil,
      newCookie: Double? = nil
    ) {
      self.share = share
      self.after = after
      self.as = ways
      self.newCookie = newCookie
    }

    /// This laid over another one.
    public func merged(over base: Self) -> Self {
      Self(
        share: share ?? base.share, after: after ?? base.after, as: self.as ?? base.as,
        newCookie: newCookie ?? base.newCookie)
    }

    /// What is the case where nobody says anything.
    public static let standard = Returning(
      share: 0, after: .lognormal(median: .days(1), sigma: 1.3),
      as: ReturnWays(direct: 0.6, organic: 0.25, sameLink: 0.1, ownLink: 0.05), newCookie: 0)
  }

  /// By which ways people return: shares of any scale.
  public struct ReturnWays: Hashable, Sendable {
    /// Without a tag or a referrer.
    public var direct: Double
    /// By a search for the name.
    public var organic: Double
    /// By the address of the first visit, from a bookmark.
    public var sameLink: Double
    /// By a tagged link of the own site.
    public var ownLink: Double

    /// Creates the shares.
    public init(
      direct: Double = 0, organic: Double = 0, sameLink: Double = 0, ownLink: Double = 0
    ) {
      self.direct = direct
      self.organic = organic
      self.sameLink = sameLink
      self.ownLink = ownLink
    }
  }

  /// Who calls, when and why; what is `nil` is as above it.
  public struct Calls: Hashable, Sendable {
    /// That the person of a session calls because of it; 0 by default.
    public var probability: Double?
    /// The share of these calls that are made on the site; 0.6 by default.
    public var duringVisit: Double?
    /// When the others are made.
    public var later: [LaterCalls]?
    /// Opening hours.
    public var open: OpeningHours?
    /// The share of calls that are followed by another one of the same person; 0 by default.
    public var again: Double?
    /// How long after the call before it.
    public var againAfter: DurationLaw?
    /// Calls a day to numbers of the pool that no visit caused; of the whole only.
    public var misdialledPerDay: Double?
    /// Calls a day that never are to a number of the pool; of the whole only.
    public var offSitePerDay: Double?
    /// The share that is answered; 1 by default.
    public var answered: Double?
    /// How long answered calls take.
    public var duration: DurationLaw?

    /// Creates what is different about some calls: nothing yet.
    public init() {}

    /// This laid over another one.
    public func merged(over base: Self) -> Self {
      var calls = self
      calls.probability = probability ?? base.probability
      calls.duringVisit = duringVisit ?? base.duringVisit
      calls.later = later ?? base.later
      calls.open = open ?? base.open
      calls.again = again ?? base.again
      calls.againAfter = againAfter ?? base.againAfter
      calls.misdialledPerDay = misdialledPerDay ?? base.misdialledPerDay
      calls.offSitePerDay = offSitePerDay ?? base.offSitePerDay
      calls.answered = answered ?? base.answered
      calls.duration = duration ?? base.duration
      return calls
    }

    /// What is the case where nobody says anything.
    public static let standard: Calls = {
      var calls = Calls()
      calls.probability = 0
      calls.duringVisit = 0.6
      calls.later = [
        LaterCalls(share: 0.7, lag: .lognormal(median: .minutes(20), sigma: 1.2)),
        LaterCalls(
          share: 0.3, lag: .lognormal(median: .days(2), sigma: 0.8), savedNumber: true),
      ]
      calls.open = .always
      calls.again = 0
      calls.againAfter = .lognormal(median: .hours(1), sigma: 1.5)
      calls.misdialledPerDay = 0
      calls.offSitePerDay = 0
      calls.answered = 1
      calls.duration = .lognormal(median: .minutes(2), sigma: 1)
      return calls
    }()
  }

  /// Some of the calls that are made after a visit.
  public struct LaterCalls: Hashable, Sendable {
    /// Their share, of any scale.
    public var share: Double
    /// How long after the last page view.
    public var lag: DurationLaw
    /// Whether they are to the number that their own session showed, whatever came since.
    public var savedNumber: Bool

    /// Creates some of the later calls.
    ///
    /// - Parameters:
    ///   - share: Their share, of any scale.
    ///   - lag: How long after the last page view.
    ///   - savedNumber: Whether the number was written down.
    public init(share: Double = 1, lag: DurationLaw, savedNumber: Bool = false) {
      self.share = share
      self.lag = lag
      self.savedNumber = savedNumber
    }
  }
}

extension Scenario {
  /// What the visits of a channel are like.
  public func visit(of channel: Channel) -> Visit {
    channel.visit.merged(over: visit).merged(over: .standard)
  }

  /// Who of a channel returns.
  public func returning(of channel: Channel) -> Returning {
    channel.returning.merged(over: returning).merged(over: .standard)
  }

  /// Who of a channel calls.
  public func calls(of channel: Channel) -> Calls {
    channel.calls.merged(over: calls).merged(over: .standard)
  }
}
