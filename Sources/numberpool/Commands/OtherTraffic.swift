import NumberPools
import PoolReports
import SystemThreads
import TrafficLogs

/// The sessions of another reading of the input.
struct OtherTraffic {
  /// How the input is read.
  let way: OtherReading.Way
  /// The sessions that count then.
  let sessions: LogSessions
  /// The calls whose sessions are among them.
  var calls: [Call] = []

  /// The answer to the same question.
  ///
  /// - Parameters:
  ///   - question: What is asked of the traffic that counts.
  ///   - map: The threads to use.
  func reading(_ question: SizeStudy.Question, on map: ThreadMap) -> OtherReading {
    var question = question
    question.lags = []
    question.comparedTimeouts = []
    let study = SizeStudy(question, of: Dataset(traffic: sessions.traffic, calls: calls), on: map)
    return OtherReading(
      way: way, sessions: study.curve.sessions, peak: study.curve.peak,
      numbers: try? study.minimum.get().numbers)
  }
}
