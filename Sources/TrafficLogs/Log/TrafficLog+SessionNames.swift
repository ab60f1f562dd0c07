public import NumberPools

extension TrafficLog {
  /// The names of sessions for output: the input's own, or where it has none their positions from
  /// 1.
  ///
  /// Names made of a visitor's address are never given out.
  ///
  /// - Parameter traffic: Sessions of this log, or some of them.
  /// - Complexity: O(page views) once; then O(length) a name.
  public func sessionNamer(for traffic: Traffic) -> (SessionID) -> String {
    guard !pageViews.sessions.isEmpty else { return { "\($0.index + 1)" } }
    let names = traffic.firstPageViews().map { view in
      sessionNames.text(Int(pageViews.sessions[traffic.logPosition(ofPageView: view)].index))
    }
    return { names[Int($0.index)] }
  }
}
