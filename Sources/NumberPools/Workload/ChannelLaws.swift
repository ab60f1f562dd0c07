/// The laws of a channel, prepared to be drawn from.
struct ChannelLaws: Sendable {
  /// First visits in a millisecond of each hour of the week, without growth and the day's factor.
  let rates: [Double]
  /// That a visit ends with a page view, as a rate: pages beyond the first are whole waits.
  let endOfVisit: Double
  let gap: DurationSampler
  let lastPage: DurationSampler
  /// No gap and no time on the last page is longer; no return is earlier.
  let sessionTimeout: Int64
  let returning: Double
  let after: DurationSampler
  let ways: ShareTable
  let newCookie: Double
  let sharedLinks: Double
  let notSwapped: Double
  let addresses: AddressLaws
  let calls: CallLaws

  init(_ channel: Scenario.Channel, of scenario: Scenario) {
    let visit = scenario.visit(of: channel)
    let returning = scenario.returning(of: channel)
    let week = channel.week ?? scenario.week
    self.returning = returning.share ?? 0
    let mean = week.mean
    var rates: [Double] = []
    for hour in week.hours {
      rates.append(
        channel.visitsPerDay * (1 - self.returning) * (hour / mean) / 86_400_000)
    }
    self.rates = rates
    let pageViews = visit.pageViews ?? 1
    endOfVisit = pageViews > 1 ? -Logarithm.of(1 - 1 / pageViews) : .infinity
    gap = DurationSampler(visit.gap ?? .constant(.zero))
    lastPage = DurationSampler(visit.lastPage ?? .constant(.zero))
    sessionTimeout = scenario.sessionTimeout.milliseconds
    after = DurationSampler(returning.after ?? .constant(.zero))
    let shares = returning.as ?? Scenario.ReturnWays(direct: 1)
    ways = ShareTable([shares.direct, shares.organic, shares.sameLink, shares.ownLink])
    newCookie = returning.newCookie ?? 0
    sharedLinks = scenario.sharedLinks
    notSwapped = scenario.notSwapped
    addresses = AddressLaws(channel)
    calls = CallLaws(scenario.calls(of: channel))
  }
}

/// What the addresses of a channel's first visits carry, prepared to be drawn from.
struct AddressLaws: Sendable {
  private let campaigns: ShareTable?
  /// For each campaign, or for the channel that has none, the three shares one after the other.
  private let tagging: [Scenario.Tagging]
  /// For each campaign its keywords.
  private let terms: [ShareTable?]
  private let clickIDBesideUTM: Double

  init(_ channel: Scenario.Channel) {
    clickIDBesideUTM = channel.clickIDBesideUTM
    switch channel.campaigns {
    case .list(let list) where !list.isEmpty:
      var shares: [Double] = []
      var tagging: [Scenario.Tagging] = []
      var terms: [ShareTable?] = []
      for campaign in list {
        shares.append(campaign.share)
        tagging.append(channel.tagging(of: campaign.tagging))
        terms.append(
          campaign.terms > 0 ? ShareTable(zipf: campaign.terms, exponent: campaign.zipf) : nil)
      }
      campaigns = ShareTable(shares)
      self.tagging = tagging
      self.terms = terms
    case .zipf(let count, let exponent, let ofEach):
      campaigns = ShareTable(zipf: count, exponent: exponent)
      tagging = [channel.tagging(of: nil)]
      terms = [ofEach > 0 ? ShareTable(zipf: ofEach, exponent: 1) : nil]
    case .none, .list:
      campaigns = nil
      tagging = [channel.tagging(of: nil)]
      terms = [nil]
    }
  }

  /// Draws what the address of a first visit carries.
  func draw(_ random: inout RandomStream) -> GeneratedSession.Address {
    var address = GeneratedSession.Address()
    var index = 0
    if let campaigns {
      address.campaign = Int32(campaigns.draw(&random))
      index = tagging.count > 1 ? Int(address.campaign) : 0
      if let terms = terms[index] { address.term = Int32(terms.draw(&random) + 1) }
    }
    let shares = tagging[index]
    let sum = shares.utm + shares.clickID + shares.mistyped
    if sum == 0 { return address }
    let drawn = random.nextUnit()
    let beside = random.nextUnit()
    let id = random.nextBits() | 1
    if drawn < shares.utm {
      address.tags = .utm
    } else if drawn < shares.utm + shares.mistyped {
      address.tags = .mistyped
    } else if drawn < sum || sum >= 1 {
      address.tags = .clickID
    }
    // Of what the rest carried at the click, as much was a click id as of what others carry.
    let idShare =
      switch address.tags {
      case .utm, .mistyped: clickIDBesideUTM
      case .clickID: 1.0
      case .none: (shares.clickID + (shares.utm + shares.mistyped) * clickIDBesideUTM) / sum
      }
    if beside < idShare { address.click = id }
    return address
  }
}

/// The laws of calls, prepared to be drawn from.
struct CallLaws: Sendable {
  let probability: Double
  let duringVisit: Double
  let shares: ShareTable
  let lags: [DurationSampler]
  let isSaved: [Bool]
  let hours: OpeningHours
  let again: Double
  let againAfter: DurationSampler
  let answered: Double
  let duration: DurationSampler

  init(_ calls: Scenario.Calls) {
    probability = calls.probability ?? 0
    duringVisit = calls.duringVisit ?? 1
    var shares: [Double] = []
    var lags: [DurationSampler] = []
    var isSaved: [Bool] = []
    for later in calls.later ?? [] {
      shares.append(later.share)
      lags.append(DurationSampler(later.lag))
      isSaved.append(later.savedNumber)
    }
    self.shares = ShareTable(shares)
    self.lags = lags
    self.isSaved = isSaved
    hours = calls.open ?? .always
    again = calls.again ?? 0
    againAfter = DurationSampler(calls.againAfter ?? .constant(.zero))
    answered = calls.answered ?? 1
    duration = DurationSampler(calls.duration ?? .constant(.zero))
  }
}
