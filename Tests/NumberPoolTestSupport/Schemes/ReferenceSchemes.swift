public import NumberPools

/// Schemes too simple to be wrong: labels and keys are texts, every question is answered anew by
/// looking at everything.
///
/// It shares nothing with the product but the words for its options, the channel of a source and a
/// medium, and the ends of sessions.
public struct ReferenceSchemes {
  /// What an address and a referrer show.
  public enum Sight: Hashable {
    /// Nothing.
    case nothing
    /// Tags: source, medium, campaign, term, content.
    case tags([String?])
    /// A click id, of Google.
    case click(String)
    /// A page before, as source and medium.
    case referrer(String, String)
  }

  /// A session.
  public struct Visit {
    /// Who, by identifier.
    public var visitor: Int
    /// Who, in truth.
    public var person: Int
    /// What the landing page view shows.
    public var sight: Sight
    /// Source, medium, campaign and term of what was paid for; `nil` where nobody knows.
    public var paid: [String?]?
    /// The click id of what was paid for.
    public var click: String?
    /// How it came about.
    public var arrival = ComparedTraffic.Arrival.first
    /// Whether no number is ever swapped in.
    public var isNotSwapped = false
    /// The first page view.
    public var start: Int64
    /// When lags begin to count.
    public var end: Int64
  }

  /// A page view.
  public struct View {
    /// When.
    public var minute: Int64
    /// In which visit.
    public var visit: Int
    /// What its own address and referrer show.
    public var sight: Sight
  }

  /// A call.
  public struct Telephone {
    /// When.
    public var minute: Int64
    /// Of which visit; `nil` where none caused it.
    public var visit: Int?
    /// Where among the numbers the one dialled stands.
    public var draw: Double?

    /// Creates a call.
    public init(minute: Int64, visit: Int?, draw: Double? = nil) {
      self.minute = minute
      self.visit = visit
      self.draw = draw
    }
  }

  /// The visits by first page view.
  public var visits: [Visit]
  /// The page views by time.
  public var views: [View]
  /// The calls by row.
  public var calls: [Telephone]
  /// What is asked.
  public var question: SchemeQuestion
  /// The pool, of the visits that ask, under the numbers of the visits.
  public var pool: ReferencePool
  /// What it does.
  public var outcome: ReferencePool.Outcome

  /// Prepares to play.
  public init(
    visits: [Visit], views: [View], calls: [Telephone], question: SchemeQuestion,
    pool: ReferencePool
  ) {
    self.visits = visits
    self.views = views
    self.calls = calls
    self.question = question
    self.pool = pool
    outcome = pool.play(
      numbers: question.numbers, request: question.rules.request,
      chooseLowest: question.rules.allocation == .lowestFirst)
  }

  static let day: Int64 = 86_400_000

  static func clean(_ text: String?) -> String? {
    let trimmed = text?.lowercased().split(separator: " ").joined(separator: " ")
    return trimmed == "" ? nil : trimmed
  }

  /// Labels of four texts: source, medium, campaign, term.
  static func labels(_ texts: [String?]) -> [LabelLevel: String] {
    let texts = texts.map(clean)
    var labels: [LabelLevel: String] = [:]
    labels[.channel] = Channel(source: texts[0], medium: texts[1]).rawValue
    labels[.source] = "\(texts[0] ?? "-")/\(texts[1] ?? "-")"
    if let campaign = texts[2] {
      labels[.campaign] = "\(texts[0] ?? "-")/\(texts[1] ?? "-")/\(campaign)"
      if let term = texts[3] {
        labels[.keyword] = "\(texts[0] ?? "-")/\(texts[1] ?? "-")/\(campaign)/\(term)"
      }
    }
    return labels
  }

  static let nothing: [String?] = [nil, nil, nil, nil]

  func isDirect(_ sight: Sight) -> Bool {
    switch sight {
    case .nothing: true
    case .tags(let texts): Self.clean(texts[0]) == nil && Self.clean(texts[1]) == nil
    case .click, .referrer: false
    }
  }

  /// What was paid for, `nil` where it is what is seen.
  private func paid(_ visit: Int) -> [String?]? {
    if visits[visit].arrival.isFree { return Self.nothing }
    return visits[visit].paid
  }

  private func isUnpaid(_ visit: Int) -> Bool {
    guard let paid = paid(visit) else { return isDirect(visits[visit].sight) }
    return Self.clean(paid[0]) == nil && Self.clean(paid[1]) == nil
  }

  func labels(seen sight: Sight) -> [LabelLevel: String] {
    switch sight {
    case .nothing: return Self.labels(Self.nothing)
    case .tags(let texts): return Self.labels(Array(texts[0..<4]))
    case .referrer(let source, let medium): return Self.labels([source, medium, nil, nil])
    case .click(let id):
      var labels = Self.labels(["google", "cpc", nil, nil])
      let owner = visits.indices.first { visits[$0].click == id && !isUnpaid($0) }
      if let owner, let paid = paid(owner) {
        labels[.campaign] = Self.labels(paid)[.campaign]
        labels[.keyword] = Self.labels(paid)[.keyword]
      } else {
        labels[.campaign] = "click:\(id)"
        labels[.keyword] = "click:\(id)"
      }
      return labels
    }
  }

  func labels(paidFor visit: Int) -> [LabelLevel: String] {
    paid(visit).map { Self.labels(Array($0)) } ?? labels(seen: visits[visit].sight)
  }

