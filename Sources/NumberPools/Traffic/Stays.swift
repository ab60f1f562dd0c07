/// The stays of some traffic in which a session has more than one.
///
/// A stay is a session's signs of life with no gap longer than the session timeout. A session that
/// is derived is one stay. One that the input names may go on after a longer silence: it stays one
/// session, but nobody was there in between, so the number is given back.
struct BrokenStays: Sendable {
  /// The stays as though each were a session, by first page view.
  var stays: [Session]
  /// The stay of each page view.
  var pageViewStays: [SessionID]
  /// The session of each stay.
  var sessionOfStay: [Int32]
  /// For each session its latest stay.
  var latest: [Int32]

  /// Begins with traffic in which every session is one stay so far.
  init(_ traffic: Traffic) {
    stays = traffic.sessions
    pageViewStays = traffic.pageViewSessions
    sessionOfStay = traffic.sessions.indices.map { Int32($0) }
    latest = sessionOfStay
  }

  /// Adds a stay that begins with a page view.
  mutating func begin(of session: Int, visitor: VisitorID, at time: Timestamp) {
    let stay = Int32(stays.count)
    stays.append(Session(visitor: visitor, start: time))
    sessionOfStay.append(Int32(session))
    pageViewStays.append(SessionID(stay))
    if session == latest.count { latest.append(stay) } else { latest[session] = stay }
  }

  /// Adds a page view to a session's latest stay.
  mutating func addPageView(to session: Int, at time: Timestamp) {
    stays[Int(latest[session])].addPageView(at: time)
    pageViewStays.append(SessionID(latest[session]))
  }

  /// Lengthens a session's latest stay up to a sign of life.
  mutating func noteLife(of session: Int, until time: Timestamp, isEnd: Bool) {
    stays[Int(latest[session])].noteLife(until: time, isEnd: isEnd)
  }
}

extension Session {
  /// Adds a page view, which comes after all others.
  mutating func addPageView(at time: Timestamp) {
    lastPageView = time
    end = max(end, time)
    lastSignOfLife = max(lastSignOfLife, time)
    pageViews += 1
  }

  /// Lengthens the session up to a sign of life, which may be its end.
  mutating func noteLife(until time: Timestamp, isEnd: Bool) {
    lastSignOfLife = max(lastSignOfLife, time)
    if isEnd { end = max(end, time) }
  }
}

extension Traffic {
  /// The stays: the sessions themselves, unless the input names sessions and one of them goes on
  /// after a silence longer than the session timeout. Holds are made of stays as though each were a
  /// session.
  ///
  /// - Complexity: O(1).
  public var stays: [Session] { brokenStays?.stays ?? sessions }

  /// The stay of each page view.
  var pageViewStays: [SessionID] { brokenStays?.pageViewStays ?? pageViewSessions }
}

/// Finds the stay that a page view of a session belongs to.
struct StayFinder: Sendable {
  private let traffic: Traffic
  /// The stays by session, then by time; empty where each session is one.
  private var ordered: [Int32] = []
  /// For each session where its stays begin among them, and behind the last one where they end.
  private var starts: [Int] = []

  /// Prepares to look up stays.
  ///
  /// - Complexity: O(stays); O(1) where each session is one.
  init(of traffic: Traffic) {
    self.traffic = traffic
    guard let broken = traffic.brokenStays else { return }
    starts = [Int](repeating: 0, count: traffic.sessions.count + 1)
    for session in broken.sessionOfStay { starts[Int(session) + 1] += 1 }
    for session in traffic.sessions.indices { starts[session + 1] += starts[session] }
    var next = starts
    ordered = [Int32](repeating: 0, count: broken.stays.count)
    for (stay, session) in broken.sessionOfStay.enumerated() {
      ordered[next[Int(session)]] = Int32(stay)
      next[Int(session)] += 1
    }
  }

  /// The latest stay of a session that began by some moment, its first one where none did.
  ///
  /// - Complexity: O(log(stays of the session)).
  func stay(of session: SessionID, at time: Timestamp) -> Session {
    guard let broken = traffic.brokenStays else { return traffic.sessions[Int(session.index)] }
    let own = ordered[starts[Int(session.index)]..<starts[Int(session.index) + 1]]
    let later = own.partitioningIndex { time < broken.stays[Int($0)].start }
    return broken.stays[Int(own[max(own.startIndex, later - 1)])]
  }
}
