/// What was spent on a campaign, or on a part of it.
public struct CampaignSpend: Hashable, Sendable {
  /// The campaign: a touch of the book with its source, medium and name.
  public var touch: TouchNumber
  /// How much, in whatever currency.
  public var amount: Double

  /// Creates what was spent.
  ///
  /// - Parameters:
  ///   - touch: The campaign; one without a name is a campaign of its own.
  ///   - amount: How much, in whatever currency.
  public init(on touch: TouchNumber, amount: Double) {
    self.touch = touch
    self.amount = amount
  }
}

/// What schemes make of the money that was spent on campaigns.
public struct SchemeMoney: Sendable {
  /// The campaigns with spend or calls, by spend, descending, then by name.
  public internal(set) var campaigns: [Campaign] = []
  /// All that was spent.
  public internal(set) var spend = 0.0
  /// What each scheme that is shown first reports.
  public internal(set) var reports: [Report] = []
  /// Calls whose campaign is a click id that nobody can resolve: they take no part.
  public internal(set) var unresolvedClicks = 0
  /// Where a report would lead somebody astray.
  public internal(set) var wrongDecisions: [WrongDecision] = []

  /// The schemes that are shown first: what is compared in money.
  public static let schemes: [Scheme] = [.perUTM, .bestStatic, .pool, .perVisitor]
  /// The fewest calls that a decision may rest on.
  public static let fewestCalls = 10

  /// A campaign and its calls.
  public struct Campaign: Sendable {
    /// Its source, in lower case.
    public let source: String?
    /// Its medium, in lower case.
    public let medium: String?
    /// Its name, in lower case; `nil` for spend without one.
    public let name: String?
    /// What was spent; `nil` where nobody says.
    public internal(set) var spend: Double?
    /// Its calls.
    public internal(set) var calls = 0
    /// The label of its name; negative without one.
    let label: Int32
  }

  /// What a scheme reports.
  public struct Report: Sendable {
    /// Which scheme.
    public let scheme: Scheme
    /// For each campaign the calls credited to it.
    public internal(set) var calls: [Int]
    /// What a call credited to any campaign costs; `nil` where none is.
    public internal(set) var costPerCall: Double?
    /// How much of the spend follows the reported shares rather than the true ones; `nil` where
    /// there are none.
    public internal(set) var misallocatedSpend: Double?
  }

  /// A campaign that looks dearest or cheapest and isn't.
  public struct WrongDecision: Sendable {
    /// By the report of which scheme.
    public let scheme: Scheme
    /// Whether it is about the dearest campaign rather than the cheapest.
    public let isOfDearest: Bool
    /// The place of the campaign that looks so.
    public let looks: Int
    /// The place of the one that is.
    public let truly: Int
    /// What a call of the former costs as reported; `nil` where none is credited to it.
    public let reportedCost: Double?
    /// What a call of the former costs.
    public let trueCost: Double
  }

  /// What a call of a campaign costs, on average of all; `nil` without a call.
  public var trueCostPerCall: Double? {
    let calls = campaigns.reduce(0) { $0 + $1.calls }
    return calls == 0 ? nil : spend / Double(calls)
  }
}

