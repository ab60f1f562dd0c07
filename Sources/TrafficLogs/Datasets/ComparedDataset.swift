public import NumberPools

/// What schemes are compared on: a dataset, how each of its sessions came, and its calls together
/// with those that no visit caused.
public struct ComparedDataset: Sendable {
  /// The traffic and its calls, as other studies take them.
  public let dataset: Dataset
  /// The columns that schemes are compared on.
  public internal(set) var traffic: ComparedTraffic
  /// For each call of these its name: the input's own, or its place.
  public internal(set) var callNames: [String] = []
  /// The other calls, by why they can't be judged.
  public internal(set) var excluded: [CallExclusion: Int] = [:]
  /// Calls to numbers that aren't on the site's pages.
  public internal(set) var offSiteCalls = 0
  /// Sessions of which the truths have no row.
  public let sessionsWithoutTruth: Int

  /// Takes over the calls, in the order of their rows.
  fileprivate mutating func take(_ log: CallLog, _ linked: LinkedCalls) {
    excluded = linked.excluded
    var sessions = [SessionID?](repeating: nil, count: log.rows.count)
    for (row, call) in zip(linked.rows, linked.calls) { sessions[row] = call.session }
    for (place, row) in log.rows.enumerated() {
      let isStray = row.isWithoutVisit && row.truth == .unknown && !row.isOffSite
      if row.truth == .unknown, isStray || row.isOffSite { excluded[.noTruth, default: 0] -= 1 }
      if row.isOffSite {
        offSiteCalls += 1
      } else if isStray || sessions[place] != nil {
        traffic.calls.append(ComparedCall(at: row.time, session: sessions[place], draw: row.draw))
        callNames.append(row.id ?? "\(place + 1)")
      }
    }
    if excluded[.noTruth] == 0 { excluded[.noTruth] = nil }
  }
}

extension DatasetReader {
  /// Makes what schemes are compared on of what was read.
  ///
  /// - Parameters:
  ///   - log: What ``readTraffic(_:progress:)`` gave, with how sessions arrived.
  ///   - calls: What ``readCalls(_:progress:)`` gave; `nil` without calls.
  ///   - truths: What is known of the sessions beyond what pages show; `nil` where nothing is.
  /// - Throws: ``DatasetError/noEvidence`` or ``DatasetError/noPoolColumn(_:)``.
  /// - Complexity: O(page views + calls x log(page views of a visitor)).
  public func comparedDataset(
    of log: TrafficLog, calls: CallLog? = nil, truths: VisitTruths? = nil
  ) throws(DatasetError) -> ComparedDataset {
    let readings = try readings(of: log, calls: calls)
    let (traffic, missing) = readings.sessions.compared(with: truths)
    var compared = ComparedDataset(
      dataset: readings.dataset, traffic: traffic,
      sessionsWithoutTruth: truths == nil ? 0 : missing)
    if let calls { compared.take(calls, calls.linked(to: readings.sessions)) }
    return compared
  }
}
