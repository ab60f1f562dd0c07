public import NumberPools

/// The calls of a log whose true session is among those of some traffic.
public struct LinkedCalls: Sendable {
  /// The calls, in the order of the log.
  public internal(set) var calls: [Call] = []
  /// For each of them its row in the log.
  public internal(set) var rows: [Int] = []
  /// The other calls, by why they can't be judged.
  public internal(set) var excluded: [CallExclusion: Int] = [:]
  /// The rows of these, in order, each with the reason.
  public internal(set) var excludedRows: [(row: Int, reason: CallExclusion)] = []
  /// How many calls name no session that is known, and were matched by what else they name.
  public internal(set) var byClue = 0

  /// Creates an empty set of calls.
  public init() {}
}
