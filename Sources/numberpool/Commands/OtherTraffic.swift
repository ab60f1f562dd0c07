import NumberPools
import PoolReports

/// The sessions of another reading of the input.
struct OtherTraffic {
  /// How the input is read, in a few words, with the option that does it.
  let name: String
  /// The sessions that count then.
  let traffic: Traffic
  /// The calls whose sessions are among them.
  var calls: [Call] = []

  /// The answer to the same question.
  ///
  /// - Parameters:
  ///   - question: What is asked of the traffic that counts.
  ///   - threads: At most so many at once.
  func reading(_ question: SizingStudy.Question, threads: Int?) async -> OtherReading {
    var own = question
    own.calls = calls
    own.lags = []
    own.comparedTimeouts = []
    let study = await Parallelism.$width.withValue(threads) { [own] in
      await SizingStudy(own, of: traffic)
    }
    return OtherReading(
      name: name, sessions: study.curve.sessions, peak: study.curve.peak,
      numbers: try? study.minimum.get().numbers)
  }
}
