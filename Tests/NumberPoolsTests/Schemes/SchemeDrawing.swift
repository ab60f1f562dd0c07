import NumberPools

/// A small comparison by hand: visits of one page view each, then calls; minutes and names.
struct SchemeDrawing {
  private var log = PageViewLog()
  private var book = TouchBook()
  private var visible: [TouchNumber] = []
  private var pages: [TouchNumber] = []
  private var paid: [TouchNumber] = []
  private var persons: [Int32] = []
  private var arrivals: [ComparedTraffic.Arrival] = []
  private var isNotSwapped: [Bool] = []
  private var calls: [ComparedCall] = []
  /// Whether what was paid for is known apart from what is seen.
  var knowsTruth = true

  /// What a page shows, or what was paid for: `ad:campaign`, `ad:campaign/term`, `click:ID`,
  /// `site:name`, or nothing.
  private mutating func touch(_ text: String, isPaid: Bool = false) -> TouchNumber {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard let kind = parts.first else { return .direct }
    let names = parts.dropFirst().first?.split(separator: "/").map(String.init) ?? []
    switch kind {
    case "ad":
      return book.tagged(
        source: "google", medium: "cpc", campaign: names.first, term: names.dropFirst().first)
    case "click" where isPaid:
      return book.tagged(
        source: "google", medium: "cpc", campaign: names.dropFirst().first, clickID: names.first)
    case "click": return book.clicked(Touch.ClickID(parameter: "gclid", value: names[0]))
    case _ where isPaid: return book.tagged(source: names[0], medium: "organic")
    default: return book.referred(source: names[0], medium: "organic")
    }
  }

  /// Adds a visit; they must come in the order of time.
  ///
  /// - Parameters:
  ///   - minute: When it begins.
  ///   - visitor: By which identifier.
  ///   - shown: What the landing page shows.
  ///   - paid: What was paid for, where that is something else.
  ///   - person: Who, where that is somebody of another identifier.
  ///   - next: What a second page, a minute later, shows.
  @discardableResult
  mutating func visit(
    _ minute: Int64, _ visitor: Int32, _ shown: String = "", paid: String? = nil,
    person: Int32? = nil, arrival: ComparedTraffic.Arrival = .first, isNotSwapped: Bool = false,
    next: String? = nil
  ) -> SessionID {
    let session = SessionID(Int32(visible.count))
    let start = Timestamp(milliseconds: minute * 60_000)
    log.append(session: session, visitor: VisitorID(visitor), at: start)
    visible.append(touch(shown))
    pages.append(touch(shown))
    if let next {
      log.append(session: session, visitor: VisitorID(visitor), at: start + .minutes(1))
      pages.append(touch(next))
    }
    self.paid.append(touch(paid ?? shown, isPaid: true))
    persons.append(person ?? visitor)
    arrivals.append(arrival)
    self.isNotSwapped.append(isNotSwapped)
    return session
  }

  /// Adds a call, of a session or of nobody.
  mutating func call(_ minute: Int64, of session: SessionID?) {
    calls.append(ComparedCall(at: Timestamp(milliseconds: minute * 60_000), session: session))
  }

  /// Compares the schemes.
  func compare(numbers: Int = 9, keys: KeyRule = KeyRule(), match: MatchRule = .lastHolder)
    -> SchemeComparison
  {
    var input = ComparedTraffic(
      traffic: Sessionizer().traffic(from: log), book: book, visible: visible)
    input.pageViews = pages
    if knowsTruth {
      input.paid = paid
      input.persons = persons
      input.arrivals = arrivals
    }
    input.isNotSwapped = isNotSwapped
    input.calls = calls
    return SchemeComparison(
      SchemeQuestion(
        numbers: numbers,
        rules: PoolRules(hold: HoldRule(reuseTimeout: .zero), match: match), keys: keys),
      of: input)
  }
}

extension SchemeComparison {
  /// What becomes of the last call, and why: `wrong stale_tag`.
  func fate(_ scheme: Scheme, _ level: LabelLevel) -> String {
    let call = input.calls.count - 1
    let cause = self[scheme].cause(ofCall: call, level)
    return "\(self[scheme].verdict(ofCall: call, level))" + (cause.map { " \($0.name)" } ?? "")
  }
}
