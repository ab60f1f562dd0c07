/// Makes the calls of one person after the other.
struct CallGenerator: Sendable {
  private let laws: CallLaws
  private let lastPage: DurationSampler
  private let sessionTimeout: Int64
  private let clock: ZoneOffsets
  /// The moment from which on there are no calls.
  private let end: Int64

  /// A session as far as calls need to know it.
  struct Visit: Sendable {
    var start: Int64
    var last: Int64
    /// The position of the session among those made; negative for one before the period.
    var session: Int32
  }

  init(_ laws: ChannelLaws, clock: ZoneOffsets, end: Int64) {
    self.laws = laws.calls
    lastPage = laws.lastPage
    sessionTimeout = laws.sessionTimeout
    self.clock = clock
    self.end = end
  }

  /// Whether there are any calls at all.
  var isNeeded: Bool { laws.probability > 0 }

  /// Makes the calls of a person.
  ///
  /// - Parameters:
  ///   - visits: All sessions of the person, ascending.
  ///   - key: The person's; each visit has random numbers of its own.
  ///   - calls: Where they are added.
  /// - Complexity: O(visits + calls).
  func addCalls(
    of visits: [Visit], key: StreamKey, to calls: inout [GeneratedCall]
  ) {
    let key = key[.calls]
    for index in visits.indices {
      var random = RandomStream(key[UInt64(index)])
      if random.happens(laws.probability) { addCalls(of: visits, at: index, &random, &calls) }
    }
  }

  private func addCalls(
    of visits: [Visit], at index: Int, _ random: inout RandomStream,
    _ calls: inout [GeneratedCall]
  ) {
    let visit = visits[index]
    var time: Int64
    var isSaved = false
    var dialled = index
    var endOfVisit = visit.last
    if random.happens(laws.duringVisit) {
      endOfVisit += lastPage.draw(below: sessionTimeout, &random)
      time = visit.start + Int64(random.nextUnit() * Double(endOfVisit - visit.start))
    } else {
      let law = laws.shares.draw(&random)
      isSaved = laws.isSaved[law]
      time = visit.last + laws.lags[law].drawMilliseconds(&random)
      time = whenOpen(time, &random)
      while !isSaved, dialled + 1 < visits.count, visits[dialled + 1].start <= time { dialled += 1 }
    }
    let session = visits[dialled].session
    // Whose number was shown before the period nobody can tell.
    guard session >= 0 else { return }
    while time < end {
      calls.append(
        call(at: time, session: SessionID(session), isSaved: isSaved, &random))
      guard random.happens(laws.again) else { return }
      time += laws.againAfter.drawMilliseconds(&random)
      if time > endOfVisit { time = whenOpen(time, &random) }
      isSaved = true
    }
  }

  /// A call that no visit caused, or that is part of one.
  func call(
    at time: Int64, session: SessionID?, isSaved: Bool, _ random: inout RandomStream
  ) -> GeneratedCall {
    let isAnswered = random.happens(laws.answered)
    let seconds =
      isAnswered ? (Double(laws.duration.drawMilliseconds(&random)) / 1000).rounded(.up) : 0
    return GeneratedCall(
      time: Timestamp(milliseconds: time), session: session,
      seconds: Int32(min(seconds, 1e9)), isAnswered: isAnswered, isSaved: isSaved,
      isOffSite: false, draw: nil)
  }

  /// A moment, or one after the next opening where nobody can call then.
  private func whenOpen(_ time: Int64, _ random: inout RandomStream) -> Int64 {
    var time = time
    while time < end {
      let opening = laws.hours.opening(from: Timestamp(milliseconds: time), by: clock).milliseconds
      if opening == time { return time }
      time = opening + Int64((Self.waitAfterOpening * random.nextExponential()).rounded())
    }
    return time
  }

  /// The mean of how long after an opening those call who waited for it, in milliseconds.
  private static let waitAfterOpening = 1_800_000.0
}