extension SchemeComparison {
  /// What the schemes make of what was spent.
  ///
  /// - Parameter spend: What was spent; campaigns that are named twice add up.
  /// - Complexity: O(calls + campaigns x log(campaigns)).
  public func money(_ spend: [CampaignSpend]) -> SchemeMoney {
    var money = SchemeMoney()
    var places: [LabelTable.Pair: Int] = [:]
    /// The place of a campaign: one without a name is told by its source.
    func place(label: Int32, source: Int32, in money: inout SchemeMoney) -> Int {
      let key = LabelTable.Pair(first: label, second: label < 0 ? source : 0)
      if let known = places[key] { return known }
      let pair = labels.sources[Int(source)]
      let name = label < 0 ? nil : input.book.text(labels.campaigns[Int(label)].second)
      places[key] = money.campaigns.count
      money.campaigns.append(
        SchemeMoney.Campaign(
          source: input.book.text(pair.first), medium: input.book.text(pair.second), name: name,
          label: label))
      return money.campaigns.count - 1
    }
    for part in spend {
      let own = labels.touches[Int(part.touch.touch)]
      let place = place(label: own.campaign, source: own.source, in: &money)
      money.campaigns[place].spend = (money.campaigns[place].spend ?? 0) + part.amount
      money.spend += part.amount
    }
    for truth in truths {
      if truth.labels.campaign < TouchLabels.none { money.unresolvedClicks += 1 }
      guard truth.labels.campaign >= 0 else { continue }
      let source = labels.campaigns[Int(truth.labels.campaign)].first
      let place = place(label: truth.labels.campaign, source: source, in: &money)
      money.campaigns[place].calls += 1
    }
    let results = SchemeMoney.schemes.map { self[$0] }
    for result in results {
      for reading in result.readings where reading.labels.campaign >= 0 {
        let source = labels.campaigns[Int(reading.labels.campaign)].first
        _ = place(label: reading.labels.campaign, source: source, in: &money)
      }
    }
    money.campaigns.sort { SchemeMoney.comesBefore($0, $1) }
    for result in results { money.add(result) }
    return money
  }
}

extension SchemeMoney {
  fileprivate static func comesBefore(_ left: Campaign, _ right: Campaign) -> Bool {
    let (first, second) = (left.spend ?? 0, right.spend ?? 0)
    if first != second { return first > second }
    for (one, other) in [
      (left.name, right.name), (left.source, right.source), (left.medium, right.medium),
    ] where one != other {
      return (one ?? "") < (other ?? "")
    }
    return false
  }

  /// Adds what a scheme reports.
  fileprivate mutating func add(_ result: SchemeResult) {
    var places: [Int32: Int] = [:]
    for (place, campaign) in campaigns.enumerated() where campaign.label >= 0 {
      places[campaign.label] = place
    }
    var report = Report(
      scheme: result.scheme, calls: [Int](repeating: 0, count: campaigns.count))
    for reading in result.readings where reading.labels.campaign >= 0 {
      if let place = places[reading.labels.campaign] { report.calls[place] += 1 }
    }
    let reported = report.calls.reduce(0, +)
    let calls = campaigns.reduce(0) { $0 + $1.calls }
    if reported > 0 { report.costPerCall = spend / Double(reported) }
    if reported > 0, calls > 0 {
      var difference = 0.0
      for (campaign, count) in zip(campaigns, report.calls) {
        let share = Double(count) / Double(reported) - Double(campaign.calls) / Double(calls)
        difference += share < 0 ? -share : share
      }
      report.misallocatedSpend = difference / 2 * spend
    }
    reports.append(report)
    for isOfDearest in [true, false] {
      if let decision = decision(on: report, isOfDearest: isOfDearest) {
        wrongDecisions.append(decision)
      }
    }
  }

  /// The decision that a report would lead to, where it is wrong.
  private func decision(on report: Report, isOfDearest: Bool) -> WrongDecision? {
    var looks: (place: Int, cost: Double)?
    var truly: (place: Int, cost: Double)?
    for (place, campaign) in campaigns.enumerated() {
      guard let spend = campaign.spend, campaign.calls >= Self.fewestCalls else { continue }
      let calls = report.calls[place]
      let reported = calls == 0 ? Double.infinity : spend / Double(calls)
      let real = spend / Double(campaign.calls)
      func isFurther(_ cost: Double, than other: Double) -> Bool {
        isOfDearest ? cost > other : cost < other
      }
      if looks.map({ isFurther(reported, than: $0.cost) }) ?? true { looks = (place, reported) }
      if truly.map({ isFurther(real, than: $0.cost) }) ?? true { truly = (place, real) }
    }
    guard let looks, let truly, looks.place != truly.place else { return nil }
    let campaign = campaigns[looks.place]
    return WrongDecision(
      scheme: report.scheme, isOfDearest: isOfDearest, looks: looks.place, truly: truly.place,
      reportedCost: looks.cost.isFinite ? looks.cost : nil,
      trueCost: (campaign.spend ?? 0) / Double(campaign.calls))
  }
}
