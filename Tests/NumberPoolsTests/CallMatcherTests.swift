import NumberPoolTestSupport
import NumberPools
import Testing

/// A drawing for each reason why a call isn't credited rightly.
@Suite("Call matcher")
struct CallMatcherTests {
  /// What becomes of a call in a pool of one number; minutes throughout.
  private func outcome(
    _ drawing: String, session: Int32, callsAt minute: Int64, timeout: Int64,
    sessionTimeout: Int64 = 30, presence: Presence = .tabOpen, rule: MatchRule = .lastHolder
  ) throws -> CallOutcome {
    let traffic = Sessionizer(timeout: .minutes(sessionTimeout))
      .traffic(from: Timeline(drawing).log)
    let holds = Holds(
      of: traffic, rule: HoldRule(reuseTimeout: .minutes(timeout), presence: presence))
    let call = Call(at: .seconds(minute * 60), session: SessionID(session))
    let outcome = HoldReplay(numbers: 1).run(holds, allocation: .longestIdle)
    return try #require(
      CallMatcher(rule: rule).match([call], after: outcome, of: holds, in: traffic).first)
  }

  @Test("Right: nobody else has had the number")
  func correct() throws {
    let call = try outcome("a  v--v---", session: 0, callsAt: 6, timeout: 1)
    #expect(call.attribution == .correct)
    #expect(call.cause == nil)
    #expect(call.credited == SessionID(0))
    #expect(call.dialled == TrackingNumber(0))
  }

  @Test("The fallback was on the screen")
  func fallbackShown() throws {
    let drawing = """
      a  v------
      b  -v----v
      """
    let call = try outcome(drawing, session: 1, callsAt: 2, timeout: 5)
    #expect(call.cause == .fallbackShown)
    #expect(call.attribution == .unknown)
    #expect(call.dialled == nil && call.credited == nil)
    // The number on the screen is that of the last page view, and by then there was one.
    #expect(try outcome(drawing, session: 1, callsAt: 6, timeout: 5).attribution == .correct)
  }

  @Test("The current holder only: a number given back credits nobody")
  func currentHolder() throws {
    func cause(_ minute: Int64, _ rule: MatchRule) throws -> Cause? {
      try outcome("a  v----", session: 0, callsAt: minute, timeout: 2, rule: rule).cause
    }
    #expect(try cause(1, .currentHolderOnly) == nil)
    // Holds are half-open: at the release nobody holds the number.
    #expect(try cause(2, .currentHolderOnly) == .outsideMatchWindow)
    #expect(try cause(4, .currentHolderOnly) == .outsideMatchWindow)
    #expect(try cause(4, .lastHolder) == nil)
    let call = try outcome(
      "a  v----", session: 0, callsAt: 4, timeout: 2, rule: .currentHolderOnly)
    #expect(call.attribution == .unknown)
    #expect(call.dialled == TrackingNumber(0) && call.credited == nil)
  }

  @Test("The current holder is credited even where that is wrong")
  func wrongHolder() throws {
    let drawing = """
      a  v-----
      b  ---v--
      """
    let rule = MatchRule.currentHolderOnly
    #expect(
      try outcome(drawing, session: 0, callsAt: 4, timeout: 2, rule: rule).attribution == .wrong)
    let late = try outcome(drawing, session: 0, callsAt: 5, timeout: 2, rule: rule)
    #expect(late.cause == .outsideMatchWindow)
  }

  @Test("A match window runs from the last sign of life, its end included")
  func window() throws {
    func cause(_ minute: Int64, _ presence: Presence) throws -> Cause? {
      try outcome(
        "a  v----v--", session: 0, callsAt: minute, timeout: 6, presence: presence,
        rule: .lastHolderWithin(.minutes(3))
      ).cause
    }
    for presence in Presence.allCases {
      #expect(try cause(3, presence) == nil)
      #expect(try cause(5, presence) == nil)
      #expect(try cause(8, presence) == nil)
      #expect(try cause(9, presence) == .outsideMatchWindow)
      #expect(try cause(30, presence) == .outsideMatchWindow)
    }
    // Between the page views the page is open, or is only known to have been seen at 0.
    #expect(try cause(4, .tabOpen) == nil)
    #expect(try cause(4, .views) == .outsideMatchWindow)
  }

  @Test("A heartbeat is a sign of life for the match window too")
  func heartbeatWindow() throws {
    for presence in Presence.allCases {
      let call = try outcome(
        "a  v--h---", session: 0, callsAt: 5, timeout: 6, presence: presence,
        rule: .lastHolderWithin(.minutes(3)))
      #expect(call.attribution == .correct)
    }
  }

  @Test("The visitor's own later session: the right visitor", arguments: [1, 10])
  func ownLaterSession(timeout: Int64) throws {
    // One hold over both sessions, or the same number lent twice.
    let call = try outcome(
      "a  v---v--", session: 0, callsAt: 5, timeout: timeout, sessionTimeout: 2)
    #expect(call.cause == .ownLaterSession)
    #expect(call.attribution == .wrong)
    #expect(call.credited == SessionID(1))
    let before = try outcome(
      "a  v---v--", session: 0, callsAt: 3, timeout: timeout, sessionTimeout: 2)
    #expect(before.attribution == .correct)
  }

  @Test("The number was lost in the middle of the visit")
  func changedMidVisit() throws {
    let drawing = """
      a  v-----v
      b  ---v---
      """
    let call = try outcome(drawing, session: 0, callsAt: 4, timeout: 2, presence: .views)
    #expect(call.cause == .changedMidVisit)
    #expect(call.attribution == .wrong)
    #expect(call.credited == SessionID(1))
    // With the page open in between, the number isn't lost and the other visitor gets none.
    #expect(
      try outcome(drawing, session: 0, callsAt: 4, timeout: 2, presence: .tabOpen).cause == nil)
    #expect(
      try outcome(drawing, session: 1, callsAt: 4, timeout: 2, presence: .tabOpen).cause
        == .fallbackShown)
  }

  @Test("Somebody else had been given the number", arguments: Presence.allCases)
  func reassignedBeforeCall(presence: Presence) throws {
    let drawing = """
      a  v-----
      b  ---v--
      """
    let call = try outcome(drawing, session: 0, callsAt: 4, timeout: 2, presence: presence)
    #expect(call.cause == .reassignedBeforeCall)
    #expect(call.attribution == .wrong)
    #expect(call.credited == SessionID(1))
    // At the moment of the other's page view it is too late already.
    #expect(try outcome(drawing, session: 0, callsAt: 3, timeout: 2).attribution == .wrong)
    #expect(try outcome(drawing, session: 0, callsAt: 2, timeout: 2).attribution == .correct)
  }

  @Test("Every call counts once, whatever the rule", arguments: UInt64(0)..<40)
  func counts(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let random = RandomTraffic(&generator)
    let traffic = random.traffic
    guard !traffic.sessions.isEmpty else { return }
    let calls = (0..<50).map { _ in
      let session = generator.next(below: traffic.sessions.count)
      let lag = Interval.milliseconds(Int64(generator.next(below: 40)))
      return Call(at: traffic.sessions[session].start + lag, session: SessionID(Int32(session)))
    }
    let holds = Holds(of: traffic, rule: random.rule)
    let rules = [.lastHolder, .currentHolderOnly, MatchRule.lastHolderWithin(.milliseconds(5))]
    for rule in rules {
      for numbers in 0...4 {
        let outcome = HoldReplay(numbers: numbers).run(holds, allocation: .longestIdle)
        let matched = CallMatcher(rule: rule).match(calls, after: outcome, of: holds, in: traffic)
        #expect(matched.map(\.call) == calls)
        var attributions: [Attribution: Int] = [:]
        for call in matched { attributions[call.attribution, default: 0] += 1 }
        func count(_ causes: Cause...) -> Int {
          matched.count { call in call.cause.map(causes.contains) == true }
        }
        #expect(attributions.values.reduce(0, +) == calls.count)
        #expect(
          attributions[.unknown, default: 0] == count(.fallbackShown, .outsideMatchWindow))
        #expect(
          attributions[.wrong, default: 0]
            == count(.ownLaterSession, .changedMidVisit, .reassignedBeforeCall))
        #expect(attributions[.correct, default: 0] == matched.count { $0.cause == nil })
        #expect(matched.count { $0.dialled == nil } == count(.fallbackShown))
        if rule == .lastHolder { #expect(count(.outsideMatchWindow) == 0) }
        if holds.rule.presence == .tabOpen { #expect(count(.changedMidVisit) == 0) }
      }
    }
  }
}
