public import NumberPools

extension LogSessions {
  /// Tells sessions of one address: the same count for those of the same, and no address itself.
  ///
  /// - Returns: Asked for a session; `nil` for one whose visitor isn't known by an address.
  /// - Complexity: O(page views); O(1) a question.
  public func addresses() -> (SessionID) -> Int? {
    let first = traffic.firstPageViews()
    return { session in
      let view = first[Int(session.index)]
      guard view >= 0 else { return nil }
      let visitor = log.pageViews.visitors[position(ofPageView: view)]
      // Visits that are only counted have visitors without a name.
      guard visitor.index < log.visitorNames.count else { return nil }
      return IPAddress(key: log.visitorNames[Int(visitor.index)]).map { $0.hashValue }
    }
  }
}
