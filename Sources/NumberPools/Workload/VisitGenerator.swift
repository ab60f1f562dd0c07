/// Makes the persons of one channel: their sessions, their page views and their calls.
struct VisitGenerator {
  private let laws: ChannelLaws
  private let calls: CallGenerator
  private let channel: Int32
  private let start: Int64
  private let end: Int64
  /// The sessions of the person who is made, those before the period too.
  private var visits: [CallGenerator.Visit] = []
  private var made: Made

  /// What is made, in no order.
  struct Made {
    var sessions: [GeneratedSession] = []
    var pageViewTimes: [Timestamp] = []
    var pageViewSessions: [Int32] = []
    var calls: [GeneratedCall] = []
    var persons: Int32 = 0
    var visitors: Int32 = 0
    /// How many page views belong to the sessions so far.
    var pageViewsOfSessions = 0
  }

  /// - Parameters:
  ///   - laws: Those of the channel.
  ///   - channel: Its position.
  ///   - period: Only what begins within it is kept.
  ///   - clock: The clocks of the place.
  ///   - made: What was made before.
  init(
    _ laws: ChannelLaws, channel: Int, period: Range<Timestamp>, clock: ZoneOffsets, made: Made
  ) {
    self.laws = laws
    self.channel = Int32(channel)
    start = period.lowerBound.milliseconds
    end = period.upperBound.milliseconds
    calls = CallGenerator(laws, clock: clock, end: end)
    self.made = made
  }

  /// What was made before and since.
  consuming func finish() -> Made { made }

  /// Makes a person whose first visit begins at a moment.
  ///
  /// - Parameters:
  ///   - key: The person's.
  ///   - time: When, in milliseconds.
  /// - Complexity: O(page views + calls).
  mutating func addPerson(_ key: StreamKey, at time: Int64) {
    var random = RandomStream(key[.person])
    let isNotSwapped = random.happens(laws.notSwapped)
    let isSharing = random.happens(laws.sharedLinks)
    var tags = RandomStream(key[.tags])
    let address = laws.addresses.draw(&tags)
    let delay = addVisits(
      key, at: time, .first, address, isNotSwapped: isNotSwapped,
      isSharing: isSharing && address.isTagged)
    guard let delay, delay < end else { return }
    let friend = key[.shared]
    var ofFriend = RandomStream(friend[.person])
    _ = addVisits(
      friend, at: delay, .sharedLink, address, isNotSwapped: ofFriend.happens(laws.notSwapped),
      isSharing: false)
  }

  /// - Returns: When another person opens the first visit's address, if that is shared.
  private mutating func addVisits(
    _ key: StreamKey, at first: Int64, _ how: GeneratedSession.Via,
    _ address: GeneratedSession.Address, isNotSwapped: Bool, isSharing: Bool
  ) -> Int64? {
    var random = RandomStream(key[.visits])
    var returns = RandomStream(key[.returns])
    visits.removeAll(keepingCapacity: true)
    var session = GeneratedSession(
      start: Timestamp(milliseconds: first), lastPageView: Timestamp(milliseconds: first),
      address: address, person: -1, visitor: -1, pageViews: 0, channel: channel, number: 0,
      via: how, isNotSwapped: isNotSwapped, isBot: false, isDeclared: false)
    var time = first
    var shared: Int64?
    while true {
      let isFollowed = returns.happens(laws.returning)
      let isKept = time >= start
      var last = time
      // Nobody asks how long a visit before the period took that nothing follows.
      if isKept || isFollowed || isSharing { last = addPageViews(at: time, isKept, &random) }
      if isKept {
        add(&session, from: time, to: last)
      }
      visits.append(
        CallGenerator.Visit(
          start: time, last: last, session: isKept ? Int32(made.sessions.count - 1) : -1))
      if isSharing, visits.count == 1 {
        var delays = RandomStream(key[.shared])
        shared = last + laws.after.draw(atLeast: laws.sessionTimeout, &delays)
      }
      guard isFollowed else { break }
      time = last + laws.after.draw(atLeast: laws.sessionTimeout, &returns)
      guard time < end else { break }
      session.via = Self.ways[laws.ways.draw(&returns)]
      if returns.happens(laws.newCookie) { session.visitor = -1 }
    }
    if calls.isNeeded { calls.addCalls(of: visits, key: key, to: &made.calls) }
    return shared
  }

  private static let ways: [GeneratedSession.Via] = [.direct, .organic, .sameLink, .ownLink]

  /// Makes the page views of a visit.
  ///
  /// - Returns: The moment of the last one.
  @inline(__always)
  private mutating func addPageViews(
    at first: Int64, _ isKept: Bool, _ random: inout RandomStream
  ) -> Int64 {
    let session = Int32(made.sessions.count)
    var more = Int(min(random.nextExponential() / laws.endOfVisit, 1e6))
    var time = first
    while true {
      if isKept {
        made.pageViewTimes.append(Timestamp(milliseconds: time))
        made.pageViewSessions.append(session)
      }
      if more == 0 { return time }
      time += laws.gap.draw(below: laws.sessionTimeout, &random)
      more -= 1
    }
  }

  /// Adds a session whose page views are those made last.
  private mutating func add(_ session: inout GeneratedSession, from first: Int64, to last: Int64) {
    if session.person < 0 {
      session.person = made.persons
      made.persons += 1
    }
    if session.visitor < 0 {
      session.visitor = made.visitors
      made.visitors += 1
    }
    session.start = Timestamp(milliseconds: first)
    session.lastPageView = Timestamp(milliseconds: last)
    session.pageViews = Int32(made.pageViewTimes.count - made.pageViewsOfSessions)
    made.pageViewsOfSessions = made.pageViewTimes.count
    made.sessions.append(session)
  }
}
