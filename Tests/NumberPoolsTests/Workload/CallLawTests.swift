import Foundation
import NumberPoolTestSupport
import NumberPools
import Testing

/// Who calls, and when.
@Suite("The laws of calls")
struct CallLawTests {
  private func scenario(_ seed: UInt64 = 1) -> Scenario {
    var scenario = SmallBusiness.flat(visitsPerDay: 800, days: 14, seed: seed)
    scenario.visit = Scenario.Visit(
      pageViews: 2, gap: .exponential(mean: .minutes(2)), lastPage: .constant(.minutes(3)))
    scenario.calls.probability = 0.4
    return scenario
  }

  private func session(_ call: GeneratedCall, _ workload: Workload) throws -> GeneratedSession {
    workload.sessions[Int(try #require(call.session).index)]
  }

  @Test("Calls during a visit lie evenly from its first page view to the end of its last page")
  func duringVisit() throws {
    var scenario = scenario()
    scenario.calls.duringVisit = 1
    let workload = try scenario.made()
    #expect(
      Likelihood.isBinomial(workload.calls.count, of: workload.sessions.count, 0.4))
    let positions = try workload.calls.map { call in
      let session = try session(call, workload)
      let length = Double((session.lastPageView - session.start).milliseconds + 180_000)
      return Double((call.time - session.start).milliseconds) / length
    }
    #expect(Likelihood.isLikely(positions) { $0 })
    #expect(workload.calls.allSatisfy { !$0.isSaved && $0.isAnswered })
  }

  @Test("Later calls come after their laws' lags, with their shares")
  func later() throws {
    var scenario = scenario(2)
    scenario.calls.duringVisit = 0.25
    let minutes = DurationLaw.lognormal(median: .minutes(20), sigma: 1.2)
    let hours = DurationLaw.exponential(mean: .hours(6))
    scenario.calls.later = [
      .init(share: 3, lag: minutes), .init(share: 1, lag: hours, savedNumber: true),
    ]
    let workload = try scenario.made()
    // Those of the last days would partly come after the end.
    let edge = workload.period.upperBound - .days(5)
    var (during, lags, saved) = (0, [Double](), [Double]())
    for call in workload.calls {
      let session = try session(call, workload)
      guard session.start < edge else { continue }
      let lag = Double((call.time - session.lastPageView).milliseconds)
      if call.isSaved {
        saved.append(lag)
      } else if lag > 180_000 {
        lags.append(lag)
      } else {
        during += 1
      }
    }
    let all = during + lags.count + saved.count
    #expect(Likelihood.isBinomial(saved.count, of: all, 0.75 * 0.25))
    let limit = VisitLawTests.share(minutes, below: 180_000)
    #expect(Likelihood.isBinomial(lags.count, of: all, 0.75 * 0.75 * (1 - limit)))
    #expect(Likelihood.isLikely(saved) { VisitLawTests.share(hours, below: $0) })
    #expect(
      Likelihood.isLikely(lags) {
        (VisitLawTests.share(minutes, below: $0) - limit) / (1 - limit)
      })
  }

  @Test("An unsaved call names the person's latest session, a saved one its own")
  func whoseNumber() throws {
    var scenario = scenario(3)
    scenario.returning = Scenario.Returning(
      share: 0.6, after: .exponential(mean: .hours(2)), newCookie: 0.5)
    scenario.calls.duringVisit = 0
    scenario.calls.later = [
      .init(lag: .exponential(mean: .hours(4))),
      .init(lag: .exponential(mean: .hours(4)), savedNumber: true),
    ]
    let workload = try scenario.made()
    var ofPerson: [Int32: [GeneratedSession]] = [:]
    for session in workload.sessions { ofPerson[session.person, default: []].append(session) }
    var overtaken = 0
    for call in workload.calls {
      let session = try session(call, workload)
      let latest = try #require(ofPerson[session.person]?.last { $0.start <= call.time })
      if call.isSaved {
        overtaken += latest.start != session.start ? 1 : 0
      } else {
        #expect(latest == session)
      }
    }
    #expect(overtaken > 100)
  }

  @Test("Who can't call before the opening calls after it")
  func open() throws {
    var scenario = scenario(4)
    scenario.start = LocalTime(year: 2026, month: 3, day: 23)
    let hours = [[Range<Int>]](repeating: [480..<720, 780..<1080], count: 5)
    scenario.calls.open = OpeningHours(hours + [[], []])
    scenario.calls.duringVisit = 0.2
    scenario.calls.again = 0.3
    let clock = SmallBusiness.berlin
    let workload = try scenario.made(by: clock)
    var waited: [Double] = []
    for call in workload.calls {
      let session = try session(call, workload)
      if call.time < session.lastPageView + .minutes(3) { continue }
      let shown = clock.localTime(at: call.time)
      let minute = shown.millisecondOfDay / 60_000
      #expect(shown.weekday < 5 && (480..<720 ~= minute || 780..<1080 ~= minute))
      // Of calls that belong to a night all waited; those in the first minutes are most of them.
      if clock.localTime(at: session.lastPageView).day < shown.day, 480..<600 ~= minute {
        waited.append(Double(shown.millisecondOfDay - 480 * 60_000))
      }
    }
    #expect(waited.count > 300)
    let mean = waited.reduce(0, +) / Double(waited.count)
    // Half an hour, cut at two hours, and a few that didn't wait.
    #expect(mean > 20 * 60_000 && mean < 40 * 60_000)
  }

