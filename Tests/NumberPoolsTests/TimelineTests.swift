import NumberPoolTestSupport
import NumberPools
import Testing

/// One drawing for each rule of time, order and holds. A column is a minute; `x` is the fallback.
@Suite("Rules of time, order and holds")
struct TimelineTests {
  @Test("A number freed this minute serves a visitor who lands this minute")
  func releaseComesBeforePageView() {
    let timeline = Timeline(
      """
      a  v----
      b  --v--
      """)
    #expect(
      timeline.shown(numbers: 1, timeout: 2)
        == """
        a  0----
        b  --0--
        """)
  }

  @Test("A page view at the very release begins a new hold, which may get another number")
  func holdsAreHalfOpen() {
    let timeline = Timeline(
      """
      a  v--v---
      b  -v-----
      """)
    // The release at minute 3 comes first, so a's old number is free again: but 1 is idle longer.
    #expect(
      timeline.shown(numbers: 3, timeout: 3, sessionTimeout: 1)
        == """
        a  0--2---
        b  -1-----
        """)
  }

  @Test("A page view before the release continues the hold, in another session too")
  func returnWithinTheTimeoutKeepsTheNumber() {
    let timeline = Timeline(
      """
      a  v---v--
      b  -v-----
      """)
    #expect(
      timeline.shown(numbers: 3, timeout: 5, sessionTimeout: 1)
        == """
        a  0---0--
        b  -1-----
        """)
  }

  @Test("With the tab open a session keeps its number over a gap longer than the timeout")
  func tabOpenSpansGaps() {
    let timeline = Timeline(
      """
      a  v-----v--
      b  ---v-----
      """)
    #expect(
      timeline.shown(numbers: 1, timeout: 2)
        == """
        a  0-----0--
        b  ---x-----
        """)
  }

  @Test("If only page views count, the number is lost in such a gap")
  func viewsLoseTheNumberMidVisit() {
    let timeline = Timeline(
      """
      a  v-----v--
      b  ---v-----
      """)
    #expect(
      timeline.shown(numbers: 1, timeout: 2, presence: .views)
        == """
        a  0-----0--
        b  ---0-----
        """)
    let traffic = Sessionizer().traffic(from: timeline.log)
    let holds = Holds(
      of: traffic, rule: HoldRule(reuseTimeout: .minutes(2), presence: .views))
    #expect(holds.midVisitChanges == 1)
  }

  @Test("A timeout of nothing still holds the number for the moment of the page view")
  func holdsAreNeverEmpty() {
    let timeline = Timeline(
      """
      a  v--
      b  v--
      c  -v-
      """)
    #expect(
      timeline.shown(numbers: 1, timeout: 0)
        == """
        a  0--
        b  x--
        c  -0-
        """)
    let holds = Holds(
      of: Sessionizer().traffic(from: timeline.log), rule: HoldRule(reuseTimeout: .zero))
    #expect(holds.releases.first == Timestamp(milliseconds: 1))
  }

  @Test("Who was refused asks again at the next page view")
  func refusedVisitorsAskAgain() {
    let drawing = Timeline(
      """
      a  v------
      b  -v-v---
      """)
    #expect(
      drawing.shown(numbers: 1, timeout: 3)
        == """
        a  0------
        b  -x-0---
        """)
    #expect(
      drawing.shown(numbers: 1, timeout: 3, request: .firstPageView)
        == """
        a  0------
        b  -x-x---
        """)
  }

  @Test("Page views of one moment are played in the order of their holds, not of the log")
  func coincidingPageViewsByHold() {
    // In the last column c stands above b, but b's hold is older: b asks first.
    let timeline = Timeline(
      """
      a  v---
      c  ---v
      b  -v-v
      """)
    #expect(
      timeline.shown(numbers: 1, timeout: 3)
        == """
        a  0---
        c  ---x
        b  -x-0
        """)
  }

  @Test("Coinciding releases go by ordinal of the hold, not by number")
  func coincidingReleasesByHold() {
    // a and b are both released at minute 9. At minute 3 number 0 was freed and went to b, so b
    // holds 0 and a holds 1; a's hold is older, so 1 comes free first.
    let timeline = Timeline(
      """
      z  v---------
      a  -v----v---
      b  ---v--v---
      c  ---------v
      """)
    #expect(
      timeline.shown(numbers: 2, timeout: 3)
        == """
        z  0---------
        a  -1----1---
        b  ---0--0---
        c  ---------1
        """)
  }

  @Test("Unused numbers count as idle for longest, in order of index")
  func unusedNumbersFirst() {
    let timeline = Timeline(
      """
      a  v---
      b  -v--
      c  --v-
      d  ---v
      """)
    #expect(
      timeline.shown(numbers: 3, timeout: 1)
        == """
        a  0---
        b  -1--
        c  --2-
        d  ---0
        """)
  }

  @Test("Lowest first lends the lowest free number")
  func lowestFirst() {
    let timeline = Timeline(
      """
      a  v---
      b  v-v-
      c  -v--
      d  ---v
      """)
    #expect(
      timeline.shown(numbers: 3, timeout: 1, allocation: .lowestFirst)
        == """
        a  0---
        b  1-1-
        c  -0--
        d  ---0
        """)
  }

  @Test("A gap as long as the session timeout doesn't end the session, a longer one does")
  func sessionsEndAfterALongerGap() {
    let timeline = Timeline("a  v--v---v")
    let traffic = Sessionizer(timeout: .minutes(3)).traffic(from: timeline.log)
    #expect(traffic.sessions.map(\.pageViews) == [2, 1])
  }

  @Test("The peak's moment is the earliest at which it is reached")
  func peakMoment() {
    let timeline = Timeline(
      """
      a  v---v---
      b  -v---v--
      """)
    let traffic = Sessionizer(timeout: .minutes(1)).traffic(from: timeline.log)
    let curve = PoolCurve(of: Holds(of: traffic, rule: HoldRule(reuseTimeout: .minutes(2))))
    #expect(curve.peak == 2)
    #expect(curve.peakTime == Timestamp(milliseconds: 60_000))
  }

  @Test("A heartbeat extends presence and asks for nothing")
  func heartbeats() {
    let timeline = Timeline(
      """
      a  v--h----
      b  ----v-v-
      c  h-----h-
      """)
    for presence in Presence.allCases {
      let timeout: Int64 = presence == .views ? 4 : 3
      #expect(
        timeline.shown(numbers: 1, timeout: timeout, presence: presence)
          == """
          a  0--h----
          b  ----x-\(presence == .views ? "x" : "0")-
          c  h-----h-
          """)
    }
  }

  @Test("A heartbeat after the release comes too late, and one in a long gap keeps the session")
  func lateHeartbeats() {
    let late = Timeline(
      """
      a  v---h---
      b  ----v---
      """)
    #expect(
      late.shown(numbers: 1, timeout: 4, presence: .views)
        == """
        a  0---h---
        b  ----0---
        """)
    let bridged = Timeline("a  v--h--v")
    #expect(Sessionizer(timeout: .minutes(3)).traffic(from: bridged.log).sessions.count == 1)
    let cut = Timeline("a  v-----v")
    #expect(Sessionizer(timeout: .minutes(3)).traffic(from: cut.log).sessions.count == 2)
  }

  @Test("Reading time after the last page view lengthens the hold")
  func lastPageTime() {
    let timeline = Timeline("a  v")
    let traffic = Sessionizer().traffic(from: timeline.log)
    let holds = Holds(
      of: traffic, rule: HoldRule(reuseTimeout: .minutes(5), lastPageTime: .minutes(2)))
    #expect(holds.releases == [Timestamp(milliseconds: 7 * 60_000)])
  }
}
