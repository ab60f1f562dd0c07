import Foundation
import NumberPools
import Testing

/// Credit by lag in simulated Poisson traffic against the closed form for longest idle, which was
/// derived with the proof of the one pass.
@Suite("Credit under longest idle in Poisson traffic")
struct LongestIdleCreditTests {
  /// P(Poisson(mean) <= count - 1).
  private static func lessThan(_ count: Int, mean: Double) -> Double {
    var term = exp(-mean)
    var sum = 0.0
    for number in 0..<count {
      sum += term
      term *= mean / Double(number + 1)
    }
    return sum
  }

  /// The share credited rightly where so many requests are expected between release and call.
  private static func correct(numbers: Int, load: Double, arrivals: Double) -> Double {
    lessThan(numbers, mean: load + arrivals) / lessThan(numbers + 1, mean: load)
  }

  private static func accepted(numbers: Int, load: Double) -> Double {
    lessThan(numbers, mean: load) / lessThan(numbers + 1, mean: load)
  }

  /// A point of the closed form.
  struct Published: Sendable {
    var load: Double
    var numbers: Int
    var arrivals: Double
    var correct: Double
    var accepted: Double

    init(_ load: Double, _ numbers: Int, _ arrivals: Double, _ correct: Double, _ accepted: Double)
    {
      self.load = load
      self.numbers = numbers
      self.arrivals = arrivals
      self.correct = correct
      self.accepted = accepted
    }
  }

  /// Computed independently in another language when the form was derived with the proof.
  static let published = [
    Published(1, 2, 1, 0.441455329405731, 0.8),
    Published(2, 1, 1, 0.122626480390481, 0.333333333333333),
    Published(5, 8, 2, 0.642461365036749, 0.929952147790433),
    Published(10, 10, 0, 0.785417656892653, 0.785417656892653),
    Published(10, 15, 5, 0.489512758201178, 0.963503054527629),
    Published(10, 20, 5, 0.876611071848642, 0.998130950147646),
    Published(10, 20, 10, 0.471005346101979, 0.998130950147646),
    Published(10, 30, 20, 0.47571702408659, 0.999999828842813),
    Published(20, 40, 15, 0.780210283049628, 0.99997222358687),
    Published(50, 80, 25, 0.70322556132406, 0.999977707259987),
    Published(100, 150, 40, 0.790457350789941, 0.99999934888315),
  ]

  @Test("The closed form has its published values", arguments: published)
  func closedForm(point: Published) {
    let correct = Self.correct(
      numbers: point.numbers, load: point.load, arrivals: point.arrivals)
    #expect(abs(correct - point.correct) < 1e-9)
    #expect(abs(Self.accepted(numbers: point.numbers, load: point.load) - point.accepted) < 1e-9)
  }

  @Test("Without a lag a call is right as often as a visitor is accepted, which is Erlang's")
  func withoutLag() {
    for numbers in 1...40 {
      let refused = ErlangB.refusedShare(numbers: numbers, load: 20)
      #expect(abs(Self.accepted(numbers: numbers, load: 20) - (1 - refused)) < 1e-12)
      let correct = Self.correct(numbers: numbers, load: 20, arrivals: 0)
      #expect(abs(correct - (1 - refused)) < 1e-12)
    }
  }

  /// The length of a hold.
  enum Length: CaseIterable {
    /// One page view; the number is kept for the reuse timeout.
    case constant
    /// A second page view after a random time, and no reuse timeout.
    case exponential
  }

  private static let sessions = 200_000
  private static let meanHold = 30.0 * 60_000

  /// Sessions that arrive at random.
  private func traffic(load: Double, length: Length, seed: UInt64) -> Traffic {
    var generator = SplitMix64(seed: seed)
    var log = PageViewLog()
    log.reserveCapacity(2 * Self.sessions)
    var time = 0.0
    for index in 0..<Self.sessions {
      time += -log1p(-generator.nextUnit()) * Self.meanHold / load
      let session = Int32(index)
      log.append(
        session: SessionID(session), visitor: VisitorID(session),
        at: Timestamp(milliseconds: Int64(time)))
      if length == .exponential {
        let end = time - log1p(-generator.nextUnit()) * Self.meanHold
        log.append(
          session: SessionID(session), visitor: VisitorID(session),
          at: Timestamp(milliseconds: Int64(end)))
      }
    }
    return Sessionizer(timeout: .days(400)).traffic(from: log)
  }

  @Test(
    "One pass gives the closed form, whatever the holds",
    arguments: Length.allCases,
    [(UInt64(1), 2.0), (2, 10), (3, 10), (4, 50), (5, 1), (6, 5), (7, 20), (8, 100)])
  func simulated(length: Length, drawn: (seed: UInt64, load: Double)) throws {
    let traffic = traffic(load: drawn.load, length: length, seed: drawn.seed)
    let reuse = length == .constant ? Interval.minutes(30) : .zero
    // Even without a reuse timeout a hold outlasts its last page view by a millisecond.
    let tail = max(reuse, .milliseconds(1))
    let holds = Holds(of: traffic, rule: HoldRule(reuseTimeout: reuse))
    let points = Self.published.filter { $0.load == drawn.load }
    try #require(!points.isEmpty)
    let waits = points.map { Int64($0.arrivals / drawn.load * Self.meanHold) }
    let curve = PoolCurve(
      of: holds, in: traffic, rules: PoolRules(hold: holds.rule, request: .firstPageView),
      credit: CreditQuestion(lags: waits.map { .milliseconds(tail.milliseconds + $0) }))

    // Load and rate of this very sample, for they are what its shares depend on.
    let first = try #require(traffic.sessions.first)
    let last = try #require(traffic.sessions.last)
    let span = Double((last.start - first.start).milliseconds)
    let load = Double(holds.totalLength.milliseconds) / span
    let rate = Double(Self.sessions) / span
    #expect(abs(load / drawn.load - 1) < 0.02)
    for (index, wait) in waits.enumerated() {
      let credit = curve.creditByLag[index].curve
      #expect(credit.calls == Self.sessions)
      let numbers = points[index].numbers
      for numbers in [numbers - numbers / 4, numbers, numbers + numbers / 4] {
        check(
          try #require(credit.correct[numbers]),
          Self.correct(numbers: numbers, load: load, arrivals: rate * Double(wait)), load: load)
        check(
          Double(Self.sessions) - credit.unknown(at: numbers),
          Self.accepted(numbers: numbers, load: load), load: load)
      }
    }
  }

  /// Expects a count to be within five standard errors of a share.
  ///
  /// Calls a hold or less apart meet the same crowd, so that their fates come in clumps of about
  /// the load: the variance of the count is several times that of independent calls. Twice the load
  /// and one more is generous, for a crowd is forgotten after about a hold on either side.
  private func check(_ count: Double, _ share: Double, load: Double) {
    let dispersion = 1 + 2 * load
    let calls = Double(Self.sessions)
    let error = (share * (1 - share) * dispersion / calls).squareRoot()
    // One call's worth besides, for shares so near to one that none is expected to fail.
    #expect(abs(count / calls - share) < 5 * error + 1 / calls)
  }
}