  @Test("Without closing hours in its way the wait after an opening is exponential")
  func waitAfterOpening() throws {
    var scenario = scenario(5)
    // Open in the second half of each day; lags of nothing, so that all of the morning wait.
    scenario.calls.open = OpeningHours(
      [[Range<Int>]](repeating: [720..<1440], count: 7))
    scenario.visit.pageViews = 1
    scenario.calls.duringVisit = 0
    scenario.calls.later = [.init(lag: .constant(.zero))]
    let workload = try scenario.made()
    let waits = try workload.calls.filter { call in
      try session(call, workload).start.millisecondOfDay < 43_200_000
    }.map { Double($0.time.millisecondOfDay - 43_200_000) }
    #expect(waits.count > 1000)
    #expect(Likelihood.isLikely(waits) { 1 - exp(-$0 / 1_800_000) })
  }

  @Test("Calls again are of the same number, each with its probability, after their law")
  func again() throws {
    var scenario = scenario(6)
    scenario.calls.duringVisit = 1
    scenario.calls.again = 0.3
    let law = DurationLaw.lognormal(median: .hours(1), sigma: 0.7)
    scenario.calls.againAfter = law
    let workload = try scenario.made()
    let edge = workload.period.upperBound - .days(3)
    var ofSession: [SessionID: [GeneratedCall]] = [:]
    for call in workload.calls { ofSession[try #require(call.session), default: []].append(call) }
    var (again, all, waits) = (0, 0, [Double]())
    for calls in ofSession.values {
      #expect(!calls[0].isSaved && calls.dropFirst().allSatisfy(\.isSaved))
      for (index, call) in calls.enumerated() where call.time < edge {
        all += 1
        guard index + 1 < calls.count else { continue }
        again += 1
        waits.append(Double((calls[index + 1].time - call.time).milliseconds))
      }
    }
    #expect(Likelihood.isBinomial(again, of: all, 0.3))
    #expect(Likelihood.isLikely(waits) { VisitLawTests.share(law, below: $0) })
  }

  @Test("Calls without a visit are as many as told, evenly, and each draws its number")
  func withoutVisit() throws {
    var scenario = scenario(7)
    scenario.calls.misdialledPerDay = 100
    scenario.calls.offSitePerDay = 150
    scenario.calls.answered = 0.8
    let law = DurationLaw.lognormal(median: .minutes(2), sigma: 1)
    scenario.calls.duration = law
    let workload = try scenario.made()
    let misdialled = workload.calls.filter { $0.session == nil && !$0.isOffSite }
    let offSite = workload.calls.filter(\.isOffSite)
    #expect(Likelihood.isPoisson(misdialled.count, mean: 1400))
    #expect(Likelihood.isPoisson(offSite.count, mean: 2100))
    #expect(Likelihood.isLikely(misdialled.compactMap(\.draw)) { $0 })
    #expect(misdialled.allSatisfy { $0.draw != nil } && offSite.allSatisfy { $0.draw == nil })
    let start = workload.period.lowerBound
    for calls in [misdialled, offSite] {
      let times = calls.map { Double(($0.time - start).milliseconds) }
      #expect(Likelihood.isLikely(times) { $0 / (14 * 86_400_000) })
    }
    let answered = workload.calls.filter(\.isAnswered)
    #expect(Likelihood.isBinomial(answered.count, of: workload.calls.count, 0.8))
    #expect(workload.calls.allSatisfy { $0.isAnswered ? $0.seconds > 0 : $0.seconds == 0 })
    // Rounded up to whole seconds: at most so many are those below.
    for seconds in [10, 60, 120, 600] {
      let share = VisitLawTests.share(law, below: Double(seconds) * 1000)
      #expect(
        Likelihood.isBinomial(
          answered.count { $0.seconds <= Int32(seconds) }, of: answered.count, share))
    }
  }

  @Test("A channel's own call model stands for its persons, however they return")
  func ownModel() throws {
    var scenario = scenario(8)
    var silent = Scenario.Channel("silent", visitsPerDay: 800)
    silent.calls.probability = 0
    scenario.channels.append(silent)
    scenario.returning.share = 0.4
    let workload = try scenario.made()
    #expect(workload.calls.count > 1000)
    for call in workload.calls { #expect(try session(call, workload).channel == 0) }
  }
}