  /// The visit whose paid touch is the truth.
  public func truth(_ visit: Int) -> Int? {
    if !isUnpaid(visit) { return visit }
    return visits.indices.last {
      $0 < visit && visits[$0].person == visits[visit].person && !isUnpaid($0)
        && visits[visit].start - visits[$0].start <= 90 * Self.day
    }
  }

  /// The true labels of a visit's call.
  public func trueLabels(_ visit: Int) -> [LabelLevel: String] {
    truth(visit).map { labels(paidFor: $0) } ?? Self.labels(Self.nothing)
  }

  /// The visit whose sight is said where a visit is named.
  private func said(_ visit: Int) -> Int {
    if !isDirect(visits[visit].sight) { return visit }
    return visits.indices.last {
      $0 < visit && visits[$0].visitor == visits[visit].visitor && !isDirect(visits[$0].sight)
        && visits[visit].start - visits[$0].start <= 90 * Self.day
    } ?? visit
  }

  /// The last page view of a visit up to a moment.
  private func dialledView(_ visit: Int, by minute: Int64) -> Int {
    views.indices.last { views[$0].visit == visit && views[$0].minute <= minute } ?? -1
  }
}

extension ReferenceSchemes {
  /// What a scheme says.
  public struct Saying {
    /// The number; `nil` is the default one.
    public var number: Int?
    /// The labels.
    public var labels: [LabelLevel: String] = [:]
    /// The visit named.
    public var visit: Int?
    /// The visit whose address the labels come from.
    public var source: Int?
    /// The key on the page.
    public var key: [String]?
    /// Why the pool doesn't name the caller.
    public var cause: String?
  }

  private func name(_ visit: Int, _ saying: inout Saying) {
    saying.visit = visit
    saying.source = said(visit)
    saying.labels = labels(seen: visits[said(visit)].sight)
  }

  private func stray(_ call: Int, of count: Int) -> Int? {
    if count == 0 { return nil }
    if let draw = calls[call].draw { return min(Int(draw * Double(count)), count - 1) }
    let before = calls.indices.filter {
      calls[$0].visit == nil && (calls[$0].minute, $0) < (calls[call].minute, call)
    }
    return before.count % count
  }

  var visitorsByView: [Int] {
    var visitors: [Int] = []
    for view in views where !visits[view.visit].isNotSwapped {
      let visitor = visits[view.visit].visitor
      if !visitors.contains(visitor) { visitors.append(visitor) }
    }
    return visitors
  }

  /// How many numbers a scheme uses.
  public func numbersUsed(_ scheme: Scheme) -> Int {
    switch scheme {
    case .pool: question.numbers
    case .perVisitor: visitorsByView.count
    default: min(question.numbers, ranking(scheme).count)
    }
  }

  /// What a scheme says of a call.
  public func say(_ scheme: Scheme, _ call: Int, budget: Int? = nil) -> Saying {
    var saying = Saying()
    let minute = calls[call].minute
    if let visit = calls[call].visit, visits[visit].isNotSwapped {
      saying.cause = "not_swapped"
      return saying
    }
    switch scheme {
    case .pool: return sayOfPool(call)
    case .perVisitor:
      var visitor: Int?
      if let visit = calls[call].visit {
        visitor = visits[visit].visitor
        saying.number = visitorsByView.firstIndex(of: visits[visit].visitor)
      } else if let number = stray(call, of: visitorsByView.count) {
        saying.number = number
        visitor = visitorsByView[number]
      }
      if let visitor,
        let latest = visits.indices.last(where: {
          visits[$0].visitor == visitor && visits[$0].start <= minute
        })
      {
        name(latest, &saying)
        if let visit = calls[call].visit, visit != latest { saying.cause = "own_later_session" }
      }
    default:
      let ranking = ranking(scheme)
      let count = min(budget ?? question.numbers, ranking.count)
      if let visit = calls[call].visit {
        let view = dialledView(visit, by: minute)
        (saying.key, saying.source) = key(scheme, view: view)
        saying.number = ranking.firstIndex { $0 == saying.key }.flatMap { $0 < count ? $0 : nil }
      } else if let number = stray(call, of: count) {
        saying.number = number
        saying.key = ranking[number]
      }
      if saying.number != nil, let key = saying.key {
        saying.labels = labels(scheme, ofKey: key)
      }
    }
    return saying
  }

  private func sayOfPool(_ call: Int) -> Saying {
    var saying = Saying()
    let minute = calls[call].minute
    if let visit = calls[call].visit {
      let fate = pool.fate(of: visit, at: minute, after: outcome, match: question.rules.match)
      let view = pool.views.indices.last {
        pool.views[$0].session == visit && pool.views[$0].minute <= minute
      }
      saying.number = view.flatMap { outcome.shown[$0] < 0 ? nil : outcome.shown[$0] }
      if case .lost(let cause) = fate { saying.cause = cause.rawValue }
      if fate != .lost(.fallbackShown), fate != .lost(.outsideMatchWindow),
        let credited = pool.credited(visit, at: minute, after: outcome)
      {
        name(credited, &saying)
      }
      return saying
    }
    saying.number = stray(call, of: question.numbers)
    guard let number = saying.number,
      let loan = outcome.loans.last(where: { $0.number == number && $0.from <= minute })
    else { return saying }
    let fate = pool.fate(of: -1, at: minute, lastHold: loan.hold, match: question.rules.match)
    let hold = pool.holds[loan.hold]
    let last = pool.views.last {
      $0.visitor == hold.visitor && hold.start <= $0.minute && $0.minute < hold.release
        && $0.minute <= minute
    }
    if fate != .lost(.outsideMatchWindow), let last { name(last.session, &saying) }
    return saying
  }
}
