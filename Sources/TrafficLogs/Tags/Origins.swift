import NumberPools

/// How visitors arrived, as the files tell it.
struct Origins: Sendable {
  /// For each page view the number of its request; empty where touches aren't kept.
  var requestNumbers: [Int32] = []
  /// The different requests: address, newline, referrer.
  private(set) var requests = ByteInterner()
  /// For each page view the number of its touch in `touches`, where the input names source and
  /// medium itself; -1 for one that names none; empty where none does.
  var touchNumbers: [Int32] = []
  /// The different touches that the input names itself.
  var touches: [Named] = []
  /// Requests that aren't page views but carry tags: redirects on the way in, files of a cached
  /// landing page.
  var clues: [Clue] = []
  /// Whether the lines are requests, so that there is none for a page that came from a cache.
  var showsRequests = false
  /// The hosts that lines of page views give, and how many do.
  private var sites = ByteInterner()
  private var siteCounts: [Int] = []
  private var key: [UInt8] = []

  /// A touch that the input names itself.
  struct Named {
    var touch: Touch
    /// Whether it is the tags of an address, not what somebody concluded from them: on a link of
    /// the site itself these are no touch.
    var areTags: Bool
  }

  /// A request that isn't a page view but tells how its visitor arrived.
  struct Clue {
    var time: Timestamp
    var visitor: VisitorID
    var request: Int32
    /// Whether it sends its visitor elsewhere; otherwise the page before it counts.
    var isRedirect: Bool
  }

  /// The number of a request.
  ///
  /// - Parameters:
  ///   - bytes: Where path and query are.
  ///   - path: The path.
  ///   - query: What is behind the question mark.
  ///   - referrer: The page before; empty where there is none.
  mutating func requestNumber(
    _ bytes: Span<UInt8>, path: Range<Int>, query: Range<Int>, referrer: Span<UInt8>
  ) -> Int32 {
    key.removeAll(keepingCapacity: true)
    key.append(bytes, path)
    if !query.isEmpty {
      key.append(UInt8(ascii: "?"))
      key.append(bytes, query)
    }
    key.append(UInt8(ascii: "\n"))
    key.append(referrer, 0..<referrer.count)
    return Int32(requests.number(of: key))
  }

  /// Address and referrer of a request.
  func request(_ number: Int32) -> (address: String, referrer: String) {
    let parts = requests[Int(number)].split(
      separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
    return (
      String(decoding: parts[0], as: UTF8.self), String(decoding: parts[1], as: UTF8.self)
    )
  }

  /// Notes the host of a page view.
  mutating func noteSite(_ site: Span<UInt8>) {
    // A log has few sites; past a hundred the names are whatever scanners sent.
    guard !site.isEmpty else { return }
    guard sites.count < 100 else {
      if let number = sites.existingNumber(of: site) { siteCounts[number] += 1 }
      return
    }
    let number = sites.number(of: site)
    if number == siteCounts.count { siteCounts.append(0) }
    siteCounts[number] += 1
  }

  /// Names of the site that the lines themselves give, in lower case without `www.`.
  ///
  /// - Complexity: O(hosts).
  var siteNames: Set<String> {
    var counts: [String: Int] = [:]
    for (number, count) in siteCounts.enumerated() {
      let name = TouchReader.bareSite(sites.text(number))
      if name != "-" { counts[name, default: 0] += count }
    }
    let most = counts.values.max() ?? 0
    return Set(
      counts.lazy.filter { name, count in
        count == most
          || ChannelTable.site(ofHost: name) == nil && !ChannelTable.isReturnPage(host: name)
      }.map { $0.key })
  }
}
