extension LogWarning {
  /// What a study of the traffic adds to what the log itself gives reason to doubt.
  ///
  /// - Parameters:
  ///   - study: A study of all of the traffic.
  ///   - cause: Where most sessions of its busiest quarter of an hour come from.
  /// - Complexity: O(1).
  public static func warnings(
    about study: SizeStudy, cause: Burst.Reason? = nil
  ) -> [LogWarning] {
    guard study.burstDecides, let window = study.busiestWindow,
      let quiet = study.withoutBusiestWindow
    else { return [] }
    let all = BusiestWindow.Without(
      numbers: try? study.minimum.get().numbers, peak: study.curve.peak)
    return [.burst(Burst(window, all: all, without: quiet, cause: cause))]
  }

  /// What the traffic itself gives reason to doubt: a visitor who makes nearly all of it.
  ///
  /// - Parameter traffic: The sessions that count.
  /// - Complexity: O(page views).
  public static func warnings(aboutVisitorsOf traffic: Traffic) -> [LogWarning] {
    let all = traffic.pageViewTimes.count
    guard all >= 200, traffic.visitorCount > 1 else { return [] }
    var views = [Int](repeating: 0, count: traffic.visitorCount)
    for session in traffic.pageViewSessions {
      views[Int(traffic.sessions[Int(session.index)].visitor.index)] += 1
    }
    guard let most = views.max(), most * 10 >= all * 9 else { return [] }
    return [.oneVisitor(pageViews: most, of: all)]
  }
}
