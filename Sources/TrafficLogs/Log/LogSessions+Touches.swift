import NumberPools

extension LogSessions {
  /// How each session arrived.
  ///
  /// The first page view decides: its tags, else its click id, else its referrer. Only where its
  /// address has no tags do a redirect just before it and the landing page that came from a cache
  /// count, of which a file or a page fetched from there is all that a log shows.
  ///
  /// - Complexity: O(page views + clues x log(clues)).
  func touches() -> [Touch] {
    var (touches, landings, positions) = landingTouches()
    for (session, clue) in clues(beside: touches, positions, &landings) {
      var found = clue
      found.landingPage = touches[session].landingPage
      found.referrer = touches[session].referrer
      touches[session] = found
    }
    return touches
  }

  /// The touches that clues tell of sessions whose first page view has no tags.
  ///
  /// - Complexity: O(page views + clues x log(clues)).
  func cluesOfSessions() -> [(session: Int, touch: Touch)] {
    guard mayHaveClues else { return [] }
    var (touches, landings, positions) = landingTouches()
    return clues(beside: touches, positions, &landings)
  }

  /// The touches of first page views, and where in the log these are.
  private func landingTouches() -> (touches: [Touch], landings: Landings, positions: [Int]) {
    precondition(
      log.origins.requestNumbers.count == log.pageViews.count,
      "The log was read without keeping touches")
    var landings = Landings(of: log, reader: TouchReader(ownSites: ownSites))
    let positions = traffic.firstPageViews().map { $0 < 0 ? -1 : position(ofPageView: $0) }
    let touches = positions.map { $0 < 0 ? Touch() : landings.touch(at: $0) }
    return (touches, landings, positions)
  }

  private func clues(
    beside touches: [Touch], _ positions: [Int], _ landings: inout Landings
  ) -> [(session: Int, touch: Touch)] {
    guard mayHaveClues else { return [] }
    var found: [(session: Int, touch: Touch)] = []
    let clues = OriginClues(of: log)
    for (index, session) in traffic.sessions.enumerated()
    where positions[index] >= 0 && !touches[index].isTagged {
      if let clue = clues.touch(of: session, landingAt: positions[index], &landings) {
        found.append((index, clue))
      }
    }
    return found
  }

  /// Whether requests may be missing from the log that other programs would have seen: a web log
  /// has no line for a page that came from a cache.
  private var mayHaveClues: Bool { log.origins.showsRequests }

  /// The names under which pages refer to each other: the hosts of the page views, and the one that
  /// most page views within sessions come from, for a log may have none or others than browsers
  /// see.
  ///
  /// A search engine or a network is the site itself only where most page views are its own:
  /// programs that look for an open proxy ask for pages of any site.
  var ownSites: OwnSites {
    let origins = log.origins
    var inside = [Int32](repeating: 0, count: origins.requests.count)
    var first = inside
    var isInside = [Bool](repeating: false, count: traffic.sessions.count)
    for (view, session) in traffic.pageViewSessions.enumerated() {
      let request = Int(origins.requestNumbers[position(ofPageView: view)])
      if isInside[Int(session.index)] { inside[request] += 1 } else { first[request] += 1 }
      isInside[Int(session.index)] = true
    }
    var counts: [String: (inside: Int, first: Int)] = [:]
    for request in inside.indices where inside[request] > 0 || first[request] > 0 {
      let referrer = origins.request(Int32(request)).referrer
      guard let site = TouchReader.site(of: referrer) else { continue }
      counts[site, default: (0, 0)].inside += Int(inside[request])
      counts[site, default: (0, 0)].first += Int(first[request])
    }
    // A partner's pages refer to first page views of sessions far more often than within them.
    let own = counts.filter {
      $0.value.inside > 0 && $0.value.inside * 4 >= $0.value.first
        && ChannelTable.site(ofHost: $0.key) == nil && !ChannelTable.isReturnPage(host: $0.key)
    }
    let most = own.max { ($0.value.inside, $1.key) < ($1.value.inside, $0.key) }
    return OwnSites(origins.siteNames.union(most.map { [$0.key] } ?? []))
  }
}

/// The touches of page views, each different one read once.
struct Landings {
  private let origins: Origins
  let reader: TouchReader
  private var touches: [Int32: Touch] = [:]

  init(of log: TrafficLog, reader: TouchReader) {
    origins = log.origins
    self.reader = reader
  }

  /// The touch that a request tells.
  mutating func touch(ofRequest request: Int32) -> Touch {
    if let known = touches[request] { return known }
    let parts = origins.request(request)
    let touch = reader.touch(address: parts.address, referrer: parts.referrer)
    touches[request] = touch
    return touch
  }

  /// The touch of a page view: what the input names itself, else what its request tells.
  mutating func touch(at position: Int) -> Touch {
    let byRequest = touch(ofRequest: origins.requestNumbers[position])
    guard !origins.touchNumbers.isEmpty, origins.touchNumbers[position] >= 0 else {
      return byRequest
    }
    let named = origins.touches[Int(origins.touchNumbers[position])]
    if named.areTags, let referrer = byRequest.referrer,
      case .within = reader.arrival(
        from: referrer,
        passedOn: byRequest.landingPage.flatMap { LandingTags(of: $0).referrer })
    {
      return byRequest
    }
    var touch = named.touch
    touch.landingPage = byRequest.landingPage
    touch.referrer = byRequest.referrer
    touch.clickID = touch.clickID ?? byRequest.clickID
    if touch.source == nil, touch.medium == nil, touch.namedChannel != .direct {
      touch.source = byRequest.source
      touch.medium = byRequest.medium
      touch.campaign = touch.campaign ?? byRequest.campaign
      touch.term = touch.term ?? byRequest.term
      touch.content = touch.content ?? byRequest.content
      touch.isTagged = touch.isTagged || byRequest.isTagged
    }
    touch.isTagged = touch.isTagged || touch.clickID != nil
    return touch
  }
}
