import NumberPools
import TrafficLogs

extension ReadingOptions {
  /// Reads the inputs.
  ///
  /// - Parameters:
  ///   - keepsTouches: Whether it matters how sessions arrived.
  ///   - keepsNames: Whether the names of sessions and calls are written anywhere.
  func dataset(keepsTouches: Bool = false, keepsNames: Bool = false) throws(Failure) -> Dataset {
    try read(keepsTouches: keepsTouches, keepsNames: keepsNames) {
      (reader, log, calls) throws(DatasetError) in try reader.dataset(of: log, calls: calls)
    }
  }

  /// Reads the inputs to compare schemes on them.
  ///
  /// - Parameter truths: What is known of the sessions beyond what pages show.
  func comparedDataset(with truths: VisitTruths?) throws(Failure) -> ComparedDataset {
    try read(keepsTouches: true, keepsNames: true) {
      (reader, log, calls) throws(DatasetError) in
      // Those who never see a number count where schemes are compared.
      var reader = reader
      reader.leftOutSessions = []
      reader.assumptions.removeAll { $0 == .notSwappedLeftOut }
      return try reader.comparedDataset(of: log, calls: calls, truths: truths)
    }
  }

  private func read<Made>(
    keepsTouches: Bool, keepsNames: Bool,
    _ make: (DatasetReader, TrafficLog, CallLog?) throws(DatasetError) -> Made
  ) throws(Failure) -> Made {
    var reader = DatasetReader(
      traffic: reader, calls: calls?.reader ?? TrafficReader(), sessionizer: sessionizer)
    reader.trafficFormat = format
    reader.callFormat = calls?.format
    reader.eligibility = eligibility
    reader.callOffset = calls?.clockOffset ?? .zero
    reader.keepsTouches = keepsTouches
    reader.keepsNames = keepsNames
    reader.leftOutSessions = notSwapped
    reader.assumptions = assumptions
    let log = try Self.showingProgress(over: inputs) { (progress) throws(DatasetError) in
      try reader.readTraffic(inputs, progress: progress)
    }
    try checkFlags(for: log.format)
    var callLog: CallLog?
    if let calls {
      callLog = try Self.showingProgress(over: [calls.input]) { (progress) throws(DatasetError) in
        try reader.readCalls([calls.input], progress: progress)
      }
    }
    do throws(DatasetError) {
      return try make(reader, log, callLog)
    } catch {
      throw Failure(error)
    }
  }

  private static func showingProgress<Log>(
    over inputs: [LogInput],
    _ read: (_ progress: (LogInput, Int) -> Void) throws(DatasetError) -> Log
  ) throws(Failure) -> Log {
    var progress = Progress(over: inputs)
    defer { progress.end() }
    do throws(DatasetError) {
      return try read { progress.update($0, bytes: $1) }
    } catch {
      throw Failure(error)
    }
  }
}
