import NumberPools

/// What a web log shows of landing pages that it has no page view of.
///
/// A redirect on the way in carries the tags that the page behind it lacks. A landing page that
/// came from a cache left no line at all, but files and pages that were fetched from it name it as
/// the page before. A page that the same visitor is seen to have viewed isn't such a page: what
/// refers to it is a later step of that visit.
struct OriginClues {
  /// How far from a session's first page view a clue may lie.
  private static let reach = Interval.minutes(1)

  private let origins: Origins
  private let pageViews: PageViewLog
  /// Clues by visitor, each visitor's by time.
  private let clues: [Origins.Clue]
  /// The tagged pages that each visitor viewed.
  private let seen: Set<SeenPage>
  /// Tagged pages of the site by number.
  private let pages: [String: Int32]

  private struct SeenPage: Hashable {
    var visitor: VisitorID
    var page: Int32
  }

  init(of log: TrafficLog) {
    origins = log.origins
    pageViews = log.pageViews
    clues = log.origins.clues.enumerated().sorted {
      ($0.element.visitor.index, $0.element.time, $0.offset)
        < ($1.element.visitor.index, $1.element.time, $1.offset)
    }.map { $0.element }
    var pages: [String: Int32] = [:]
    // For each request the number of its page, where that has tags.
    var pageOfRequest = [Int32](repeating: -2, count: log.origins.requests.count)
    var seen: Set<SeenPage> = []
    for (position, request) in log.origins.requestNumbers.enumerated() {
      let request = Int(request)
      if pageOfRequest[request] == -2 {
        pageOfRequest[request] = -1
        let bytes = log.origins.requests[request].prefix { $0 != UInt8(ascii: "\n") }
        if bytes.contains(UInt8(ascii: "?")) {
          let address = String(decoding: bytes, as: UTF8.self)
          if LandingTags(of: address).isTagged {
            let page = TouchReader.pathAndQuery(of: address)
            let number = pages[page] ?? Int32(pages.count)
            pages[page] = number
            pageOfRequest[request] = number
          }
        }
      }
      if pageOfRequest[request] >= 0 {
        let visitor = log.pageViews.visitors[position]
        seen.insert(SeenPage(visitor: visitor, page: pageOfRequest[request]))
      }
    }
    self.pages = pages
    self.seen = seen
  }

  /// The touch that clues tell of a session whose first page view has no tags; `nil` without any.
  func touch(
    of session: Session, landingAt position: Int, _ landings: inout Landings
  ) -> Touch? {
    let visitor = pageViews.visitors[position]
    let landing = origins.request(origins.requestNumbers[position])
    let arrival = landings.reader.arrival(from: landing.referrer)
    let path = landing.address.prefix { $0 != "?" }

    /// The page that a request comes from, where it can be the landing page.
    func cached(_ referrer: String) -> Touch? {
      guard let (touch, page) = landings.reader.cachedPage(referrer) else { return nil }
      if let number = pages[page], seen.contains(SeenPage(visitor: visitor, page: number)) {
        return nil
      }
      // Who came from elsewhere landed on the page seen; only its tags may have been lost on the
      // way.
      if case .elsewhere = arrival, page.prefix(while: { $0 != "?" }) != path { return nil }
      return touch
    }

    let earliest = session.start - Self.reach
    var next = clues.partitioningIndex {
      ($0.visitor.index, $0.time) >= (visitor.index, earliest)
    }
    while next < clues.count, clues[next].visitor == visitor,
      clues[next].time <= session.start + Self.reach
    {
      let clue = clues[next]
      if clue.isRedirect {
        let touch = landings.touch(ofRequest: clue.request)
        if clue.time <= session.start, touch.isTagged { return touch }
      } else if let touch = cached(origins.request(clue.request).referrer) {
        return touch
      }
      next += 1
    }
    return cached(landing.referrer)
  }
}
