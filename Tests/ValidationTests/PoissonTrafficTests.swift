import Foundation
import NumberPools
import Testing

/// One pass over simulated Poisson traffic against Erlang's formula, which needs only the mean of
/// the holds.
@Suite("Poisson traffic")
struct PoissonTrafficTests {
  /// The length of a hold beyond its first page view.
  enum Length: CaseIterable {
    case constant
    case exponential
  }

  @Test("The refused share is Erlang's", arguments: Length.allCases, UInt64(1)...3)
  func refusedShare(length: Length, seed: UInt64) {
    let load = 20.0
    let sessions = 200_000
    var generator = SplitMix64(seed: seed)
    let meanHold = 30.0 * 60_000
    var log = PageViewLog()
    var time = 0.0
    var views: [(time: Double, session: Int)] = []
    for session in 0..<sessions {
      time += -log1p(-generator.nextUnit()) * meanHold / load
      views.append((time, session))
      if length == .exponential {
        // The session's second page view carries the hold to its random end.
        views.append((time - log1p(-generator.nextUnit()) * meanHold, session))
      }
    }
    for view in views {
      log.append(
        session: SessionID(Int32(view.session)), visitor: VisitorID(Int32(view.session)),
        at: Timestamp(milliseconds: Int64(view.time)))
    }
    let timeout = length == .constant ? Interval.minutes(30) : .zero
    let holds = Holds(
      of: Sessionizer(timeout: .days(400)).traffic(from: log), rule: HoldRule(reuseTimeout: timeout)
    )
    let curve = PoolCurve(of: holds, request: .firstPageView)

    // The offered load of this very sample; refusals come in clumps, so their count varies by
    // several times that of independent ones.
    let span = views.map(\.time).max() ?? 1
    let sampleLoad = Double(holds.totalLength.milliseconds) / span
    #expect(abs(sampleLoad - load) < 0.3)
    for numbers in [5, 10, 15, 20, 25, 30] {
      let expected = ErlangB.refusedShare(numbers: numbers, load: sampleLoad)
      let share = Double(curve.pageViewsRefused(at: numbers)) / Double(sessions)
      let dispersion = 8.0
      let deviation = (expected * dispersion / Double(sessions)).squareRoot()
      #expect(abs(share - expected) < 4 * deviation)
    }
  }
}
