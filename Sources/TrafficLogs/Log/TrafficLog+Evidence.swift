public import NumberPools

extension TrafficLog {
  /// The sessions that count: those of browsers, where the log tells who is one, and was asked.
  ///
  /// - Parameter sessionizer: What makes sessions of page views.
  /// - Complexity: That of the sessionizer, and O(page views).
  public func traffic(by sessionizer: Sessionizer) -> Traffic {
    let all = sessionizer.traffic(from: pageViews)
    guard evidence?.isDecisive == true, let isBrowser = sessionsWithEvidence(in: all) else {
      return all
    }
    return TrafficSelection(of: all) { id, _ in isBrowser[Int(id.index)] }.traffic
  }

  /// For each session whether its visitor fetched what only browsers fetch; `nil` where the input
  /// is no web log and can't tell.
  ///
  /// - Parameter traffic: Sessions of these page views, or some of them.
  /// - Complexity: O(page views).
  public func sessionsWithEvidence(in traffic: Traffic) -> [Bool]? {
    guard let evidence else { return nil }
    return traffic.firstPageViews().map { view in
      evidence.contains(pageViews.visitors[traffic.logPosition(ofPageView: view)])
    }
  }
}
