import Foundation
import NumberPools

/// Sessions that arrive at random, each with a hold of its own length.
struct PoissonSessions {
  /// The mean of the holds, in milliseconds.
  static let meanHold = 30.0 * 60_000

  /// The law of the holds; all have the same mean.
  enum Law: CaseIterable {
    case exponential
    case constant
    case lognormal
    /// Two exponential laws, one rare and long.
    case mixed

    fileprivate func draw(_ random: inout SplitMix64) -> Double {
      let unit = -log1p(-random.nextUnit())
      switch self {
      case .exponential: return unit
      case .constant: return 1
      case .lognormal:
        let angle = 2 * Double.pi * random.nextUnit()
        let normal = (2 * unit).squareRoot() * cos(angle)
        return exp(normal - 0.5)
      case .mixed: return random.nextUnit() < 0.9 ? unit * 0.5 : unit * 5.5
      }
    }
  }

  let holds: Holds
  let traffic: Traffic
  /// From the first arrival to the last.
  let span: Double

  /// Draws sessions.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - law: That of their holds.
  ///   - seed: What the numbers follow from.
  ///   - wait: From one arrival, in mean holds, to the next.
  init(
    _ count: Int, _ law: Law, seed: UInt64,
    wait: (_ time: Double, inout SplitMix64) -> Double
  ) {
    var random = SplitMix64(seed: seed)
    var log = PageViewLog()
    log.reserveCapacity(2 * count)
    var time = 0.0
    for index in 0..<count {
      time += wait(time, &random)
      let id = Int32(index)
      // A second page view carries the hold to its end, which the release follows at once.
      for moment in [time, time + law.draw(&random)] {
        log.append(
          session: SessionID(id), visitor: VisitorID(id),
          at: Timestamp(milliseconds: Int64(moment * Self.meanHold)))
      }
    }
    span = time * Self.meanHold
    traffic = Sessionizer(timeout: .days(400)).traffic(from: log)
    holds = Holds(of: traffic, rule: HoldRule(reuseTimeout: .zero))
  }

  /// Draws sessions of one rate.
  init(_ count: Int, _ law: Law, load: Double, seed: UInt64) {
    self.init(count, law, seed: seed) { _, random in -log1p(-random.nextUnit()) / load }
  }

  /// The load that these very sessions offer.
  var load: Double { Double(holds.totalLength.milliseconds) / span }
}
