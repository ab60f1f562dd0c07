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
  var touches: [Touch] = []
  /// Requests that aren't page views but carry tags: redirects on the way in, files of a cached
  /// landing page.
  var clues: [Clue] = []
  /// Names of the site that the lines themselves give, bare.
  private(set) var siteNames: Set<String> = []
  private var sites = ByteInterner()
  private var key: [UInt8] = []

  /// A request that isn't a page view but tells how its visitor arrived.
  struct Clue {
    var time: Timestamp
    var visitor: VisitorID
    var request: Int32
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

  /// Notes a name of the site.
  mutating func noteSite(_ site: Span<UInt8>) {
    // A log has few sites; past a hundred the names are whatever scanners sent.
    guard siteNames.count < 100, !site.isEmpty else { return }
    let known = sites.count
    let number = sites.number(of: site)
    if number == known { siteNames.insert(TouchReader.bareSite(sites.text(number))) }
  }
}
