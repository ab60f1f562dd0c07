/// The page views of each session, in order of time.
struct SessionViews: Sendable {
  private let starts: [Int32]
  private let views: [Int32]
  private let times: [Timestamp]
  /// For each page view the one before it in its session; -1 for the first.
  let previous: [Int32]

  /// Collects the page views.
  ///
  /// - Complexity: O(page views).
  init(of traffic: Traffic) {
    times = traffic.pageViewTimes
    var starts = [Int32](repeating: 0, count: traffic.sessions.count + 1)
    for session in traffic.pageViewSessions { starts[Int(session.index) + 1] += 1 }
    for index in traffic.sessions.indices { starts[index + 1] += starts[index] }
    var ends = starts
    var views = [Int32](unfilled: times.count)
    var previous = [Int32](unfilled: times.count)
    for (view, session) in traffic.pageViewSessions.enumerated() {
      let session = Int(session.index)
      let place = Int(ends[session])
      views[place] = Int32(truncatingIfNeeded: view)
      previous[view] = place > Int(starts[session]) ? views[place - 1] : -1
      ends[session] += 1
    }
    self.starts = starts
    self.views = views
    self.previous = previous
  }

  /// The first page view of a session.
  func first(of session: Int) -> Int { Int(views[Int(starts[session])]) }

  /// The last page view of a session.
  func last(of session: Int) -> Int { Int(views[Int(starts[session + 1]) - 1]) }

  /// The last page view of a session at or before a moment; `nil` where the first one is later.
  ///
  /// - Complexity: O(log(page views of the session)).
  func last(of session: Int, at time: Timestamp) -> Int? {
    let own = views[Int(starts[session])..<Int(starts[session + 1])]
    let later = own.partitioningIndex { times[Int($0)] > time }
    return later == own.startIndex ? nil : Int(own[later - 1])
  }

  /// The page views of a session, in order.
  func all(of session: Int) -> ArraySlice<Int32> {
    views[Int(starts[session])..<Int(starts[session + 1])]
  }
}
