public import NumberPools

extension LogSessions {
  /// The columns that schemes are compared on, but for the calls.
  ///
  /// What a page shows of how its visitor came are its tags where they name a source, else its
  /// click id, else its referrer; tags on a link of the site itself, or on the way back from
  /// paying, are none.
  ///
  /// - Parameter truths: What is known of the sessions beyond that; `nil` where nothing is.
  /// - Returns: The columns, and how many sessions have no row among the truths: what they show is
  ///   taken for the truth of them.
  /// - Complexity: O(page views + clues x log(clues)).
  public func compared(
    with truths: VisitTruths? = nil
  ) -> (traffic: ComparedTraffic, sessionsWithoutTruth: Int) {
    var sights = Sights(of: log, reader: TouchReader(ownSites: ownSitesOfComparison))
    let pageViews = traffic.pageViewTimes.indices.map { sights.sight(at: position(ofPageView: $0)) }
    var visible = traffic.firstPageViews().map { pageViews[$0] }
    // What only clues tell: redirects on the way in, landing pages from a cache.
    for (session, touch) in cluesOfSessions() where sights.book.isUntagged(visible[session]) {
      visible[session] = sights.sight(of: touch)
    }
    guard let truths else {
      var columns = ComparedTraffic(traffic: traffic, book: sights.book, visible: visible)
      columns.pageViews = pageViews
      return (columns, 0)
    }
    let paid = truths.touches.map { touch in
      sights.book.tagged(
        source: touch.source, medium: touch.medium, campaign: touch.campaign, term: touch.term,
        content: touch.content, clickID: touch.clickID)
    }
    var columns = ComparedTraffic(traffic: traffic, book: sights.book, visible: visible)
    columns.pageViews = pageViews
    let missing = columns.adopt(truths, paid: paid, names: names())
    return (columns, missing)
  }

  /// The site's own names. Where the input gives the hosts of its pages, these are all; only a web
  /// log may have been written under another name than browsers see.
  private var ownSitesOfComparison: OwnSites {
    let named = log.origins.siteNames
    return named.isEmpty || log.origins.showsRequests ? ownSites : OwnSites(named)
  }
}

extension ComparedTraffic {
  /// Takes over what is known of the sessions; counts those of which nothing is.
  fileprivate mutating func adopt(
    _ truths: VisitTruths, paid touches: [TouchNumber], names: [String]
  ) -> Int {
    var missing = 0
    paid = visible
    arrivals = Array(repeating: .first, count: visible.count)
    var isSwapped = true
    var notSwapped = [Bool](repeating: false, count: visible.count)
    let known = Int32(truths.persons.count)
    persons = traffic.sessions.map { known + $0.visitor.index }
    for session in visible.indices {
      guard !names.isEmpty,
        let place = truths.names.existingNumber(of: Array(names[session].utf8))
      else {
        missing += 1
        continue
      }
      let row = truths.rows[place]
      paid[session] = row.touch < 0 ? .direct : touches[Int(row.touch)]
      arrivals[session] = row.arrival
      if row.person >= 0 { persons[session] = row.person }
      if row.isNotSwapped {
        notSwapped[session] = true
        isSwapped = false
      }
    }
    if !isSwapped { isNotSwapped = notSwapped }
    return missing
  }
}

extension TouchBook {
  /// Whether neither tags nor a click id tell a touch.
  fileprivate func isUntagged(_ touch: TouchNumber) -> Bool {
    switch basis(of: touch) {
    case .direct, .referrer: true
    case .clickID, .tags: false
    }
  }
}

/// What page views show of how their visitors came, each different one looked at once.
private struct Sights {
  var book = TouchBook()
  private let origins: Origins
  private let reader: TouchReader
  private var known: [Int32: TouchNumber] = [:]
  private var knownNamed: [Int32: TouchNumber] = [:]

  init(of log: TrafficLog, reader: TouchReader) {
    origins = log.origins
    self.reader = reader
  }

  /// What a page view shows.
  mutating func sight(at position: Int) -> TouchNumber {
    let request = origins.requestNumbers[position]
    if !origins.touchNumbers.isEmpty, origins.touchNumbers[position] >= 0 {
      if let sight = named(origins.touchNumbers[position], request: request) { return sight }
    }
    if let sight = known[request] { return sight }
    let parts = origins.request(request)
    let sight = sight(address: parts.address, referrer: parts.referrer)
    known[request] = sight
    return sight
  }

  /// What the input itself says of a page view; `nil` where it is no touch or says nothing.
  private mutating func named(_ number: Int32, request: Int32) -> TouchNumber? {
    let named = origins.touches[Int(number)]
    if named.areTags {
      let parts = origins.request(request)
      let passedOn = LandingTags(of: parts.address).referrer
      if case .within = reader.arrival(from: parts.referrer, passedOn: passedOn) { return nil }
    }
    if let sight = knownNamed[number] { return sight }
    if named.touch.source == nil, named.touch.medium == nil, named.touch.clickID == nil,
      named.touch.namedChannel == nil
    {
      return nil
    }
    let sight = sight(of: named.touch)
    knownNamed[number] = sight
    return sight
  }

  /// A touch as it is seen: its tags, else its click id, else where it came from.
  mutating func sight(of touch: Touch) -> TouchNumber {
    let isKeyed = touch.isTagged && touch.source != nil
    if let click = touch.clickID, touch.campaign == nil { return book.clicked(click) }
    if isKeyed {
      return book.tagged(
        source: touch.source, medium: touch.medium, campaign: touch.campaign, term: touch.term,
        content: touch.content)
    }
    return book.referred(
      source: touch.source, medium: touch.medium, channel: touch.namedChannel)
  }

  /// What an address and a referrer show.
  private mutating func sight(address: String, referrer: String) -> TouchNumber {
    var tags = LandingTags(of: address)
    let site: String?
    switch reader.arrival(from: referrer, passedOn: tags.referrer) {
    case .within: return .direct
    case .unknown: site = nil
    case .elsewhere(let name): site = name
    }
    if let source = tags.source {
      return book.tagged(
        source: source, medium: tags.medium, campaign: tags.campaign, term: tags.term,
        content: tags.content)
    }
    if let click = tags.clickID { return book.clicked(click) }
    // Tags that name no source are none.
    tags.medium = nil
    tags.isTagged = false
    var touch = Touch()
    TouchReader.adopt(tags, site: site, into: &touch)
    return book.referred(source: touch.source, medium: touch.medium)
  }
}
