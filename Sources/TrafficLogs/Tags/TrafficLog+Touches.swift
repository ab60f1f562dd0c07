public import NumberPools

extension TrafficLog {
  /// How far from a session's page views a clue to its origin may lie.
  private static let clueReach = Interval.minutes(1)

  /// How each session of the traffic arrived.
  ///
  /// The first page view decides: its tags and click id, else its referrer. Where it has none, the
  /// first of these does that has: a redirect just before it, a file fetched for it, a later page
  /// view that names the tagged landing page as its referrer.
  ///
  /// - Parameter traffic: Sessions of these page views, or some of them.
  /// - Complexity: O(page views + clues x log(clues)).
  public func touches(of traffic: Traffic) -> [Touch] {
    precondition(
      origins.requestNumbers.count == pageViews.count, "The log was read without keeping touches")
    let reader = TouchReader(ownSites: ownSites(in: traffic))
    var cache: [Int32: Touch] = [:]
    func touch(_ request: Int32) -> Touch {
      if let known = cache[request] { return known }
      let parts = origins.request(request)
      let touch = reader.touch(address: parts.address, referrer: parts.referrer)
      cache[request] = touch
      return touch
    }
    func touch(at position: Int) -> Touch {
      let byRequest = touch(origins.requestNumbers[position])
      guard !origins.touchNumbers.isEmpty, origins.touchNumbers[position] >= 0 else {
        return byRequest
      }
      var named = origins.touches[Int(origins.touchNumbers[position])]
      named.landingPage = byRequest.landingPage
      named.referrer = byRequest.referrer
      named.clickID = named.clickID ?? byRequest.clickID
      named.isTagged = named.isTagged || named.clickID != nil
      named.source = named.source ?? byRequest.source
      named.medium = named.medium ?? byRequest.medium
      return named
    }

    var touches = [Touch?](repeating: nil, count: traffic.sessions.count)
    var visitorOfSession = [VisitorID](repeating: VisitorID(0), count: traffic.sessions.count)
    for (view, session) in traffic.pageViewSessions.enumerated() {
      let index = Int(session.index)
      let position = traffic.logPosition(ofPageView: view)
      if let known = touches[index] {
        if !known.isTagged { adopt(touch(at: position), into: &touches[index]) }
      } else {
        touches[index] = touch(at: position)
        visitorOfSession[index] = pageViews.visitors[position]
      }
    }

    let sorted = cluesByVisitor
    for (index, session) in traffic.sessions.enumerated() {
      guard let known = touches[index], !known.isTagged else { continue }
      let visitor = visitorOfSession[index].index
      let earliest = session.start - Self.clueReach
      var next = sorted.partitioningIndex {
        ($0.visitor.index, $0.time) >= (visitor, earliest)
      }
      while next < sorted.count, sorted[next].visitor.index == visitor,
        sorted[next].time <= session.lastPageView + Self.clueReach,
        touches[index]?.isTagged == false
      {
        adopt(touch(sorted[next].request), into: &touches[index])
        next += 1
      }
    }
    return touches.map { $0 ?? Touch() }
  }

  /// Clues by visitor, each visitor's by time.
  private var cluesByVisitor: [Origins.Clue] {
    origins.clues.enumerated().sorted {
      ($0.element.visitor.index, $0.element.time, $0.offset)
        < ($1.element.visitor.index, $1.element.time, $1.offset)
    }.map(\.element)
  }

  /// Takes over the tags of a later request, but neither its page nor its referrer.
  private func adopt(_ later: Touch, into touch: inout Touch?) {
    guard later.isTagged, let first = touch else { return }
    var tagged = later
    tagged.landingPage = first.landingPage
    tagged.referrer = first.referrer
    touch = tagged
  }

  /// The names under which pages refer to each other: those that the lines give, and the one that
  /// most page views within sessions come from.
  private func ownSites(in traffic: Traffic) -> Set<String> {
    var views = [Int](repeating: 0, count: origins.requests.count)
    var isInside = [Bool](repeating: false, count: traffic.sessions.count)
    for (view, session) in traffic.pageViewSessions.enumerated() {
      if isInside[Int(session.index)] {
        views[Int(origins.requestNumbers[traffic.logPosition(ofPageView: view)])] += 1
      }
      isInside[Int(session.index)] = true
    }
    var counts: [String: Int] = [:]
    for (request, count) in views.enumerated() where count > 0 {
      let referrer = origins.request(Int32(request)).referrer
      guard let site = TouchReader.site(of: referrer) else { continue }
      counts[site, default: 0] += count
    }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return origins.siteNames.union(most.map { [$0.key] } ?? [])
  }
}
