import NumberPools

/// Grounds for doubt in who the visitors of a web log are.
struct WebLogDoubts {
  private let summary: LogSummary
  /// Page views by address; names are counted apart.
  private var pageViews: [IPAddress: Int] = [:]
  private var pageViewsByName = 0
  private let browsers: Int
  private let all: Int
  /// Visitors of addresses at which many browsers appear within minutes, how many addresses these
  /// are, and how many visitors there are at all.
  private var crowds = (addresses: 0, visitors: 0, all: 0)

  /// Counts the page views of each address.
  ///
  /// - Parameter agents: How many different browsers there are.
  /// - Complexity: O(page views + visitors).
  init(_ log: TrafficLog, agents: Int) {
    summary = log.summary
    browsers = agents
    all = log.pageViews.count
    var ofVisitor = [Int](repeating: 0, count: log.visitorNames.count)
    for visitor in log.pageViews.visitors { ofVisitor[Int(visitor.index)] += 1 }
    for (visitor, count) in ofVisitor.enumerated() where count > 0 {
      if let address = IPAddress(key: log.visitorNames[visitor]) {
        pageViews[address, default: 0] += count
      } else {
        pageViewsByName += count
      }
    }
    if log.summary.visitorBasis == .addressAndAgent { countCrowds(of: log) }
  }

  /// So many new browsers at one address within ten minutes are no household's.
  private static let crowd = 10

  /// Counts at each address the browsers that are first seen within the same ten minutes.
  private mutating func countCrowds(of log: TrafficLog) {
    struct Moment: Hashable {
      var address: IPAddress
      var tenMinutes: Int64
    }
    var isKnown = [Bool](repeating: false, count: log.visitorNames.count)
    var browsers: [Moment: Int] = [:]
    var ofAddress: [IPAddress: Int] = [:]
    for (view, visitor) in log.pageViews.visitors.enumerated() where !isKnown[Int(visitor.index)] {
      isKnown[Int(visitor.index)] = true
      crowds.all += 1
      guard let address = IPAddress(key: log.visitorNames[Int(visitor.index)]) else { continue }
      let tenMinutes = log.pageViews.times[view].milliseconds / 600_000
      browsers[Moment(address: address, tenMinutes: tenMinutes), default: 0] += 1
      ofAddress[address, default: 0] += 1
    }
    let crowded = Set(browsers.filter { $0.value >= Self.crowd }.map { $0.key.address })
    crowds.addresses = crowded.count
    crowds.visitors = crowded.reduce(0) { $0 + (ofAddress[$1] ?? 0) }
  }

  /// What is to be doubted.
  func doubts(_ settings: WebLogReader) -> [LogWarning] {
    var doubts: [LogWarning] = []
    let nobody = summary.leftOut[.noVisitor, default: 0]
    if nobody * 20 > summary.lines {
      doubts.append(.clientMissing(nobody, of: summary.lines))
    }
    if settings.client == .forwarded, summary.forwardedLines == 0, all > 0 {
      doubts.append(.noForwardedClient)
    }
    if pageViewsByName * 20 > all {
      doubts.append(.clientIsNoAddress(pageViewsByName, of: all))
    } else if let proxy = oneClient, settings.client == .peer || summary.forwardedLines == 0 {
      doubts.append(proxy)
    }
    if crowds.visitors * 50 > crowds.all {
      doubts.append(
        .manyBrowsers(addresses: crowds.addresses, visitors: crowds.visitors, of: crowds.all))
    }
    let cut = pageViews.keys.count { $0.isCut }
    if pageViews.count >= 3, cut * 20 >= pageViews.count * 19 {
      doubts.append(.addressesCut(pageViews.count))
    }
    return doubts
  }

  /// One address that nearly all page views come from, where it can't be that of one person.
  private var oneClient: LogWarning? {
    guard let most = pageViews.max(by: { $0.value < $1.value }), most.value * 10 >= all * 9,
      all >= (most.key.isPrivate ? 5 : browsers > 2 ? 20 : 200)
    else { return nil }
    return .oneClient(most.value, of: all)
  }
}
